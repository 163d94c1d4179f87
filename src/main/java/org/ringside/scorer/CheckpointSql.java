package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/** Tallies, sheets and strangers in the database, and the position in the log that they contain. */
final class CheckpointSql {
  private static final String ADD_TALLIES =
      """
      insert into tally as t (organisation, day, agent, team, queue, direction, channel, counters)
      select $1, day, agent, team, queue, direction, channel, counters::jsonb
      from unnest($2::date[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[])
        as d (day, agent, team, queue, direction, channel, counters)
      on conflict (organisation, day, agent, team, queue, direction, channel)
      do update set counters = counters_plus(t.counters, excluded.counters)
      """;

  private static final String ADD_SHEETS =
      """
      insert into sheet as s (organisation, contest, agent, team, counters)
      select $1, contest, agent, team, counters::jsonb
      from unnest($2::int[], $3::int[], $4::int[], $5::text[]) as d (contest, agent, team, counters)
      on conflict (organisation, contest, agent, team)
      do update set counters = counters_plus(s.counters, excluded.counters)
      """;

  private static final String PUT_SHEETS =
      """
      insert into sheet (organisation, contest, agent, team, counters)
      select $1, contest, agent, team, counters::jsonb
      from unnest($2::int[], $3::int[], $4::int[], $5::text[]) as d (contest, agent, team, counters)
      on conflict (organisation, contest, agent, team) do update set counters = excluded.counters
      """;

  private static final String ADD_STRANGERS =
      """
      insert into stranger as s (organisation, source, subject, facts, first_time, last_time)
      select $1, source, subject, facts, first_time, last_time
      from unnest($2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::timestamptz[])
        as d (source, subject, facts, first_time, last_time)
      on conflict (organisation, source, subject)
      do update set facts = s.facts + excluded.facts,
        first_time = least(s.first_time, excluded.first_time),
        last_time = greatest(s.last_time, excluded.last_time)
      """;

  private static final String DROP_KNOWN =
      "delete from stranger where organisation = $1 and facts <= 0";

  private static final String ADD_LATE =
      """
      insert into late_fact (organisation, contest, seq)
      select $1, contest, seq from unnest($2::int[], $3::bigint[]) as d (contest, seq)
      on conflict do nothing
      """;

  private static final String MOVE =
      """
      insert into checkpoint (organisation, seq) values ($1, $2)
      on conflict (organisation) do update set seq = excluded.seq
      """;

  private static final String POSITION = "select seq from checkpoint where organisation = $1";

  private static final String SHEETS =
      "select agent, team, counters from sheet where organisation = $1 and contest = $2";

  private static final String DROP_SHEETS =
      "delete from sheet where organisation = $1 and contest = $2";

  private static final String SHARE =
      "insert into shared_sheets (organisation, contest, sheets) values ($1, $2, $3)";

  private static final String SHARED =
      "select contest, sheets from shared_sheets where organisation = $1";

  private static final String SUM_TALLIES =
      """
      select agent, team, jsonb_object_agg(name, amount) as counters
      from (
        select agent, team, name, sum(amount::bigint) as amount
        from tally, jsonb_each_text(counters) as c (name, amount)
        where organisation = $1 and day >= $2 and day < $3
        group by agent, team, name) as summed
      group by agent, team
      """;

  private static final String DROP_TALLIES = "delete from tally where organisation = $1";
  private static final String DROP_STRANGERS = "delete from stranger where organisation = $1";

  private CheckpointSql() {}

  /** Adds the differences of a checkpoint, and puts the sheets as they are. */
  static Future<Void> write(SqlClient client, int organisation, Checkpoint checkpoint) {
    return Future.all(
            add(client, organisation, checkpoint.booked(), checkpoint.position()),
            sheets(client, PUT_SHEETS, organisation, checkpoint.sheets()))
        .mapEmpty();
  }

  /** Adds differences to the tables, and says up to where in the log they now go. */
  static Future<Void> add(SqlClient client, int organisation, Pending pending, long seq) {
    return Future.all(
            List.of(
                addTallies(client, organisation, pending.tallies),
                sheets(client, ADD_SHEETS, organisation, pending.sheetsToAdd),
                addStrangers(client, organisation, pending.strangers),
                addLate(client, organisation, pending.late),
                client.preparedQuery(MOVE).execute(Tuple.of(organisation, seq))))
        .mapEmpty();
  }

