package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** One-time links in the database. All statements are of one tenant. */
final class LinkSql {
  private static final String ADD =
      """
      insert into one_time_link (organisation, secret, account, purpose, created_at, ends_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private static final String FIND =
      """
      select l.account, l.purpose, l.ends_at, a.login, a.name
      from one_time_link l
      join account a on a.organisation = l.organisation and a.account = l.account
      where l.organisation = $1 and l.secret = $2 and l.used_at is null and l.ends_at > $3
        and a.active
      """;

  private static final String USE =
      """
      update one_time_link l set used_at = $3
      from account a
      where l.organisation = $1 and l.secret = $2 and l.used_at is null and l.ends_at > $3
        and a.organisation = l.organisation and a.account = l.account and a.active
      returning l.account
      """;

  private static final String SPEND_ALL =
      """
      update one_time_link set used_at = $3
      where organisation = $1 and account = $2 and used_at is null
      """;

  private LinkSql() {}

  /** What a link is for. */
  enum Purpose {
    INVITATION,
    RESET
  }

  /** A link that works, and whom it is for. */
  record Open(int account, Purpose purpose, Instant endsAt, String login, String name) {}

  static Future<Void> add(
      SqlClient tenant,
      int organisation,
      byte[] secret,
      int account,
      Purpose purpose,
      Instant now,
      Instant endsAt) {
    Tuple values =
        Tuple.of(
            organisation,
            Buffer.buffer(secret),
            account,
            purpose.name().toLowerCase(Locale.ROOT),
            utc(now),
            utc(endsAt));
    return tenant.preparedQuery(ADD).execute(values).mapEmpty();
  }

  static Future<Optional<Open>> find(
      SqlClient tenant, int organisation, byte[] secret, Instant now) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, Buffer.buffer(secret), utc(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(open(row));
              }
              return Optional.empty();
            });
  }

  private static Open open(Row row) {
    return new Open(
        row.getInteger("account"),
        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        row.getOffsetDateTime("ends_at").toInstant(),
        row.getString("login"),
        row.getString("name"));
  }

  /** Uses a link up; empty where somebody was faster, or it has ended. */
  static Future<Optional<Integer>> use(
      SqlClient tenant, int organisation, byte[] secret, Instant now) {
    return tenant
        .preparedQuery(USE)
        .execute(Tuple.of(organisation, Buffer.buffer(secret), utc(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(row.getInteger(0));
              }
              return Optional.empty();
            });
  }

  /** No link of the account works any more. */
  static Future<Void> spendAll(SqlClient tenant, int organisation, int account, Instant now) {
    return tenant
        .preparedQuery(SPEND_ALL)
        .execute(Tuple.of(organisation, account, utc(now)))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
