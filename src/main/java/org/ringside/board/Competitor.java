package org.ringside.board;

import org.jspecify.annotations.Nullable;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Team;

/**
 * Who stands in a row.
 *
 * @param id the customer's own code
 * @param team code of an agent's team at the contest's end, as far as moves are known now; null for
 *     teams
 * @param teamName what that team is called
 */
record Competitor(String id, String name, @Nullable String team, @Nullable String teamName) {

  static Competitor of(Contest contest, Floor floor, int number) {
    if (contest.competitors() == Competitors.TEAM) {
      Team team = floor.team(number);
      return team == null
          ? new Competitor(Integer.toString(number), "?", null, null)
          : new Competitor(team.code(), team.name(), null, null);
    }
    Agent agent = floor.agent(number);
    if (agent == null) {
      return new Competitor(Integer.toString(number), "?", null, null);
    }
    Team team = floor.team(teamOf(contest, floor, number));
    return team == null
        ? new Competitor(agent.code(), agent.name(), null, null)
        : new Competitor(agent.code(), agent.name(), team.code(), team.name());
  }

  /** Number of an agent's team at the contest's end, as far as moves are known now; 0 for none. */
  static int teamOf(Contest contest, Floor floor, int agent) {
    return floor.teamOf(agent, contest.window().endMs() - 1);
  }
}
