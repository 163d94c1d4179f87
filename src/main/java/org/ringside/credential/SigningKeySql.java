package org.ringside.credential;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Names;

/** Signing keys in the database. */
final class SigningKeySql {
  private static final String ALL =
      """
      select kid, purpose, public_key, sealed_private, created_at, signs_until, trusted_until
      from signing_key order by created_at, kid
      """;

  private static final String ADD =
      """
      insert into signing_key (kid, purpose, algorithm, public_key, sealed_private, created_at,
                               signs_until, trusted_until)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  private SigningKeySql() {}

  /**
   * A key as it is stored.
   *
   * @param sealedPrivate its private half, sealed for this row
   */
  record Stored(SigningKey key, Buffer sealedPrivate) {}

  static Future<List<Stored>> all(SqlClient client) {
    return client
        .query(ALL)
        .execute()
        .map(
            rows -> {
              var found = new ArrayList<Stored>(rows.size());
              rows.forEach(row -> found.add(stored(row)));
              return found;
            });
  }

  static Future<Void> add(SqlClient client, Stored stored) {
    SigningKey key = stored.key();
    Tuple values =
        Tuple.tuple()
            .addString(key.kid())
            .addString(Names.wire(key.purpose()))
            .addString(SigningKey.ALGORITHM)
            .addJsonObject(key.jwk())
            .addBuffer(stored.sealedPrivate())
            .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(key.signsUntil().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(trustedUntil(key));
    return client.preparedQuery(ADD).execute(values).mapEmpty();
  }

  private static @Nullable OffsetDateTime trustedUntil(SigningKey key) {
    return key.trustedUntil().map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static Stored stored(Row row) {
    var key =
        new SigningKey(
            row.getString("kid"),
            KeyPurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
            SigningKey.publicKey((JsonObject) row.getJson("public_key")),
            instant(row, "created_at").orElseThrow(),
            instant(row, "signs_until").orElseThrow(),
            instant(row, "trusted_until"));
    return new Stored(key, row.getBuffer("sealed_private"));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }
}
