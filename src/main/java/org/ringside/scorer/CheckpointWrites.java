package org.ringside.scorer;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ringside.metric.Counters;

/**
 * The statements that write what was booked. With ten thousand agents in motion their values take
 * long to word, so that is done apart from carrying them out, and off the scorer's loop.
 */
final class CheckpointWrites {
  private static final String ADD_TALLIES =
      """
      insert into tally as t
        (organisation, day, agent, team, owner, queue, direction, channel, counters)
      select $1, day, agent, team, owner, queue, direction, channel, counters::jsonb
      from unnest(
          $2::date[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[],
          $9::text[])
        as d (day, agent, team, owner, queue, direction, channel, counters)
      on conflict (organisation, day, agent, team, owner, queue, direction, channel, sealed)
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

  /** Rows that one statement writes, at most. */
  private static final int PORTION = 500;

  /** One statement with its values. */
  record Statement(String sql, Tuple values) {}

  private CheckpointWrites() {}

  /** Adds the differences of a checkpoint, and puts the sheets as they are. */
  static List<Statement> of(int organisation, Checkpoint checkpoint) {
    List<Statement> statements = adding(organisation, checkpoint.booked(), checkpoint.position());
    for (var portion : portions(checkpoint.sheets())) {
      statements.add(sheets(PUT_SHEETS, organisation, portion));
    }
    return statements;
  }

  /** Adds differences to the tables, and says up to where in the log they now go. */
  static List<Statement> adding(int organisation, Pending pending, long seq) {
    var statements = new ArrayList<Statement>();
    for (var portion : portions(pending.tallies)) {
      statements.add(tallies(organisation, portion));
    }
    for (var portion : portions(pending.sheetsToAdd)) {
      statements.add(sheets(ADD_SHEETS, organisation, portion));
    }
    statements.addAll(strangers(organisation, pending));
    if (!pending.late.isEmpty()) {
      statements.add(late(organisation, pending.late));
    }
    statements.add(new Statement(MOVE, Tuple.of(organisation, seq)));
    return statements;
  }

  /** Adds to the spellings that no alias knows, and drops those that are known by now. */
  static List<Statement> strangers(int organisation, Pending pending) {
    return pending.strangers.isEmpty()
        ? List.of()
        : List.of(
            strangers(organisation, pending.strangers),
            new Statement(DROP_KNOWN, Tuple.of(organisation)));
  }

  private static <K> List<List<Map.Entry<K, Counters>>> portions(Map<K, Counters> all) {
    List<Map.Entry<K, Counters>> entries = List.copyOf(all.entrySet());
    var portions = new ArrayList<List<Map.Entry<K, Counters>>>();
    for (int from = 0; from < entries.size(); from += PORTION) {
      portions.add(entries.subList(from, Math.min(from + PORTION, entries.size())));
    }
    return portions;
  }

  private static Statement tallies(int organisation, List<Map.Entry<TallyKey, Counters>> tallies) {
    int size = tallies.size();
    var days = new LocalDate[size];
    var agents = new Integer[size];
    var teams = new Integer[size];
    var owners = new Integer[size];
    var queues = new String[size];
    var directions = new String[size];
    var channels = new String[size];
    var counters = new String[size];
    int i = 0;
    for (var entry : tallies) {
      TallyKey key = entry.getKey();
      days[i] = key.day();
      agents[i] = key.agent();
      teams[i] = key.team();
      owners[i] = key.owner();
      queues[i] = key.queue();
      directions[i] = key.direction().wire();
      channels[i] = key.channel();
      counters[i] = CountersText.write(entry.getValue());
      i++;
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfLocalDate(days)
            .addArrayOfInteger(agents)
            .addArrayOfInteger(teams)
            .addArrayOfInteger(owners)
            .addArrayOfString(queues)
            .addArrayOfString(directions)
            .addArrayOfString(channels)
            .addArrayOfString(counters);
    return new Statement(ADD_TALLIES, values);
  }

  private static Statement sheets(
      String sql, int organisation, List<Map.Entry<Pending.SheetKey, Counters>> sheets) {
    int size = sheets.size();
    var contests = new Integer[size];
    var agents = new Integer[size];
    var teams = new Integer[size];
    var counters = new String[size];
    int i = 0;
    for (var entry : sheets) {
      contests[i] = entry.getKey().sheets();
      agents[i] = entry.getKey().place().agent();
      teams[i] = entry.getKey().place().team();
      counters[i] = CountersText.write(entry.getValue());
      i++;
    }
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(contests)
            .addArrayOfInteger(agents)
            .addArrayOfInteger(teams)
            .addArrayOfString(counters);
    return new Statement(sql, values);
  }

  /** A removal of facts adds to them at the same time: neither may wait for the other. */
  private static List<Map.Entry<Pending.StrangerKey, Pending.Sightings>> inOrder(
      Map<Pending.StrangerKey, Pending.Sightings> strangers) {
    var entries = new ArrayList<>(strangers.entrySet());
    entries.sort(
        Map.Entry.comparingByKey(
            Comparator.comparing(Pending.StrangerKey::source)
                .thenComparing(Pending.StrangerKey::subject)));
    return entries;
  }

  private static Statement strangers(
      int organisation, Map<Pending.StrangerKey, Pending.Sightings> strangers) {
    int size = strangers.size();
    var sources = new String[size];
    var subjects = new String[size];
    var facts = new Long[size];
    var firsts = new OffsetDateTime[size];
    var lasts = new OffsetDateTime[size];
    int i = 0;
    for (var entry : inOrder(strangers)) {
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
    return new Statement(ADD_STRANGERS, values);
  }

  private static Statement late(int organisation, List<Pending.Late> late) {
    Tuple values =
        Tuple.tuple()
            .addInteger(organisation)
            .addArrayOfInteger(late.stream().map(Pending.Late::contest).toArray(Integer[]::new))
            .addArrayOfLong(late.stream().map(Pending.Late::seq).toArray(Long[]::new));
    return new Statement(ADD_LATE, values);
  }

  private static OffsetDateTime at(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC);
  }
}
