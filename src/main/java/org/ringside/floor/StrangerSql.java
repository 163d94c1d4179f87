package org.ringside.floor;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Spellings of agents that no alias knows; the scorer keeps the table. */
final class StrangerSql {
  /** Served by the primary key. */
  private static final String PAGE =
      """
      select source, subject, facts, first_time, last_time
      from stranger
      where organisation = $1 and (source, subject) > ($2, $3)
      order by source, subject
      limit $4
      """;

  private StrangerSql() {}

  /**
   * A spelling that means nobody.
   *
   * @param first event time of the earliest of its facts
   * @param last event time of the latest
   */
  record Stranger(String source, String subject, long facts, Instant first, Instant last) {}

  /**
   * In order of source and subject.
   *
   * @param source of the last of the page before, empty for the first page
   * @param subject of the same
   */
  static Future<List<Stranger>> page(
      SqlClient client, int organisation, String source, String subject, int limit) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(organisation, source, subject, limit))
        .map(
            rows -> {
              var strangers = new ArrayList<Stranger>(rows.size());
              rows.forEach(row -> strangers.add(stranger(row)));
              return strangers;
            });
  }

  private static Stranger stranger(Row row) {
    return new Stranger(
        row.getString("source"),
        row.getString("subject"),
        row.getLong("facts"),
        row.getOffsetDateTime("first_time").toInstant(),
        row.getOffsetDateTime("last_time").toInstant());
  }
}
