package org.ringside.floor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A floor written down in a few words; numbers are given out in the order of mention. */
final class FloorPlan {
  private final List<Team> teams = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();
  private final Map<AliasKey, List<Stretch>> aliases = new HashMap<>();
  private final Map<Integer, List<Stretch>> memberships = new HashMap<>();
  private final Map<String, List<Stretch>> queues = new HashMap<>();

  FloorPlan teams(String... codes) {
    for (String code : codes) {
      teams.add(new Team(teams.size() + 1, code, code, null));
    }
    return this;
  }

  FloorPlan agents(String... codes) {
    for (String code : codes) {
      agents.add(new Agent(agents.size() + 1, code, code));
    }
    return this;
  }

  FloorPlan member(String agent, String team, long from, long to) {
    memberships
        .computeIfAbsent(agentNo(agent), unseen -> new ArrayList<>())
        .add(Stretch.of(from, to, teamNo(team)));
    return this;
  }

  FloorPlan alias(String spelling, @Nullable String source, String agent, long from, long to) {
    aliases
        .computeIfAbsent(new AliasKey(spelling, source), unseen -> new ArrayList<>())
        .add(Stretch.of(from, to, agentNo(agent)));
    return this;
  }

  FloorPlan owner(String queue, String team, long from, long to) {
    queues
        .computeIfAbsent(queue, unseen -> new ArrayList<>())
        .add(Stretch.of(from, to, teamNo(team)));
    return this;
  }

  Floor floor() {
    return new Floor(
        List.of(), teams, agents, timelines(aliases), timelines(memberships), timelines(queues));
  }

  private static <K> Map<K, Timeline> timelines(Map<K, List<Stretch>> stretches) {
    var timelines = new HashMap<K, Timeline>();
    stretches.forEach((key, held) -> timelines.put(key, Timeline.of(held)));
    return timelines;
  }

  private int agentNo(String code) {
    return agents.stream().filter(a -> a.code().equals(code)).findFirst().orElseThrow().no();
  }

  private int teamNo(String code) {
    return teams.stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow().no();
  }
}
