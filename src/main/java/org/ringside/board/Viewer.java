package org.ringside.board;

import org.jspecify.annotations.Nullable;
import org.ringside.contest.Audience;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Floor;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;

/** Somebody before the board of a contest: the one place at which is decided what they see. */
record Viewer(Contest contest, Floor floor, Principal who) {

  /** Whether they may watch it at all. */
  boolean mayWatch() {
    return concern().isWithin(who.reach(Permission.WATCH));
  }

  /**
   * Who may read contests sees all of this one, and so does who reports on everybody in it. Who
   * leads some of those who compete sees what the floor sees (R36), and their own people.
   */
  Audience audience() {
    Concern concern = concern();
    if (concern.isWithin(who.reach(Permission.READ_CONTESTS))
        || concern.liesWhollyIn(who.reach(Permission.READ_REPORTS))) {
      return Audience.STAFF;
    }
    return who.person() == null ? Audience.WALL : Audience.FLOOR;
  }

  /** Number of the competitor that they are or that they play for; null where there is none. */
  @Nullable Integer own() {
    Principal.Person person = who.person();
    Integer agent = person == null ? null : person.agent();
    if (agent == null || contest.competitors() == Competitors.AGENT) {
      return agent;
    }
    return Competitor.teamOf(contest, floor, agent);
  }

  /** Whether a competitor is named to them wherever it stands: their own, and whom they lead. */
  boolean knows(int competitor) {
    Integer own = own();
    return (own != null && own == competitor)
        || concern().isOf(competitor, who.reach(Permission.READ_REPORTS));
  }

  private Concern concern() {
    return new Concern(contest, floor);
  }
}
