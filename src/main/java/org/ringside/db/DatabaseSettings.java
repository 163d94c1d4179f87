package org.ringside.db;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ringside.frame.Knobs;

/**
 * Where the database is and who goes there.
 *
 * @param app the application's role: reads and writes rows, owns nothing
 * @param owner the role that migrates; absent where the operator keeps it for upgrades
 * @param pool most connections that requests share
 * @param patience longest time of one statement of a request, in seconds
 */
public record DatabaseSettings(
    PgConnectOptions app, Optional<PgConnectOptions> owner, int pool, int patience) {

  /** The operator's own database, if one is set. */
  public static Optional<DatabaseSettings> own(Knobs knobs) {
    return knobs
        .get(DatabaseKnobs.URL)
        .map(app -> of(app, knobs.get(DatabaseKnobs.OWNER_URL), knobs));
  }

  /** The embedded database. */
  public static DatabaseSettings embedded(PgServer server, Knobs knobs) throws IOException {
    return of(server.app(), Optional.of(server.owner()), knobs);
  }

  /** The embedded database of a server that runs or ran, to be read and not to be migrated. */
  public static DatabaseSettings reading(PgConnectOptions app, Knobs knobs) {
    return of(app, Optional.empty(), knobs);
  }

  /** The embedded database of a server that runs, with both roles, for tools beside it. */
  public static DatabaseSettings beside(Path folder, Knobs knobs) {
    return of(PgServer.appOfRunning(folder), Optional.of(PgServer.ownerOfRunning(folder)), knobs);
  }

  private static DatabaseSettings of(
      PgConnectOptions app, Optional<PgConnectOptions> owner, Knobs knobs) {
    return new DatabaseSettings(
        app, owner, knobs.get(DatabaseKnobs.POOL), knobs.get(DatabaseKnobs.PATIENCE));
  }

  /** The same database for somebody who only reads: whatever its schema lacks stays lacking. */
  public DatabaseSettings withoutOwner() {
    return new DatabaseSettings(app, Optional.empty(), pool, patience);
  }

  /** Address and role; no record's own text, which would show the passwords. */
  @Override
  public String toString() {
    return DatabaseUrl.describe(app);
  }
}
