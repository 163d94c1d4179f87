package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Counters;
import org.ringside.metric.Direction;

/** What a check asks the database: each statement of faults returns nothing where all is well. */
final class CheckSql {
  /** A check of years of facts may take its time. */
  static final String PATIENT = "set local statement_timeout = 0";

  private static final String LOST =
      """
      select i.source, i.id, 'revision ' || i.revision || ' at ' || i.seq || ' is not in the log'
      from fact_identity i
      left join fact f on f.organisation = i.organisation and f.seq = i.seq and f.time = i.time
      where i.organisation = $1 and i.time >= $2
        and (f.seq is null
          or (f.source, f.id, f.revision) is distinct from (i.source, i.id, i.revision))
      limit 100
      """;

  private static final String MISTAKEN =
      """
      select l.source, l.id, case
          when i.id is null then 'is in the log and not known'
          when i.revision <> l.highest
            then 'is known by revision ' || i.revision || ', the log goes to ' || l.highest
          else 'is in the log ' || l.entries || ' times with ' || l.revisions || ' revisions'
        end
      from (
        select source, id, max(revision) as highest, count(*) as entries,
          count(distinct revision) as revisions
        from fact where organisation = $1 group by source, id) as l
      left join fact_identity i on i.organisation = $1 and i.source = l.source and i.id = l.id
      where i.id is null or (i.revision <> l.highest and i.time >= $2)
        or l.entries <> l.revisions
      limit 100
      """;

  private static final String UNCHAINED =
      """
      select source, id, 'revision ' || revision || ' does not name the one that it replaced'
      from (
        select source, id, revision, prior_seq, prior_time,
          lag(seq) over (partition by source, id order by revision) as before
        from fact where organisation = $1) as chained
      where prior_seq is distinct from before and coalesce(prior_time >= $2, true)
      limit 100
      """;

  private static final String AT_ONE_POSITION =
      """
      select 0, seq::text, 'is the position of ' || count(*) || ' facts'
      from fact where organisation = $1 group by seq having count(*) > 1
      limit 100
      """;

  private static final String REACH =
      """
      select (select min(time) from fact where organisation = $1) as first_time,
        (select max(time) from fact where organisation = $1) as last_time,
        (select min(day) from tally where organisation = $1) as first_day,
        (select max(day) from tally where organisation = $1) as last_day
      """;

  private static final String TALLIES =
      """
      select day, agent, team, owner, queue, direction, channel, counters::text as counters
      from tally where organisation = $1 and day >= $2 and day < $3 and not sealed
      """;

  private static final String TOTALS =
      """
      select grouping(team) as everyone, coalesce(team, 0) as team, name,
        sum(amount::bigint)::bigint as amount
      from tally, jsonb_each_text(counters) as c (name, amount)
      where organisation = $1 and day >= $2 and not sealed
      group by grouping sets ((team, name), (name))
      """;

  private static final String SEALED_DAYS =
      """
      select count(distinct day) as days
      from tally where organisation = $1 and (day < $2 or sealed)
      """;

  private CheckSql() {}

  /**
   * Where the log and what is known of its ids disagree (invariant 1).
   *
   * @param since when facts are kept: of before, ids alone are known
   */
  static Future<Void> log(
      SqlClient client, int organisation, Instant since, CheckFindings findings) {
    Tuple kept = Tuple.of(organisation, since.atOffset(ZoneOffset.UTC));
    return faults(client, LOST, kept, findings)
        .compose(done -> faults(client, MISTAKEN, kept, findings))
        .compose(done -> faults(client, UNCHAINED, kept, findings))
        .compose(done -> faults(client, AT_ONE_POSITION, Tuple.of(organisation), findings));
  }

  /** How many service days have tallies of which the facts are gone: all of before a day. */
  static Future<Long> sealedDays(SqlClient client, int organisation, LocalDate first) {
    return client
        .preparedQuery(SEALED_DAYS)
        .execute(Tuple.of(organisation, first))
        .map(rows -> rows.iterator().next().getLong("days"));
  }

  private static Future<Void> faults(
      SqlClient client, String statement, Tuple values, CheckFindings findings) {
    return client
        .preparedQuery(statement)
        .execute(values)
        .map(
            rows -> {
              for (Row row : rows) {
                findings.differs(
                    "organisation %d, source %d, fact %s: %s"
                        .formatted(
                            values.getInteger(0),
                            row.getInteger(0),
                            row.getString(1),
                            row.getString(2)));
              }
              return null;
            });
  }

  /**
   * How far facts and tallies go.
   *
   * @param firstTime null without facts
   * @param firstDay null without tallies
   */
  record Reach(
      @Nullable Instant firstTime,
      @Nullable Instant lastTime,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {}

  static Future<Reach> reach(SqlClient client, int organisation) {
    return client
        .preparedQuery(REACH)
        .execute(Tuple.of(organisation))
        .map(rows -> reach(rows.iterator().next()));
  }

  private static Reach reach(Row row) {
    return new Reach(
        instant(row, "first_time"),
        instant(row, "last_time"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  /** The stored tallies of service days from (inclusive) to (exclusive), but those set aside. */
  static Future<Map<TallyKey, Counters>> tallies(
      SqlClient client, int organisation, LocalDate from, LocalDate to) {
    return client
        .preparedQuery(TALLIES)
        .execute(Tuple.of(organisation, from, to))
        .map(CheckSql::byKey);
  }

  private static Map<TallyKey, Counters> byKey(RowSet<Row> rows) {
    var tallies = new HashMap<TallyKey, Counters>(rows.size() * 2);
    var reader = new CountersText();
    for (Row row : rows) {
      var key =
          new TallyKey(
              row.getLocalDate("day"),
              row.getInteger("agent"),
              row.getInteger("team"),
              row.getInteger("owner"),
              row.getString("queue"),
              Objects.requireNonNull(
                  Direction.of(row.getString("direction")), "checked when written"),
              row.getString("channel"));
      tallies.put(key, reader.read(row.getString("counters")));
    }
    return tallies;
  }

  /**
   * Sums over the stored tallies since a service day, worked out by the database: per team, and of
   * everybody.
   */
  static Future<Totals> totals(SqlClient client, int organisation, LocalDate first) {
    return client
        .preparedQuery(TOTALS)
        .execute(Tuple.of(organisation, first))
        .map(
            rows -> {
              var totals = new Totals();
              for (Row row : rows) {
                Counters of =
                    row.getInteger("everyone") == 1
                        ? totals.everybody()
                        : totals.team(row.getInteger("team"));
                of.add(row.getString("name"), row.getLong("amount"));
              }
              return totals;
            });
  }

  /** Counters of all time: per team (0: of no team), and of the organisation. */
  static final class Totals {
    final Map<Integer, Counters> teams = new HashMap<>();
    final Map<String, Counters> organisation = new HashMap<>();

    Counters team(int team) {
      return teams.computeIfAbsent(team, t -> new Counters());
    }

    Counters everybody() {
      return organisation.computeIfAbsent("everybody", e -> new Counters());
    }

    void add(int team, Counters counters) {
      team(team).addAll(counters);
      everybody().addAll(counters);
    }
  }
}
