package org.ringside.contest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Team;
import org.ringside.frame.Fields;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.organisation.CalendarJson;

/**
 * What contests and series are posted with alike.
 *
 * @param ruleBook number of the rule book
 */
record Terms(
    String name,
    Cadence cadence,
    Competitors competitors,
    Competing competing,
    Audiences audiences,
    int ruleBook,
    ServiceCalendar calendar) {
  private static final int MAX_NAME = 120;
  private static final int MAX_CODE = 64;
  private static final int MOST_LISTED = 10_000;

  /**
   * Reads them, codes of teams, agents and sites by the floor as it is now.
   *
   * @param own the organisation's calendar, where the body names no other
   */
  static Terms read(Fields body, Floor floor, ServiceCalendar own) {
    String name = body.text("name", MAX_NAME, "Weekly team contest");
    Cadence cadence = body.choice("cadence", Cadence.class, Cadence.WEEK);
    Competitors competitors = body.choice("competitors", Competitors.class, Competitors.TEAM);
    int ruleBook = body.integer("ruleBook", 0, 1, Integer.MAX_VALUE);
    if (ruleBook == 0 && !body.refused("ruleBook")) {
      body.refuse("ruleBook", "the number of a rule book", "1");
    }
    Competing competing = competing(body, competitors, floor);
    Audiences audiences = AudiencesJson.read(body, competitors);
    ServiceCalendar calendar = CalendarJson.read(body, own);
    return new Terms(name, cadence, competitors, competing, audiences, ruleBook, calendar);
  }

  /**
   * Refuses a contest that goes beyond what somebody may manage.
   *
   * @param nowMs decides in which teams listed agents are
   */
  void keepWithin(Reach reach, Floor floor, long nowMs) {
    if (reach.everywhere()) {
      return;
    }
    Integer site = competing.site();
    boolean within =
        site != null
            ? reach.coversSite(site)
            : !competing.open()
                && competing.listed().stream()
                    .allMatch(one -> covers(reach, floor, teamOf(one, floor, nowMs)));
    if (!within) {
      throw ProblemCode.OUT_OF_REACH
          .because("A contest of yours is of a site, or lists teams or agents, that you manage.")
          .refused();
    }
  }

  private int teamOf(int listed, Floor floor, long nowMs) {
    return competitors == Competitors.TEAM ? listed : floor.teamOf(listed, nowMs);
  }

  private static boolean covers(Reach reach, Floor floor, int number) {
    Team team = floor.team(number);
    return team != null && reach.coversTeam(number, team.site());
  }

  private static Competing competing(Fields body, Competitors competitors, Floor floor) {
    List<String> codes = body.texts("listed", MOST_LISTED, MAX_CODE, "T1");
    String site = body.optionalText("site", MAX_CODE, "S1");
    if (site != null && !codes.isEmpty()) {
      body.refuse("site", "either a list or a site", "leave out site");
      return Competing.EVERYBODY;
    }
    Set<Integer> listed = new TreeSet<>();
    for (int i = 0; i < codes.size(); i++) {
      Integer number = number(floor, competitors, codes.get(i));
      if (number == null) {
        refuseCode(body, i, competitors, floor);
      } else {
        listed.add(number);
      }
    }
    return new Competing(listed, siteNumber(body, site, floor));
  }

  private static void refuseCode(Fields body, int i, Competitors competitors, Floor floor) {
    String field = "listed[" + i + "]";
    if (competitors == Competitors.TEAM) {
      String some = floor.teams().stream().map(Team::code).findFirst().orElse("T1");
      body.refuse(field, "the code of a team on the roster", some);
    } else {
      String some = floor.agents().stream().map(Agent::code).findFirst().orElse("1001");
      body.refuse(field, "the code of an agent on the roster", some);
    }
  }

  private static @Nullable Integer siteNumber(Fields body, @Nullable String code, Floor floor) {
    if (code == null) {
      return null;
    }
    Site site = floor.site(code);
    if (site == null) {
      body.refuse("site", "the code of a site", "S1");
      return null;
    }
    return site.no();
  }

  private static @Nullable Integer number(Floor floor, Competitors competitors, String code) {
    if (competitors == Competitors.TEAM) {
      Team team = floor.team(code);
      return team == null ? null : team.no();
    }
    Agent agent = floor.agent(code);
    return agent == null ? null : agent.no();
  }
}
