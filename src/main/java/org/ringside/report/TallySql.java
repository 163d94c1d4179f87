package org.ringside.report;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.ringside.floor.Places;

/** Tallies, as far as reports read them; the scorer writes them. */
final class TallySql {
  private static final int FETCH = 2_000;

  /** Served by the primary key, which begins with organisation and day. */
  private static final String DAYS =
      """
      select day, agent, team, owner, counters
      from tally
      where organisation = $1 and day >= $2 and day < $3
      """;

  /** Reads every tally of the organisation where it is not found: a question about a slip. */
  private static final String EVER_BOOKED =
      "select exists (select from tally where organisation = $1 and counters ? $2) as found";

  private TallySql() {}

  /**
   * Counters of a service day and where they belong.
   *
   * @param counters name to integer
   */
  record TallyDay(LocalDate day, Places places, JsonObject counters) {}

  /**
   * Streams the tallies of service days, in no order.
   *
   * @param connection one in a transaction
   * @param to the first day no longer in it
   */
  static Future<Void> days(
      SqlConnection connection,
      int organisation,
      LocalDate from,
      LocalDate to,
      Consumer<TallyDay> consumer) {
    return connection
        .prepare(DAYS)
        .compose(statement -> drain(statement.cursor(Tuple.of(organisation, from, to)), consumer));
  }

  private static TallyDay tallyDay(Row row) {
    var places =
        Places.of(row.getInteger("agent"), row.getInteger("team"), row.getInteger("owner"));
    return new TallyDay(row.getLocalDate("day"), places, row.getJsonObject("counters"));
  }

  private static Future<Void> drain(Cursor cursor, Consumer<TallyDay> consumer) {
    return cursor
        .read(FETCH)
        .compose(
            rows -> {
              rows.forEach(row -> consumer.accept(tallyDay(row)));
              return cursor.hasMore() ? drain(cursor, consumer) : cursor.close();
            });
  }

  static Future<Boolean> everBooked(SqlClient client, int organisation, String counter) {
    return client
        .preparedQuery(EVER_BOOKED)
        .execute(Tuple.of(organisation, counter))
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }
}
