package org.ringside.board;

import org.jspecify.annotations.Nullable;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.floor.Team;
import org.ringside.frame.Reach;

/**
 * Whether a board lies in the part of the organisation in which somebody may watch: it is named, or
 * its series is, or somebody who works there may compete. Pure.
 */
record Concern(Contest contest, Floor floor) {

  boolean isWithin(Reach reach) {
    return reach.everywhere()
        || reach.contests().contains(contest.number())
        || (contest.series() != null && reach.series().contains(contest.series()))
        || mayBeWonIn(reach);
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
    var window = new Span(contest.window().startMs(), contest.window().endMs());
    return floor.timelineOf(agent).stretches().stream()
        .filter(stretch -> stretch.span().overlaps(window))
        .map(Stretch::holder)
        .anyMatch(team -> covers(reach, floor.team(team)));
  }

  private static boolean covers(Reach reach, @Nullable Team team) {
    return team != null && reach.coversTeam(team.no(), team.site());
  }
}
