package org.ringside.board;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.floor.Team;
import org.ringside.frame.Reach;

/**
 * How a contest lies to a part of the organisation in which somebody has a right. It is within
 * where it is named, or its series is, or somebody who works there may compete. Pure.
 */
record Concern(Contest contest, Floor floor) {

  boolean isWithin(Reach reach) {
    return reach.everywhere()
        || reach.contests().contains(contest.number())
        || (contest.series() != null && reach.series().contains(contest.series()))
        || mayBeWonIn(reach);
  }

  /** Whether everybody who may compete works there, and nowhere else. */
  boolean liesWhollyIn(Reach reach) {
    if (reach.everywhere()) {
      return true;
    }
    if (contest.competing().open()) {
      Integer site = contest.competing().site();
      return site != null && reach.coversSite(site);
    }
    return contest.competing().listed().stream()
        .allMatch(
            one ->
                contest.competitors() == Competitors.TEAM
                    ? covers(reach, floor.team(one))
                    : worksOnlyIn(reach, one));
  }

  /** Whether a competitor belongs there: the team, or the team that the agent is in. */
  boolean isOf(int competitor, Reach reach) {
    int team =
        contest.competitors() == Competitors.TEAM
            ? competitor
            : Competitor.teamOf(contest, floor, competitor);
    return covers(reach, floor.team(team));
  }

  private boolean mayBeWonIn(Reach reach) {
    if (reach.sites().isEmpty() && reach.teams().isEmpty()) {
      return false;
    }
    if (contest.competing().open()) {
      Integer site = contest.competing().site();
      return site == null || reach.coversSite(site);
    }
    return contest.competing().listed().stream()
        .anyMatch(
            one ->
                contest.competitors() == Competitors.TEAM
                    ? covers(reach, floor.team(one))
                    : worksIn(reach, one));
  }

  /** Whether an agent was in a team there within the window. */
  private boolean worksIn(Reach reach, int agent) {
    return teamsOf(agent).anyMatch(team -> covers(reach, floor.team(team)));
  }

  private boolean worksOnlyIn(Reach reach, int agent) {
    return worksIn(reach, agent)
        && teamsOf(agent).allMatch(team -> covers(reach, floor.team(team)));
  }

  private Stream<Integer> teamsOf(int agent) {
    var window = new Span(contest.window().startMs(), contest.window().endMs());
    return floor.timelineOf(agent).stretches().stream()
        .filter(stretch -> stretch.span().overlaps(window))
        .map(Stretch::holder);
  }

  private static boolean covers(Reach reach, @Nullable Team team) {
    return team != null && reach.coversTeam(team.no(), team.site());
  }
}
