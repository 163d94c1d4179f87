package org.ringside;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import org.ringside.db.DataFolder;
import org.ringside.db.Database;
import org.ringside.db.DatabaseSettings;
import org.ringside.db.PgServer;
import org.ringside.frame.CannotStart;
import org.ringside.scorer.Check;
import org.ringside.scorer.CheckReport;

/**
 * {@code ringside check}: proves the invariants on the stored data and writes nothing. Beside a
 * running server it uses that server's database; an embedded one that is at rest is started for the
 * check alone.
 */
final class CheckCommand {
  private CheckCommand() {}

  /**
   * Blocks until everything is read.
   *
   * @return exit status: 0 if everything agrees, else 1
   * @throws CannotStart where the database cannot be read
   */
  static int run(ServerSettings settings, Instant now, PrintStream out) {
    DatabaseSettings own = settings.database();
    if (own != null) {
      return report(own.withoutOwner(), now, out);
    }
    Path data = settings.data();
    if (!DataFolder.hasDatabase(data)) {
      throw new CannotStart(
          "There is no database in %s: set RINGSIDE_DATA or RINGSIDE_DATABASE_URL."
              .formatted(data.toAbsolutePath()));
    }
    return DataFolder.isHeld(data)
        ? besideServer(data, settings, now, out)
        : atRest(data, settings, now, out);
  }

  private static int besideServer(
      Path data, ServerSettings settings, Instant now, PrintStream out) {
    return report(
        DatabaseSettings.reading(PgServer.appOfRunning(data), settings.knobs()), now, out);
  }

  private static int atRest(Path data, ServerSettings settings, Instant now, PrintStream out) {
    try (DataFolder folder = DataFolder.open(data);
        PgServer postgres = PgServer.start(folder)) {
      return report(DatabaseSettings.reading(postgres.app(), settings.knobs()), now, out);
    } catch (IOException e) {
      throw new CannotStart("The embedded database cannot be opened: " + e, e);
    }
  }

  private static int report(DatabaseSettings database, Instant now, PrintStream out) {
    CheckReport report = read(database, now);
    report.lines().forEach(out::println);
    return report.holds() ? 0 : 1;
  }

  private static CheckReport read(DatabaseSettings settings, Instant now) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      return Database.open(vertx, settings)
          .compose(database -> Check.run(database, now).eventually(database::close))
          .await();
    } finally {
      vertx.close().await();
    }
  }
}
