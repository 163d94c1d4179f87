package org.ringside.oidc;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Fields;

/** An organisation's set-up in the database. All statements are of one tenant. */
final class SetupSql {
  private static final String FIND =
      """
      select issuer, client_id, secret, settings from single_sign_on where organisation = $1
      """;

  private static final String PUT =
      """
      insert into single_sign_on (organisation, issuer, client_id, secret, settings, changed_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (organisation) do update
      set issuer = excluded.issuer, client_id = excluded.client_id, secret = excluded.secret,
        settings = excluded.settings, changed_at = excluded.changed_at
      """;

  private static final String DELETE = "delete from single_sign_on where organisation = $1";

  /**
   * Of settings as text. The table takes 100,000 bytes of jsonb, which needs a little more than the
   * text where there are many short ones.
   */
  static final int MAX_BYTES = 90_000;

  private SetupSql() {}

  static int size(Setup setup) {
    return SetupJson.settings(setup).toBuffer().length();
  }

  /**
   * As it is stored.
   *
   * @param secret sealed, null for a public client
   */
  record Stored(Setup setup, @Nullable Buffer secret) {}

  static Future<Optional<Stored>> find(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(stored(row));
              }
              return Optional.empty();
            });
  }

  private static Stored stored(Row row) {
    Buffer secret = row.getBuffer("secret");
    Fields settings = Fields.of((JsonObject) row.getJson("settings"));
    Setup setup =
        new SetupReader(settings, null)
            .settings(row.getString("issuer"), row.getString("client_id"), secret != null);
    settings.done();
    return new Stored(setup, secret);
  }

  static Future<Void> put(SqlClient tenant, int organisation, Stored stored, Instant now) {
    Setup setup = stored.setup();
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addString(setup.issuer())
            .addString(setup.clientId())
            .addBuffer(stored.secret())
            .addJsonObject(SetupJson.settings(setup))
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    return tenant.preparedQuery(PUT).execute(values).mapEmpty();
  }

  static Future<Void> delete(SqlClient tenant, int organisation) {
    return tenant.preparedQuery(DELETE).execute(Tuple.of(organisation)).mapEmpty();
  }
}
