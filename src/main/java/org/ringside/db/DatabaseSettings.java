package org.ringside.db;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.util.Optional;
import org.ringside.frame.Knobs;

/**
 * Where the database is and who goes there.
 *
 * @param app the application's role: reads and writes rows, owns nothing
 * @param owner the role that migrates; absent where the operator keeps it for upgrades
 * @param pool most connections that requests share
 */
public record DatabaseSettings(PgConnectOptions app, Optional<PgConnectOptions> owner, int pool) {

  /** The operator's own database, if one is set. */
  public static Optional<DatabaseSettings> own(Knobs knobs) {
    return knobs
        .get(DatabaseKnobs.URL)
        .map(
            app ->
                new DatabaseSettings(
                    app, knobs.get(DatabaseKnobs.OWNER_URL), knobs.get(DatabaseKnobs.POOL)));
  }

  /** The embedded database. */
  public static DatabaseSettings embedded(PgServer server, Knobs knobs) throws IOException {
    return new DatabaseSettings(
        server.app(), Optional.of(server.owner()), knobs.get(DatabaseKnobs.POOL));
  }

  /** Address and role; no record's own text, which would show the passwords. */
  @Override
  public String toString() {
    return DatabaseUrl.describe(app);
  }
}
