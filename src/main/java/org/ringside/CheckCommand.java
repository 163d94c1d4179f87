package org.ringside;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.time.Instant;
import org.ringside.db.Database;
import org.ringside.db.DatabaseSettings;
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
    return StoredData.with(settings, database -> report(database.withoutOwner(), now, out) ? 0 : 1);
  }

  /** Prints what it finds; whether that is nothing. */
  static boolean report(DatabaseSettings database, Instant now, PrintStream out) {
    CheckReport report = read(database, now);
    report.lines().forEach(out::println);
    return report.holds();
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
