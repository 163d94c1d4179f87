package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

/** Screens in the database. All statements are of one tenant. */
final class ScreenSql {
  /** Empty where there are as many as there may be. */
  private static final String ADD =
      """
      insert into screen (organisation, name, site, playlist, family, paired_at, paired_by)
      select $1, $2, $3, $4, $5, $6, $7
      where (select count(*) from screen where organisation = $1 and revoked_at is null) < $8
      returning screen
      """;

  private static final String FIND = "select * from screen where organisation = $1 and screen = $2";

  private static final String LOCK = FIND + " for update";

  private static final String LOCK_FAMILY =
      "select * from screen where organisation = $1 and family = $2 for update";

  private static final String LIST =
      """
      (select * from screen where organisation = $1 and revoked_at is null)
      union all
      (select * from screen where organisation = $1 and revoked_at > $2
       order by revoked_at desc limit $3)
      order by screen desc
      """;

  private static final String HAND =
      "update screen set offered = $3 where organisation = $1 and screen = $2";

  private static final String RENEW =
      """
      update screen
      set secret = $3, offered = $4, last_seen_at = $5, last_address = $6, device = $7
      where organisation = $1 and screen = $2
      """;

  private static final String CHANGE =
      """
      update screen set name = $3, site = $4, playlist = $5
      where organisation = $1 and screen = $2
      """;

  private static final String REVOKE =
      """
      update screen set revoked_at = $3, offered = '{}'
      where organisation = $1 and screen = $2
      """;

  private static final String RAISE =
      """
      update screen set alarm_at = $3, alarm_reason = $4, alarm_addresses = $5
      where organisation = $1 and screen = $2 and alarm_at is null and revoked_at is null
      """;

  private static final String SETTLE =
      """
      update screen set alarm_at = null, alarm_reason = null, alarm_addresses = null
      where organisation = $1 and screen = $2
      """;

  private ScreenSql() {}

  /** A screen with the tokens that are good for it. */
  record Held(Screen screen, UUID family, Handed handed) {}

  /** What is to be true of a screen. */
  record Wanted(String name, @Nullable Integer site, Playlist playlist) {}

  /** Its number; empty, and not added, where there are {@code most} already. */
  static Future<Optional<Integer>> add(
      SqlClient tenant,
      int organisation,
      Wanted wanted,
      UUID family,
      Instant now,
      String by,
      int most) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addString(wanted.name())
            .addInteger(wanted.site())
            .addString(PlaylistJson.of(wanted.playlist()).encode())
            .addUUID(family)
            .addOffsetDateTime(utc(now))
            .addString(by)
            .addInteger(most);
    return tenant
        .preparedQuery(ADD)
        .execute(values)
        .map(rows -> first(rows).map(row -> row.getInteger(0)));
  }

  static Future<Optional<Screen>> find(SqlClient client, int organisation, int screen) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, screen))
        .map(rows -> first(rows).map(ScreenSql::screen));
  }

  /** The same, held until the transaction ends. */
  static Future<Optional<Held>> lock(SqlClient transaction, int organisation, int screen) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(organisation, screen))
        .map(rows -> first(rows).map(ScreenSql::held));
  }

  /** The one whose tokens are of a family. */
  static Future<Optional<Held>> lock(SqlClient transaction, int organisation, UUID family) {
    return transaction
        .preparedQuery(LOCK_FAMILY)
        .execute(Tuple.of(organisation, family))
        .map(rows -> first(rows).map(ScreenSql::held));
  }

  /**
   * The newest first.
   *
   * @param since from when on those that were revoked are wanted, at most {@code mostRevoked}
   */
  static Future<List<Screen>> list(
      SqlClient client, int organisation, Instant since, int mostRevoked) {
    return client
        .preparedQuery(LIST)
        .execute(Tuple.of(organisation, utc(since), mostRevoked))
        .map(
            rows -> {
              var found = new ArrayList<Screen>(rows.size());
              rows.forEach(row -> found.add(screen(row)));
              return found;
            });
  }

  /** A token more, before the first was shown. */
  static Future<Void> hand(SqlClient transaction, int organisation, int screen, Handed handed) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(screen)
            .addArrayOfBuffer(handed.offered().toArray(Buffer[]::new));
    return transaction.preparedQuery(HAND).execute(values).mapEmpty();
  }

  /** A token was shown, and another one given for it. */
  static Future<Void> renew(
      SqlClient transaction,
      int organisation,
      int screen,
      Handed handed,
      Sighting seen,
      String device) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(screen)
            .addBuffer(handed.shown())
            .addArrayOfBuffer(handed.offered().toArray(Buffer[]::new))
            .addOffsetDateTime(utc(seen.at()))
            .addString(seen.address())
            .addString(device);
    return transaction.preparedQuery(RENEW).execute(values).mapEmpty();
  }

  static Future<Void> change(SqlClient transaction, int organisation, int screen, Wanted wanted) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(screen)
            .addString(wanted.name())
            .addInteger(wanted.site())
            .addString(PlaylistJson.of(wanted.playlist()).encode());
    return transaction.preparedQuery(CHANGE).execute(values).mapEmpty();
  }

  static Future<Void> revoke(SqlClient transaction, int organisation, int screen, Instant now) {
    return transaction
        .preparedQuery(REVOKE)
        .execute(Tuple.of(organisation, screen, utc(now)))
        .mapEmpty();
  }

  /** False where an alarm stands already, or the screen was revoked. */
  static Future<Boolean> raise(SqlClient transaction, int organisation, int screen, Alarm alarm) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(screen)
            .addOffsetDateTime(utc(alarm.at()))
            .addString(alarm.reason().name())
            .addArrayOfString(alarm.addresses().toArray(String[]::new));
    return transaction.preparedQuery(RAISE).execute(values).map(rows -> rows.rowCount() > 0);
  }

  static Future<Void> settle(SqlClient transaction, int organisation, int screen) {
    return transaction.preparedQuery(SETTLE).execute(Tuple.of(organisation, screen)).mapEmpty();
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row);
    }
    return Optional.empty();
  }

  private static Held held(Row row) {
    @Nullable Buffer shown = row.getBuffer("secret");
    var handed = new Handed(shown, List.of(row.getArrayOfBuffers("offered")));
    return new Held(screen(row), row.getUUID("family"), handed);
  }

  private static Screen screen(Row row) {
    @Nullable Integer site = row.getInteger("site");
    @Nullable String device = row.getString("device");
    return new Screen(
        row.getInteger("screen"),
        row.getString("name"),
        site,
        PlaylistJson.stored(row.getString("playlist")),
        row.getOffsetDateTime("paired_at").toInstant(),
        row.getString("paired_by"),
        seen(row),
        device,
        alarm(row),
        instant(row, "revoked_at"));
  }

  private static @Nullable Sighting seen(Row row) {
    Instant at = instant(row, "last_seen_at");
    return at == null ? null : new Sighting(at, row.getString("last_address"));
  }

  private static @Nullable Alarm alarm(Row row) {
    Instant at = instant(row, "alarm_at");
    return at == null
        ? null
        : new Alarm(
            at,
            Alarm.Reason.valueOf(row.getString("alarm_reason")),
            List.of(row.getArrayOfStrings("alarm_addresses")));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
