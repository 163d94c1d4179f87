package org.ringside.retention;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;

/** Settings of retention, and what goes by them. All statements are of one tenant. */
final class RetentionSql {
  private static final String FIND = "select kind, days from retention where organisation = $1";

  private static final String PUT =
      """
      insert into retention (organisation, kind, days)
      select $1, kind, nullif(days, 0) from unnest($2::text[], $3::int[]) as said (kind, days)
      on conflict (organisation, kind) do update set days = excluded.days
      """;

  /** Served by session_over. */
  private static final String DROP_SESSIONS =
      """
      delete from session where organisation = $1 and session in (
        select session from session
        where organisation = $1 and coalesce(ended_at, ends_at) < $2 limit $3)
      """;

  /** Served by one_time_link_over. */
  private static final String DROP_LINKS =
      """
      delete from one_time_link where organisation = $1 and secret in (
        select secret from one_time_link
        where organisation = $1 and coalesce(used_at, ends_at) < $2 limit $3)
      """;

  private RetentionSql() {}

  /** What was said, and the default where nothing was. */
  static Future<Retention> find(SqlClient tenant, int organisation) {
    return tenant
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var said = new EnumMap<Kind, Integer>(Kind.class);
              for (Row row : rows) {
                Integer days = row.getInteger("days");
                Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                said.put(kind, days == null ? Retention.FOR_EVER : days);
              }
              return new Retention(said);
            });
  }

  static Future<Void> put(SqlClient tenant, int organisation, Retention wanted) {
    Kind[] kinds = Kind.values();
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfString(Arrays.stream(kinds).map(Kind::word).toArray(String[]::new))
            .addArrayOfInteger(Arrays.stream(kinds).map(wanted::days).toArray(Integer[]::new));
    return tenant.preparedQuery(PUT).execute(values).mapEmpty();
  }

  /** Removes sign-ins that were over before then; gives how many, at most the limit. */
  static Future<Integer> dropSessions(
      SqlClient tenant, int organisation, Instant before, int limit) {
    return drop(tenant, DROP_SESSIONS, organisation, before, limit);
  }

  /** Removes links that were used or too old before then; gives how many, at most the limit. */
  static Future<Integer> dropLinks(SqlClient tenant, int organisation, Instant before, int limit) {
    return drop(tenant, DROP_LINKS, organisation, before, limit);
  }

  private static Future<Integer> drop(
      SqlClient tenant, String sql, int organisation, Instant before, int limit) {
    return tenant
        .preparedQuery(sql)
        .execute(Tuple.of(organisation, before.atOffset(ZoneOffset.UTC), limit))
        .map(rows -> rows.rowCount());
  }
}