  private static Future<?> addTallies(
      SqlClient client, int organisation, Map<TallyKey, Counters> tallies) {
    if (tallies.isEmpty()) {
      return Future.succeededFuture();
    }
    int size = tallies.size();
    var days = new LocalDate[size];
    var agents = new Integer[size];
    var teams = new Integer[size];
    var queues = new String[size];
    var directions = new String[size];
    var channels = new String[size];
    var counters = new String[size];
    int i = 0;
    for (var entry : tallies.entrySet()) {
      TallyKey key = entry.getKey();
      days[i] = key.day();
      agents[i] = key.agent();
      teams[i] = key.team();
      queues[i] = key.queue();
      directions[i] = key.direction().wire();
      channels[i] = key.channel();
      counters[i] = json(entry.getValue());
      i++;
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfLocalDate(days)
            .addArrayOfInteger(agents)
            .addArrayOfInteger(teams)
            .addArrayOfString(queues)
            .addArrayOfString(directions)
            .addArrayOfString(channels)
            .addArrayOfString(counters);
    return client.preparedQuery(ADD_TALLIES).execute(values);
  }

  private static Future<?> sheets(
      SqlClient client,
      String statement,
      int organisation,
      Map<Pending.SheetKey, Counters> sheets) {
    if (sheets.isEmpty()) {
      return Future.succeededFuture();
    }
    int size = sheets.size();
    var contests = new Integer[size];
    var agents = new Integer[size];
    var teams = new Integer[size];
    var counters = new String[size];
    int i = 0;
    for (var entry : sheets.entrySet()) {
      contests[i] = entry.getKey().sheets();
      agents[i] = entry.getKey().place().agent();
      teams[i] = entry.getKey().place().team();
      counters[i] = json(entry.getValue());
      i++;
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(contests)
            .addArrayOfInteger(agents)
            .addArrayOfInteger(teams)
            .addArrayOfString(counters);
    return client.preparedQuery(statement).execute(values);
  }

  private static Future<?> addStrangers(
      SqlClient client, int organisation, Map<Pending.StrangerKey, Pending.Sightings> strangers) {
    if (strangers.isEmpty()) {
      return Future.succeededFuture();
    }
    int size = strangers.size();
    var sources = new String[size];
    var subjects = new String[size];
    var facts = new Long[size];
    var firsts = new OffsetDateTime[size];
    var lasts = new OffsetDateTime[size];
    int i = 0;
    for (var entry : strangers.entrySet()) {
      sources[i] = entry.getKey().source();
      subjects[i] = entry.getKey().subject();
      facts[i] = entry.getValue().facts;
      firsts[i] = at(entry.getValue().firstMs);
      lasts[i] = at(entry.getValue().lastMs);
      i++;
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfString(sources)
            .addArrayOfString(subjects)
            .addArrayOfLong(facts)
            .addArrayOfOffsetDateTime(firsts)
            .addArrayOfOffsetDateTime(lasts);
    return Future.all(
        client.preparedQuery(ADD_STRANGERS).execute(values),
        client.preparedQuery(DROP_KNOWN).execute(Tuple.of(organisation)));
  }

  private static Future<?> addLate(SqlClient client, int organisation, List<Pending.Late> late) {
    if (late.isEmpty()) {
      return Future.succeededFuture();
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(late.stream().map(Pending.Late::contest).toArray(Integer[]::new))
            .addArrayOfLong(late.stream().map(Pending.Late::seq).toArray(Long[]::new));
    return client.preparedQuery(ADD_LATE).execute(values);
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
        .map(CheckpointSql::byPlace);
  }

  /** The tallies of service days from (inclusive) to (exclusive), summed per place. */
  static Future<Map<Place, Counters>> sumTallies(
      SqlClient client, int organisation, LocalDate from, LocalDate to) {
    return client
        .preparedQuery(SUM_TALLIES)
        .execute(Tuple.of(organisation, from, to))
        .map(CheckpointSql::byPlace);
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

  /** Forgets all tallies and strangers, before they are made anew from the log. */
  static Future<Void> dropTallies(SqlClient client, int organisation) {
    Tuple values = Tuple.of(organisation);
    return Future.all(
            client.preparedQuery(DROP_TALLIES).execute(values),
            client.preparedQuery(DROP_STRANGERS).execute(values))
        .mapEmpty();
  }

  private static Map<Place, Counters> byPlace(Iterable<Row> rows) {
    var sheets = new HashMap<Place, Counters>();
    for (Row row : rows) {
      var place = new Place(row.getInteger("agent"), row.getInteger("team"));
      sheets.put(place, counters(row.getJsonObject("counters")));
    }
    return sheets;
  }

  static Counters counters(JsonObject json) {
    var counters = new Counters();
    json.forEach(field -> counters.add(field.getKey(), ((Number) field.getValue()).longValue()));
    return counters;
  }

  private static String json(Counters counters) {
    var out = new StringBuilder(128).append('{');
    counters.forEach(
        (name, amount) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          out.append('"').append(name).append("\":").append(amount);
        });
    return out.append('}').toString();
  }

  private static OffsetDateTime at(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC);
  }
}
