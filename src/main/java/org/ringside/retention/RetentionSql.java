package org.ringside.retention;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Settings of retention, and what goes by them. All statements are of one tenant. */
final class RetentionSql {
  private static final String FIND = "select kind, days from retention where organisation = $1";

  private static final String PUT =
      """
      insert into retention (organisation, kind, days) values ($1, 'sessions', $2), ($1, 'refusals', $3)
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
              Retention found = Retention.DEFAULT;
              for (Row row : rows) {
                Integer days = row.getInteger("days");
                found =
                    row.getString("kind").equals("sessions")
                        ? new Retention(days, found.refusalsDays())
                        : new Retention(found.sessionsDays(), days);
              }
              return found;
            });
  }

  static Future<Void> put(SqlClient tenant, int organisation, Retention wanted) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(wanted.sessionsDays())
            .addInteger(wanted.refusalsDays());
    return tenant.preparedQuery(PUT).execute(values).mapEmpty();
  }

  /** Removes sign-ins that were over before then; gives how many, at most the limit. */
  static Future<Integer> dropSessions(
      SqlClient tenant, int organisation, @Nullable Instant before, int limit) {
    return drop(tenant, DROP_SESSIONS, organisation, before, limit);
  }

  /** Removes links that were used or too old before then; gives how many, at most the limit. */
  static Future<Integer> dropLinks(
      SqlClient tenant, int organisation, @Nullable Instant before, int limit) {
    return drop(tenant, DROP_LINKS, organisation, before, limit);
  }

  private static Future<Integer> drop(
      SqlClient tenant, String sql, int organisation, @Nullable Instant before, int limit) {
    return before == null
        ? Future.succeededFuture(0)
        : tenant
            .preparedQuery(sql)
            .execute(Tuple.of(organisation, before.atOffset(ZoneOffset.UTC), limit))
            .map(rows -> rows.rowCount());
  }
}
