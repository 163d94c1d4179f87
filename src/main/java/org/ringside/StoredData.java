package org.ringside;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ringside.db.DataFolder;
import org.ringside.db.DatabaseSettings;
import org.ringside.db.OwnerSession;
import org.ringside.db.PgServer;
import org.ringside.frame.CannotStart;

/**
 * The database that the settings name, for commands that are no server. Beside a running server it
 * is that server's; an embedded one that is at rest is started for the command alone.
 */
final class StoredData {
  private StoredData() {}

  /**
   * Blocks until the work is done.
   *
   * @param work takes the database with its owner's role, if the settings have that
   * @throws CannotStart where there is no database, or it cannot be reached
   */
  static int with(ServerSettings settings, ToIntFunction<DatabaseSettings> work) {
    DatabaseSettings own = settings.database();
    if (own != null) {
      return work.applyAsInt(own);
    }
    Path data = settings.data();
    if (!DataFolder.hasDatabase(data)) {
      throw new CannotStart(
          "There is no database in %s: set RINGSIDE_DATA or RINGSIDE_DATABASE_URL."
              .formatted(data.toAbsolutePath()));
    }
    return DataFolder.isHeld(data)
        ? work.applyAsInt(DatabaseSettings.beside(data, settings.knobs()))
        : atRest(settings, work);
  }

  /** The same for work that suffers no server beside it; makes a database where there is none. */
  static int alone(ServerSettings settings, ToIntFunction<DatabaseSettings> work) {
    DatabaseSettings own = settings.database();
    return own != null ? work.applyAsInt(own) : atRest(settings, work);
  }

  private static int atRest(ServerSettings settings, ToIntFunction<DatabaseSettings> work) {
    try (DataFolder folder = DataFolder.open(settings.data());
        PgServer postgres = PgServer.start(folder)) {
      return work.applyAsInt(DatabaseSettings.embedded(postgres, settings.knobs()));
    } catch (IOException e) {
      throw new CannotStart("The embedded database cannot be opened: " + e, e);
    }
  }

  /** Work on a connection of the role that owns the tables. */
  static <T> T asOwner(DatabaseSettings database, Function<OwnerSession, T> work) {
    PgConnectOptions owner =
        database
            .owner()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "This needs the role that owns the tables: set RINGSIDE_DATABASE_OWNER_URL."));
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try (OwnerSession session = OwnerSession.open(vertx, owner)) {
      return work.apply(session);
    } finally {
      vertx.close().await();
    }
  }
}
