package org.ringside.contest;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ringside.rulebook.RuleBookSql;

/** Series in the database; added, never changed. */
public final class SeriesSql {
  private static final String ADD =
      """
      insert into series (organisation, series, name, cadence, competitors, rule_book, since,
        listed, site, zone, day_start, week_start, month_start, floor_names, floor_top, wall_names,
        wall_top)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """;

  private static final String LOAD =
      """
      select s.*, r.content, r.hash
      from series s join rule_book r using (organisation, rule_book)
      where organisation = $1
      order by series
      """;

  private static final String FIND_NAMED =
      """
      select series from series
      where organisation = $1 and name = $2 and cadence = $3 and competitors = $4
      """;

  private static final String LAST_NUMBER =
      "select coalesce(max(series), 0) from series where organisation = $1";

  private static final String UNKNOWN =
      """
      select asked.number
      from unnest($2::int[]) as asked(number)
      where not exists (
        select from series where organisation = $1 and series = asked.number)
      order by asked.number limit 1
      """;

  private SeriesSql() {}

  /** The lowest of these numbers that no series of the organisation has; empty if all have one. */
  public static Future<Optional<Integer>> unknown(
      SqlClient client, int organisation, Collection<Integer> numbers) {
    Tuple values =
        Tuple.tuple().addInteger(organisation).addArrayOfInteger(numbers.toArray(Integer[]::new));
    return client.preparedQuery(UNKNOWN).execute(values).map(SeriesSql::firstNumber);
  }

  public static Future<Void> add(SqlClient client, int organisation, Series series) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(series.number())
            .addString(series.name())
            .addString(series.cadence().wire())
            .addString(series.competitors().wire())
            .addInteger(series.ruleBook())
            .addOffsetDateTime(series.since().atOffset(ZoneOffset.UTC));
    SharedColumns.add(values, series.competing());
    SharedColumns.add(values, series.calendar());
    SharedColumns.add(values, series.audiences());
    return client.preparedQuery(ADD).execute(values).mapEmpty();
  }

  /** All of an organisation, by number. */
  public static Future<List<Series>> load(SqlClient client, int organisation) {
    return client
        .preparedQuery(LOAD)
        .execute(Tuple.of(organisation))
        .map(
            rows -> {
              var found = new ArrayList<Series>(rows.size());
              rows.forEach(row -> found.add(series(row)));
              return found;
            });
  }

  /** Number of the series that a draft would repeat; empty if there is none. */
  public static Future<Optional<Integer>> findNamed(
      SqlClient client, int organisation, NewSeries draft) {
    Tuple values =
        Tuple.of(organisation, draft.name(), draft.cadence().wire(), draft.competitors().wire());
    return client.preparedQuery(FIND_NAMED).execute(values).map(SeriesSql::firstNumber);
  }

  /** The highest number given so far, 0 before the first. */
  public static Future<Integer> lastNumber(SqlClient client, int organisation) {
    return client
        .preparedQuery(LAST_NUMBER)
        .execute(Tuple.of(organisation))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private static Optional<Integer> firstNumber(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row.getInteger(0));
    }
    return Optional.empty();
  }

  private static Series series(Row row) {
    return new Series(
        row.getInteger("series"),
        row.getString("name"),
        Cadence.of(row.getString("cadence")),
        Competitors.of(row.getString("competitors")),
        SharedColumns.competing(row),
        SharedColumns.audiences(row),
        row.getInteger("rule_book"),
        RuleBookSql.rules(row),
        SharedColumns.calendar(row),
        row.getOffsetDateTime("since").toInstant());
  }
}
