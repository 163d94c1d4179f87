package org.ringside.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Floor;
import org.ringside.floor.Place;
import org.ringside.floor.Places;
import org.ringside.floor.Span;
import org.ringside.floor.Team;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.metric.Counters;
import org.ringside.metric.Scope;

/** Sums the counters of a report by whom and period. Belongs to one thread. */
final class ReportBook {
  /** Rows of one report, a row being one metric of one period of one of whom it is about. */
  static final int MOST_ROWS = 200_000;

  static final ProblemCode TOO_LARGE =
      new ProblemCode("REPORT_TOO_LARGE", 422, "The report would have too many rows.");

  private final ReportQuery query;
  private final Floor floor;
  private final Reach reach;
  private final Set<String> wanted;
  private final Set<Integer> owners;
  private final PeriodNames periods;
  private final int mostGroups;
  private final Map<Group, Counters> sums = new HashMap<>();

  /**
   * @param reach whose teams it is about
   */
  ReportBook(ReportQuery query, Floor floor, Reach reach) {
    this.query = query;
    this.reach = reach;
    this.floor = floor;
    this.wanted = query.counters();
    this.owners = owners(query, floor);
    this.periods = new PeriodNames(query.period(), query.calendar());
    this.mostGroups = MOST_ROWS / query.metrics().size();
  }

  /** Numbers of those that rows are about who own a queue at some time of the report. */
  private static Set<Integer> owners(ReportQuery query, Floor floor) {
    var span = new Span(query.window().startMs(), query.window().endMs());
    return floor.ownersWithin(span).stream()
        .map(team -> query.by().of(new Place(0, team), floor))
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Group(int whom, long periodMs) {}

  /** What the counters of one whom in one period came to. */
  record Summed(String code, String period, Counters counters) {}

  boolean wants(String counter) {
    return wanted.contains(counter);
  }

  /** Takes what happened at these places and that instant. */
  Entry entry(Places places, long atMs) {
    return new Entry(places, atMs);
  }

  /** Where the amounts of one instant go. */
  final class Entry {
    private final Places places;
    private final long atMs;
    private @Nullable Counters own;
    private @Nullable Counters ofQueue;

    private Entry(Places places, long atMs) {
      this.places = places;
      this.atMs = atMs;
    }

    /** Adds to the sums of whom it is about, unless nobody asked for that counter. */
    void add(String counter, long amount) {
      if (wants(counter)) {
        sum(Scope.ofCounter(counter)).add(counter, amount);
      }
    }

    private Counters sum(Scope scope) {
      if (scope == Scope.AGENT) {
        own = own == null ? at(places.own(), atMs) : own;
        return own;
      }
      ofQueue = ofQueue == null ? at(placeOfQueue(places), atMs) : ofQueue;
      return ofQueue;
    }
  }

  /**
   * Who owns queues has what those did, whoever answered there. A team or site that owns none while
   * the report lasts has what its people took: the wait before they answered.
   */
  private Place placeOfQueue(Places places) {
    boolean asTheFact =
        places.ofQueue().team() == 0 && !owners.contains(query.by().of(places.own(), floor));
    return asTheFact ? places.own() : places.ofQueue();
  }

  private Counters at(Place place, long atMs) {
    if (!covers(place)) {
      return new Counters(); // for nobody to see
    }
    var group = new Group(query.by().of(place, floor), periods.startOf(atMs));
    Counters sum = sums.get(group);
    return sum == null ? open(group) : sum;
  }

  /** A site of which only some teams are in reach has no row: its sums would be no site's. */
  private boolean covers(Place place) {
    if (reach.everywhere()) {
      return true;
    }
    if (query.by() == By.SITE) {
      return reach.coversSite(By.SITE.of(place, floor));
    }
    Team team = floor.team(place.team());
    return team != null && reach.coversTeam(team.no(), team.site());
  }

  private Counters open(Group group) {
    if (sums.size() == mostGroups) {
      throw TOO_LARGE
          .because(
              "More than "
                  + MOST_ROWS
                  + " rows: ask for a shorter time, longer periods or fewer metrics.")
          .refused();
    }
    var sum = new Counters();
    sums.put(group, sum);
    return sum;
  }

  /** In order of code and time, nobody last; what came to nothing is left out. */
  List<Summed> summed(String organisation) {
    var groups = new ArrayList<>(sums.keySet());
    groups.removeIf(group -> sums.getOrDefault(group, new Counters()).isEmpty());
    groups.sort(
        Comparator.comparingInt((Group group) -> group.whom() == 0 ? 1 : 0)
            .thenComparing(group -> code(group, organisation))
            .thenComparingLong(Group::periodMs));
    var summed = new ArrayList<Summed>(groups.size());
    for (Group group : groups) {
      Counters sum = sums.getOrDefault(group, new Counters());
      summed.add(new Summed(code(group, organisation), periods.nameOf(group.periodMs()), sum));
    }
    return summed;
  }

  private String code(Group group, String organisation) {
    if (query.by() == By.ORGANISATION) {
      return organisation;
    }
    String code = query.by().code(group.whom(), floor);
    return code == null ? "" : code;
  }
}
