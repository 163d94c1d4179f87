package org.ringside.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.frame.Csv;

/**
 * A floor written as the table that {@link RosterCsv} reads: a line for each membership, with the
 * aliases that it covers from start to end, and a line without a team for what is left. Aliases
 * that are bound to one source, and queues, are not in it.
 */
public final class RosterTable {
  private final Floor floor;
  private final RosterTime time;
  private final Map<Integer, Map<Span, List<String>>> aliasesByAgent = new HashMap<>();

  private RosterTable(Floor floor, ServiceCalendar calendar) {
    this.floor = floor;
    time = new RosterTime(calendar);
    new TreeMap<>(anySource(floor)).forEach(this::index);
  }

  private static Map<String, Timeline> anySource(Floor floor) {
    var spellings = new HashMap<String, Timeline>();
    floor
        .aliases()
        .forEach(
            (key, timeline) -> {
              if (key.source() == null) {
                spellings.put(key.spelling(), timeline);
              }
            });
    return spellings;
  }

  private void index(String spelling, Timeline timeline) {
    for (Stretch held : timeline.stretches()) {
      aliasesByAgent
          .computeIfAbsent(held.holder(), unseen -> new TreeMap<>(RosterTable::inTime))
          .computeIfAbsent(held.span(), unseen -> new ArrayList<>())
          .add(spelling);
    }
  }

  private static int inTime(Span one, Span other) {
    int byStart = Long.compare(one.fromMs(), other.fromMs());
    return byStart != 0 ? byStart : Long.compare(one.toMs(), other.toMs());
  }

  /** Writes line after line; the first is the header. */
  public static void write(Floor floor, ServiceCalendar calendar, Consumer<String> lines) {
    lines.accept(Csv.line(RosterCsv.COLUMNS));
    var table = new RosterTable(floor, calendar);
    floor.agents().forEach(agent -> table.write(agent, lines));
  }

  private void write(Agent agent, Consumer<String> lines) {
    List<Stretch> memberships = floor.timelineOf(agent.no()).stretches();
    var withMembership = new HashMap<Span, List<String>>();
    var apart = new TreeMap<Span, List<String>>(RosterTable::inTime);
    aliasesByAgent
        .getOrDefault(agent.no(), Map.of())
        .forEach(
            (span, spellings) -> {
              List<Span> covering = covering(span, memberships);
              covering.forEach(part -> add(withMembership, part, spellings));
              if (covering.isEmpty()) {
                add(apart, span, spellings);
              }
            });
    if (memberships.isEmpty() && apart.isEmpty()) {
      apart.put(Span.ALWAYS, List.of());
    }
    for (Stretch held : memberships) {
      List<String> spellings = withMembership.getOrDefault(held.span(), List.of());
      lines.accept(line(agent, floor.team(held.holder()), held.span(), spellings));
    }
    apart.forEach((span, spellings) -> lines.accept(line(agent, null, span, spellings)));
  }

  private static void add(Map<Span, List<String>> bySpan, Span span, List<String> spellings) {
    bySpan.computeIfAbsent(span, unseen -> new ArrayList<>()).addAll(spellings);
  }

  /** The memberships that make up the span without a gap; none if they do not. */
  private static List<Span> covering(Span span, List<Stretch> memberships) {
    var covering = new ArrayList<Span>();
    long upTo = span.fromMs();
    for (Stretch held : memberships) {
      if (held.span().fromMs() == upTo && held.span().toMs() <= span.toMs()) {
        covering.add(held.span());
        upTo = held.span().toMs();
      }
    }
    return upTo == span.toMs() ? covering : List.of();
  }

  private String line(Agent agent, @Nullable Team team, Span span, List<String> aliases) {
    Integer siteNo = team == null ? null : team.site();
    Site site = siteNo == null ? null : floor.site(siteNo);
    return Csv.line(
        Arrays.asList(
            agent.code(),
            agent.name(),
            team == null ? null : team.code(),
            site == null ? null : site.code(),
            time.write(span.fromMs()),
            time.write(span.toMs()),
            String.join(String.valueOf(RosterText.SEPARATOR), aliases)));
  }
}
