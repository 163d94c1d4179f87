package org.ringside.floor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.ringside.frame.Reach;

/**
 * The part of a floor that somebody may see: the teams in reach, whoever was ever in one of them
 * for the time of being there, what sources call them, and the queues that those teams owned.
 */
final class FloorPart {
  private FloorPart() {}

  static Floor of(Floor floor, Reach reach) {
    if (reach.everywhere()) {
      return floor;
    }
    List<Team> teams =
        floor.teams().stream().filter(team -> reach.coversTeam(team.no(), team.site())).toList();
    Set<Integer> covered = teams.stream().map(Team::no).collect(Collectors.toSet());
    Map<Integer, Timeline> memberships = heldBy(floor.memberships(), covered::contains);
    Set<Integer> agents = memberships.keySet();
    return new Floor(
        sites(floor, reach, teams),
        teams,
        floor.agents().stream().filter(agent -> agents.contains(agent.no())).toList(),
        heldBy(floor.aliases(), agents::contains),
        memberships,
        heldBy(floor.queues(), covered::contains));
  }

  /** Those in reach, and those at which a team in reach works. */
  private static List<Site> sites(Floor floor, Reach reach, List<Team> teams) {
    var sites = new HashSet<>(reach.sites());
    teams.stream().map(Team::site).forEach(sites::add);
    return floor.sites().stream().filter(site -> sites.contains(site.no())).toList();
  }

  private static <K> Map<K, Timeline> heldBy(Map<K, Timeline> timelines, IntPredicate wanted) {
    var held = new HashMap<K, Timeline>();
    timelines.forEach(
        (key, timeline) -> {
          List<Stretch> kept =
              timeline.stretches().stream().filter(one -> wanted.test(one.holder())).toList();
          if (!kept.isEmpty()) {
            held.put(key, Timeline.of(kept));
          }
        });
    return held;
  }
}
