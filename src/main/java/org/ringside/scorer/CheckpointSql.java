package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.ringside.floor.Place;
import org.ringside.floor.Places;
import org.ringside.metric.Counters;

/**
 * Tallies, sheets and strangers in the database, and the position in the log that they contain. How
 * they are written is said by {@link CheckpointWrites}.
 */
final class CheckpointSql {
  private static final String POSITION = "select seq from checkpoint where organisation = $1";

  private static final String SHEETS =
      "select agent, team, counters::text as counters from sheet where organisation = $1 and contest = $2";

  private static final String DROP_SHEETS =
      "delete from sheet where organisation = $1 and contest = $2";

  private static final String SHARE =
      "insert into shared_sheets (organisation, contest, sheets) values ($1, $2, $3)";

  private static final String SHARED =
      "select contest, sheets from shared_sheets where organisation = $1";

  private static final String SUM_TALLIES =
      """
      select agent, team, owner, jsonb_object_agg(name, amount)::text as counters
      from (
        select agent, team, owner, name, sum(amount::bigint) as amount
        from tally, jsonb_each_text(counters) as c (name, amount)
        where organisation = $1 and day >= $2 and day < $3 and not sealed
        group by agent, team, owner, name) as summed
      group by agent, team, owner
      """;

  private static final String DROP_TALLIES =
      "delete from tally where organisation = $1 and day >= $2 and not sealed";

  private static final String SET_ASIDE =
      """
      with moved as (
        delete from tally where organisation = $1 and day >= $2 and day < $3 and not sealed
        returning *)
      insert into tally as t
        (organisation, day, agent, team, owner, queue, direction, channel, counters, sealed)
      select organisation, day, agent, team, owner, queue, direction, channel, counters, true
      from moved
      on conflict (organisation, day, agent, team, owner, queue, direction, channel, sealed)
      do update set counters = counters_plus(t.counters, excluded.counters)
      """;

  private static final String DROP_STRANGERS = "delete from stranger where organisation = $1";

  private CheckpointSql() {}

  /** Adds differences to the tables, and says up to where in the log they now go. */
  static Future<Void> add(SqlClient client, int organisation, Pending pending, long seq) {
    return write(
        client,
        CheckpointWrites.adding(organisation, pending, seq),
        took -> Future.succeededFuture());
  }

  /**
   * Carries out statements one after the other, so that a commit of facts never has more of them in
   * front of it than one portion, in the processors as in the database's own log.
   *
   * @param rest what comes between two, told how many nanoseconds the first of them took
   */
  static Future<Void> write(
      SqlClient client,
      List<CheckpointWrites.Statement> statements,
      LongFunction<Future<Void>> rest) {
    Future<Void> written = Future.succeededFuture();
    for (CheckpointWrites.Statement statement : statements) {
      written = written.compose(before -> write(client, statement, rest));
    }
    return written;
  }

  private static Future<Void> write(
      SqlClient client, CheckpointWrites.Statement statement, LongFunction<Future<Void>> rest) {
    long started = System.nanoTime();
    return client
        .preparedQuery(statement.sql())
        .execute(statement.values())
        .compose(done -> rest.apply(System.nanoTime() - started));
  }

  /** The position in the log that the tables contain, 0 before the first checkpoint. */
  static Future<Long> position(SqlClient client, int organisation) {
    return client
        .preparedQuery(POSITION)
        .execute(Tuple.of(organisation))
        .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
  }

  /** A contest's sheets as of the checkpoint. */
  static Future<Map<Place, Counters>> sheets(SqlClient client, int organisation, int contest) {
    return client
        .preparedQuery(SHEETS)
        .execute(Tuple.of(organisation, contest))
        .map(
            rows ->
                counters(rows, row -> new Place(row.getInteger("agent"), row.getInteger("team"))));
  }

  /**
   * The tallies of service days from (inclusive) to (exclusive), summed per place: of days since
   * when facts are kept, so that what was set aside is none of theirs.
   */
  static Future<Map<Places, Counters>> sumTallies(
      SqlClient client, int organisation, LocalDate from, LocalDate to) {
    return client
        .preparedQuery(SUM_TALLIES)
        .execute(Tuple.of(organisation, from, to))
        .map(
            rows ->
                counters(
                    rows,
                    row ->
                        Places.of(
                            row.getInteger("agent"),
                            row.getInteger("team"),
                            row.getInteger("owner"))));
  }

  /** Notes that a contest counts by the sheets that are kept under another one's number. */
  static Future<Void> share(SqlClient client, int organisation, int contest, int sheets) {
    return client.preparedQuery(SHARE).execute(Tuple.of(organisation, contest, sheets)).mapEmpty();
  }

  /** Contests without sheets of their own, and whose they share. */
  static Future<Map<Integer, Integer>> shared(SqlClient client, int organisation) {
    return client
        .preparedQuery(SHARED)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var shared = new HashMap<Integer, Integer>();
              rows.forEach(row -> shared.put(row.getInteger(0), row.getInteger(1)));
              return shared;
            });
  }

  static Future<Void> dropSheets(SqlClient client, int organisation, int contest) {
    return client.preparedQuery(DROP_SHEETS).execute(Tuple.of(organisation, contest)).mapEmpty();
  }

  /**
   * Forgets all strangers and the tallies that can be made anew from the log.
   *
   * @param first service day since which facts are kept
   */
  static Future<Void> dropTallies(SqlClient client, int organisation, LocalDate first) {
    return Future.all(
            client.preparedQuery(DROP_TALLIES).execute(Tuple.of(organisation, first)),
            client.preparedQuery(DROP_STRANGERS).execute(Tuple.of(organisation)))
        .mapEmpty();
  }

  /**
   * Keeps the tallies of days from (inclusive) to (exclusive), of which the facts are gone, apart
   * from what another calendar books on these days.
   */
  static Future<Void> setAside(SqlClient client, int organisation, LocalDate from, LocalDate to) {
    return client.preparedQuery(SET_ASIDE).execute(Tuple.of(organisation, from, to)).mapEmpty();
  }

  /** Adds to the spellings that no alias knows, apart from a checkpoint. */
  static Future<Void> addStrangers(SqlClient client, int organisation, Pending pending) {
    return write(
        client,
        CheckpointWrites.strangers(organisation, pending),
        took -> Future.succeededFuture());
  }

  private static <K> Map<K, Counters> counters(Iterable<Row> rows, Function<Row, K> key) {
    var counters = new HashMap<K, Counters>();
    var reader = new CountersText();
    for (Row row : rows) {
      counters.put(key.apply(row), reader.read(row.getString("counters")));
    }
    return counters;
  }
}
