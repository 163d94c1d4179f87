package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Place;
import org.ringside.floor.Span;
import org.ringside.floor.Team;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Entrant;
import org.ringside.standing.Standings;

/**
 * The sheets of one contest: counters per place, and per competitor the sum of its places. Scores
 * are worked out again only for competitors that moved. Not thread-safe; lives on the scorer's
 * loop.
 */
final class ContestSheets {
  private final Contest contest;
  private final Catalogue catalogue;
  private final Scoring scoring;
  private final Map<Place, Counters> cells = new HashMap<>();
  private final Map<Integer, Counters> sums = new HashMap<>();
  private final Map<Integer, Entrant> scored = new HashMap<>();
  private final Set<Integer> moved = new HashSet<>();
  private Set<Integer> field = Set.of();
  private boolean changed = true;

  ContestSheets(Contest contest, Catalogue catalogue) {
    this.contest = contest;
    this.catalogue = catalogue;
    this.scoring = new Scoring(contest.rules(), catalogue);
  }

  Contest contest() {
    return contest;
  }

  Scoring scoring() {
    return scoring;
  }

  /** Adds the counters that take amounts booked at a place, and marks the competitor as moved. */
  void open(Place place, List<Counters> targets) {
    targets.add(cell(place));
    int competitor = competitorAt(place);
    if (competitor != 0) {
      targets.add(sum(competitor));
      moved.add(competitor);
      changed = true;
    }
  }

  /** Adds counters that were booked elsewhere: from a checkpoint, or by a roster change. */
  void add(Place place, Counters counters) {
    var targets = new ArrayList<Counters>(2);
    open(place, targets);
    targets.forEach(target -> target.addAll(counters));
  }

  /** Follows the roster: who takes part (R15a). */
  void followRoster(Floor floor) {
    Set<Integer> now = new HashSet<>();
    if (contest.competitors() == Competitors.TEAM) {
      for (Team team : floor.teams()) {
        if (contest.competing().includes(team.no(), team.site())) {
          now.add(team.no());
        }
      }
    } else {
      for (Agent agent : floor.agents()) {
        if (takesPart(floor, agent)) {
          now.add(agent.no());
        }
      }
    }
    if (!now.equals(field)) {
      field = now;
      changed = true;
    }
  }

  private boolean takesPart(Floor floor, Agent agent) {
    var span =
        new Span(contest.window().start().toEpochMilli(), contest.window().end().toEpochMilli());
    return floor.timelineOf(agent.no()).stretches().stream()
        .filter(stretch -> stretch.span().overlaps(span))
        .anyMatch(
            stretch -> {
              Team team = floor.team(stretch.holder());
              return contest.competing().includes(agent.no(), team == null ? null : team.site());
            });
  }

  /** Whether anything changed since the last {@link #standings()}. */
  boolean changed() {
    return changed;
  }

  void markChanged() {
    changed = true;
  }

  Standings standings() {
    for (int competitor : moved) {
      scored.remove(competitor);
    }
    moved.clear();
    changed = false;
    var entrants = new ArrayList<Entrant>(field.size());
    for (int competitor : field) {
      entrants.add(scored.computeIfAbsent(competitor, this::entrant));
    }
    return Standings.rank(entrants, contest.rules(), catalogue);
  }

  private Entrant entrant(int competitor) {
    Counters counters = sums.getOrDefault(competitor, new Counters()).copy();
    return new Entrant(Integer.toString(competitor), scoring.score(counters), counters);
  }

  /** A copy of all that is on the sheets, places without counts left out. */
  Map<Place, Map<String, Long>> content() {
    var content = new HashMap<Place, Map<String, Long>>();
    cells.forEach(
        (place, counters) -> {
          if (!counters.isEmpty()) {
            content.put(place, new TreeMap<>(counters.toMap()));
          }
        });
    return content;
  }

  /** Forgets everything on the sheets, before they are filled anew. */
  void clear() {
    cells.clear();
    sums.clear();
    scored.clear();
    moved.clear();
    changed = true;
  }

  private Counters cell(Place place) {
    return cells.computeIfAbsent(place, p -> new Counters());
  }

  private Counters sum(int competitor) {
    return sums.computeIfAbsent(competitor, c -> new Counters());
  }

  private int competitorAt(Place place) {
    return contest.competitors() == Competitors.TEAM ? place.team() : place.agent();
  }
}
