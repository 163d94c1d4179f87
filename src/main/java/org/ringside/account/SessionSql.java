package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Device;

/** Sign-ins in the database. All statements are of one tenant. */
final class SessionSql {
  private static final String OPEN =
      """
      insert into session (organisation, session, account, secret, rotated_at, created_at, ends_at,
                           address, device)
      select $1, $2, a.account, $4, $5, $5, $6, $7, $8
      from account a
      where a.organisation = $1 and a.account = $3 and a.active and a.password = $9
      for share
      """;

  private static final String OPEN_VOUCHED =
      """
      insert into session (organisation, session, account, secret, rotated_at, created_at, ends_at,
                           address, device, factor_vouched)
      select $1, $2, a.account, $4, $5, $5, $6, $7, $8, $10
      from account a
      join account_identity i on i.organisation = a.organisation and i.account = a.account
      where a.organisation = $1 and a.account = $3 and a.active and i.issuer = $9
      for share of a
      """;

  private static final String FIND =
      """
      select s.session, s.account, s.secret, s.prior_secret, s.rotated_at, s.created_at, s.ends_at,
             s.address, s.device, s.factor_vouched, s.ended_at
      from session s where s.organisation = $1 and s.session = $2
      """;

  /** Whoever turns the token over at the same time finds that it was turned over already. */
  private static final String TURN_OVER =
      """
      update session set prior_secret = secret, secret = $4, rotated_at = $5
      where organisation = $1 and session = $2 and secret = $3 and ended_at is null
      """;

  private static final String OF_ACCOUNT =
      """
      select s.session, s.account, s.secret, s.prior_secret, s.rotated_at, s.created_at, s.ends_at,
             s.address, s.device, s.factor_vouched, s.ended_at
      from session s
      where s.organisation = $1 and s.account = $2 and s.ended_at is null and s.ends_at > $3
      order by s.rotated_at desc limit 100
      """;

  private static final String END =
      """
      update session set ended_at = $4, ended_why = $5
      where organisation = $1 and account = $2 and session = $3 and ended_at is null
      returning session
      """;

  private static final String END_ALL =
      """
      update session set ended_at = $3, ended_why = $4
      where organisation = $1 and account = $2 and ended_at is null
      returning session
      """;

  private static final String END_OTHERS =
      """
      update session set ended_at = $4, ended_why = $5
      where organisation = $1 and account = $2 and session <> $3 and ended_at is null
      returning session
      """;

  private static final String ENDED_SINCE =
      "select session from session where organisation = $1 and ended_at > $2";

  private SessionSql() {}

  /** As it is stored; its secrets are hashes. */
  record Stored(
      UUID session,
      int account,
      Buffer secret,
      @Nullable Buffer priorSecret,
      Instant rotatedAt,
      Instant createdAt,
      Instant endsAt,
      String address,
      String device,
      boolean factorVouched,
      @Nullable Instant endedAt) {}

  /**
   * One that is to be opened.
   *
   * @param secret hash of its refresh token
   */
  record Opening(
      int organisation, UUID session, int account, Buffer secret, Instant now, Instant endsAt) {
    private Tuple with(Device device) {
      return Tuple.tuple()
          .addInteger(organisation)
          .addUUID(session)
          .addInteger(account)
          .addBuffer(secret)
          .addOffsetDateTime(utc(now))
          .addOffsetDateTime(utc(endsAt))
          .addString(device.address())
          .addString(device.name());
    }
  }

  /** False where the account has another password by now, or is blocked. */
  static Future<Boolean> open(SqlClient tenant, Opening opening, Device device, String phc) {
    Tuple values = opening.with(device).addString(phc);
    return tenant.preparedQuery(OPEN).execute(values).map(rows -> rows.rowCount() > 0);
  }

  /** False where the account is linked to nobody at that provider any more, or is blocked. */
  static Future<Boolean> openVouched(
      SqlClient tenant, Opening opening, Device device, String issuer, boolean factorVouched) {
    Tuple values = opening.with(device).addString(issuer).addBoolean(factorVouched);
    return tenant.preparedQuery(OPEN_VOUCHED).execute(values).map(rows -> rows.rowCount() > 0);
  }

  static Future<Optional<Stored>> find(SqlClient tenant, int organisation, UUID session) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, session))
        .map(rows -> stored(rows).stream().findFirst());
  }

  /** True for the one who did it. */
  static Future<Boolean> turnOver(
      SqlClient tenant, int organisation, UUID session, byte[] from, byte[] to, Instant now) {
    Tuple values =
        Tuple.of(organisation, session, Buffer.buffer(from), Buffer.buffer(to), utc(now));
    return tenant.preparedQuery(TURN_OVER).execute(values).map(rows -> rows.rowCount() > 0);
  }

  /** Those that live, the last used first, at most a hundred. */
  static Future<List<Stored>> of(SqlClient tenant, int organisation, int account, Instant now) {
    return tenant
        .preparedQuery(OF_ACCOUNT)
        .execute(Tuple.of(organisation, account, utc(now)))
        .map(SessionSql::stored);
  }

  /** Ends one of an account's; empty where it does not live. */
  static Future<List<UUID>> end(
      SqlClient tenant, int organisation, int account, UUID session, Instant now, String why) {
    return tenant
        .preparedQuery(END)
        .execute(Tuple.of(organisation, account, session, utc(now), why))
        .map(SessionSql::numbers);
  }

  /** Ends all of an account's. */
  static Future<List<UUID>> endAll(
      SqlClient tenant, int organisation, int account, Instant now, String why) {
    return tenant
        .preparedQuery(END_ALL)
        .execute(Tuple.of(organisation, account, utc(now), why))
        .map(SessionSql::numbers);
  }

  /** Ends all of an account's but one. */
  static Future<List<UUID>> endOthers(
      SqlClient tenant, int organisation, int account, UUID kept, Instant now, String why) {
    return tenant
        .preparedQuery(END_OTHERS)
        .execute(Tuple.of(organisation, account, kept, utc(now), why))
        .map(SessionSql::numbers);
  }

  static Future<List<UUID>> endedSince(SqlClient tenant, int organisation, Instant since) {
    return tenant
        .preparedQuery(ENDED_SINCE)
        .execute(Tuple.of(organisation, utc(since)))
        .map(SessionSql::numbers);
  }

  private static List<UUID> numbers(Iterable<Row> rows) {
    var found = new ArrayList<UUID>();
    rows.forEach(row -> found.add(row.getUUID(0)));
    return found;
  }

  private static List<Stored> stored(Iterable<Row> rows) {
    var found = new ArrayList<Stored>();
    for (Row row : rows) {
      OffsetDateTime ended = row.getOffsetDateTime("ended_at");
      found.add(
          new Stored(
              row.getUUID("session"),
              row.getInteger("account"),
              row.getBuffer("secret"),
              row.getBuffer("prior_secret"),
              row.getOffsetDateTime("rotated_at").toInstant(),
              row.getOffsetDateTime("created_at").toInstant(),
              row.getOffsetDateTime("ends_at").toInstant(),
              row.getString("address"),
              row.getString("device"),
              row.getBoolean("factor_vouched"),
              ended == null ? null : ended.toInstant()));
    }
    return found;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
