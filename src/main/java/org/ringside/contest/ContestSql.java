package org.ringside.contest;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringside.calendar.Window;
import org.ringside.metric.Catalogue;
import org.ringside.rulebook.RuleBookSql;
import org.ringside.scoring.RuleBook;

/** Contests in the database; added, never changed. */
public final class ContestSql {
  /** A contest stays in memory for so long after its grace, to be looked at on walls. */
  public static final Duration REMEMBERED = Duration.ofDays(14);

  /** Contests past their grace in memory; the open ones are all there. */
  private static final int MOST_REMEMBERED = 500;

  private static final String ADD =
      """
      insert into contest (organisation, contest, series, name, cadence, competitors, rule_book,
        period, starts, ends, grace_end, listed, site, zone, day_start, week_start, month_start,
        floor_names, floor_top, wall_names, wall_top)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21)
      """;

  private static final String LOAD =
      """
      with open as (
        select * from contest where organisation = $1 and grace_end > $2
      ), recent as (
        select * from contest where organisation = $1 and grace_end <= $2 and grace_end > $3
        order by contest desc limit $4
      )
      select c.*, r.content, r.hash
      from (select * from open union all select * from recent) as c
      join rule_book r using (organisation, rule_book)
      order by contest
      """;

  private static final String PAGE =
      """
      select c.*, r.content, r.hash
      from contest c join rule_book r using (organisation, rule_book)
      where organisation = $1 and contest < $2
      order by contest desc limit $3
      """;

  private static final String FIND =
      """
      select c.*, r.content, r.hash
      from contest c join rule_book r using (organisation, rule_book)
      where organisation = $1 and contest = $2
      """;

  private static final String FIND_SINGLE =
      """
      select contest from contest
      where organisation = $1 and name = $2 and competitors = $3 and starts = $4
        and series is null
      """;

  private static final String LAST_NUMBER =
      "select coalesce(max(contest), 0) from contest where organisation = $1";

  private static final String UNKNOWN =
      """
      select asked.number
      from unnest($2::int[]) as asked(number)
      where not exists (
        select from contest where organisation = $1 and contest = asked.number)
      order by asked.number limit 1
      """;

  private ContestSql() {}

  /** The lowest of these numbers that no contest of the organisation has; empty if all have one. */
  public static Future<Optional<Integer>> unknown(
      SqlClient client, int organisation, Collection<Integer> numbers) {
    Tuple values =
        Tuple.tuple().addInteger(organisation).addArrayOfInteger(numbers.toArray(Integer[]::new));
    return client.preparedQuery(UNKNOWN).execute(values).map(ContestSql::firstNumber);
  }

  public static Future<Void> add(SqlClient client, int organisation, Contest contest) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addInteger(contest.number())
            .addInteger(contest.series())
            .addString(contest.name())
            .addString(contest.cadence().wire())
            .addString(contest.competitors().wire())
            .addInteger(contest.ruleBook())
            .addString(contest.period())
            .addOffsetDateTime(contest.window().start().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(contest.window().end().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(contest.graceEnd().atOffset(ZoneOffset.UTC));
    SharedColumns.add(values, contest.competing());
    SharedColumns.add(values, contest.calendar());
    SharedColumns.add(values, contest.audiences());
    return client.preparedQuery(ADD).execute(values).mapEmpty();
  }

  /**
   * All contests whose grace has not ended, and those that ended not long ago; by number. Older
   * ones are read from the table when somebody asks for them.
   */
  public static Future<List<Contest>> load(
      SqlClient client, int organisation, Catalogue catalogue, Instant now) {
    Tuple values =
        Tuple.of(
            organisation,
            now.atOffset(ZoneOffset.UTC),
            now.minus(REMEMBERED).atOffset(ZoneOffset.UTC),
            MOST_REMEMBERED);
    return client.preparedQuery(LOAD).execute(values).map(rows -> contests(rows, catalogue));
  }

  /** At most so many with numbers below the one given, the newest first. */
  public static Future<List<Contest>> page(
      SqlClient client, int organisation, Catalogue catalogue, int below, int limit) {
    return client
        .preparedQuery(PAGE)
        .execute(Tuple.of(organisation, below, limit))
        .map(rows -> contests(rows, catalogue));
  }

  /** Empty where there is none of that number. */
  public static Future<Optional<Contest>> find(
      SqlClient client, int organisation, Catalogue catalogue, int number) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(organisation, number))
        .map(rows -> contests(rows, catalogue))
        .map(found -> found.stream().findFirst());
  }

  /** Number of the single contest that a draft would repeat; empty if there is none. */
  public static Future<Optional<Integer>> findSingle(
      SqlClient client, int organisation, NewContest draft) {
    Tuple values =
        Tuple.of(
            organisation,
            draft.name(),
            draft.competitors().wire(),
            draft.period().window().start().atOffset(ZoneOffset.UTC));
    return client.preparedQuery(FIND_SINGLE).execute(values).map(ContestSql::firstNumber);
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

  private static List<Contest> contests(RowSet<Row> rows, Catalogue catalogue) {
    Map<Integer, RuleBook> ruleBooks = new HashMap<>();
    var contests = new ArrayList<Contest>(rows.size());
    for (Row row : rows) {
      RuleBook rules =
          ruleBooks.computeIfAbsent(row.getInteger("rule_book"), n -> RuleBookSql.rules(row));
      contests.add(contest(row, rules, catalogue));
    }
    return Collections.unmodifiableList(contests);
  }

  private static Contest contest(Row row, RuleBook rules, Catalogue catalogue) {
    Competitors competitors = Competitors.of(row.getString("competitors"));
    return new Contest(
        row.getInteger("contest"),
        row.getString("name"),
        row.getInteger("series"),
        Cadence.of(row.getString("cadence")),
        competitors,
        SharedColumns.competing(row),
        SharedColumns.audiences(row),
        row.getInteger("rule_book"),
        rules.withDefaultGates(catalogue, competitors == Competitors.TEAM),
        SharedColumns.calendar(row),
        new Window(
            row.getOffsetDateTime("starts").toInstant(), row.getOffsetDateTime("ends").toInstant()),
        row.getOffsetDateTime("grace_end").toInstant(),
        row.getString("period"));
  }
}
