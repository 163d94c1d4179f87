package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Team;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Entrant;
import org.ringside.standing.Ranking;
import org.ringside.standing.Standings;

/**
 * The field of one contest: who takes part, what each has scored by the sheets of the window, and
 * how they stand. Scores are worked out again only for competitors that moved. Not thread-safe;
 * lives on the scorer's loop.
 */
final class ContestField {
  private final Contest contest;
  private final Scoring scoring;
  private final Sheets sheets;
  private final Ranking ranking;
  private final Map<Integer, Sheets.Entry> field = new HashMap<>();
  private final List<Sheets.Entry> moved = new ArrayList<>();
  private boolean changed = true;

  ContestField(Contest contest, Catalogue catalogue, Sheets sheets) {
    this.contest = contest;
    this.scoring = new Scoring(contest.rules(), catalogue);
    this.ranking = new Ranking(contest.rules(), catalogue);
    this.sheets = sheets;
    sheets.attach(this);
  }

  Contest contest() {
    return contest;
  }

  Scoring scoring() {
    return scoring;
  }

  /** The sheets that it counts by, shared with other contests of its window. */
  Sheets sheets() {
    return sheets;
  }

  /** Told by the sheets that something is booked for one who takes part, once until it is noted. */
  void moved(Sheets.Entry entry) {
    moved.add(entry);
    changed = true;
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
    if (!now.equals(field.keySet())) {
      follow(now);
    }
  }

  private void follow(Set<Integer> now) {
    for (Sheets.Entry entry : List.copyOf(field.values())) {
      if (!now.contains(entry.competitor())) {
        ranking.remove(entry.id());
        sheets.unfollow(this, entry.competitor());
        field.remove(entry.competitor());
      }
    }
    for (int competitor : now) {
      field.computeIfAbsent(competitor, joined -> sheets.follow(this, joined)).move();
    }
    changed = true;
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
    while (!moved.isEmpty()) {
      Sheets.Entry entry = moved.getLast();
      if (field.containsKey(entry.competitor())) {
        ranking.put(entrant(entry));
      }
      moved.removeLast();
      entry.noted();
    }
    changed = false;
    return ranking.standings();
  }

  private Entrant entrant(Sheets.Entry entry) {
    Counters counters = entry.counters();
    return new Entrant(entry.id(), scoring.score(counters), counters);
  }
}
