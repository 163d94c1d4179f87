package org.ringside.contest;

import java.util.List;
import java.util.Set;
import org.ringside.calendar.Window;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Team;
import org.ringside.metric.Catalogue;
import org.ringside.scoring.RuleBook;

/**
 * Who may compete by what belongs to queues (R8a): no single agent, and only teams that own a queue
 * within the window. What several teams share is nobody's value.
 */
final class QueueOwners {
  private final Floor floor;
  private final Window window;

  private QueueOwners(Floor floor, Window window) {
    this.floor = floor;
    this.window = window;
  }

  /** What speaks against the rule book, as the end of "expected …"; empty if nothing does. */
  static String objection(
      RuleBook rules,
      Catalogue catalogue,
      Competitors competitors,
      Competing competing,
      Floor floor,
      Window window) {
    List<String> metrics = rules.queueMetrics(catalogue);
    if (metrics.isEmpty()) {
      return "";
    }
    String named = String.join(", ", metrics);
    if (competitors == Competitors.AGENT) {
      return "a rule book without what belongs to queues: " + named;
    }
    List<String> without = new QueueOwners(floor, window).withoutQueue(competing);
    return without.isEmpty()
        ? ""
        : "a rule book without %s, or a queue owned by each of: %s"
            .formatted(named, String.join(", ", without));
  }

  private List<String> withoutQueue(Competing competing) {
    Set<Integer> owners = owners();
    return floor.teams().stream()
        .filter(team -> competing.includes(team.no(), team.site()))
        .filter(team -> !owners.contains(team.no()))
        .map(Team::code)
        .toList();
  }

  private Set<Integer> owners() {
    return floor.ownersWithin(new Span(window.startMs(), window.endMs()));
  }
}
