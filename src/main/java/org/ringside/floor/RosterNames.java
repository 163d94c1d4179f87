package org.ringside.floor;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.SiteRow;
import org.ringside.floor.RosterUpdate.TeamRow;

/**
 * The sites, teams and agents after an update: the known ones with their numbers, and new ones with
 * the next.
 */
final class RosterNames {
  private final Faults faults;
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final Map<String, Team> teams = new LinkedHashMap<>();
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private int lastSite;
  private int lastTeam;
  private int lastAgent;

  RosterNames(Floor before, RosterUpdate update, Faults faults) {
    this.faults = faults;
    before.sites().forEach(site -> sites.put(site.code(), site));
    before.teams().forEach(team -> teams.put(team.code(), team));
    before.agents().forEach(agent -> agents.put(agent.code(), agent));
    before.sites().forEach(site -> lastSite = Math.max(lastSite, site.no()));
    before.teams().forEach(team -> lastTeam = Math.max(lastTeam, team.no()));
    before.agents().forEach(agent -> lastAgent = Math.max(lastAgent, agent.no()));
    update.sites().forEach(this::add);
    update.teams().forEach(this::add);
    update.agents().forEach(this::add);
    agents.values().forEach(agent -> codes.put(agent.no(), agent.code()));
  }

  private void add(SiteRow row) {
    once(row.at(), "name of site " + row.code(), row.name());
    Site known = sites.get(row.code());
    sites.put(
        row.code(),
        known == null
            ? new Site(++lastSite, row.code(), nameOf(row.name(), row.code()))
            : new Site(known.no(), known.code(), nameOf(row.name(), known.name())));
  }

  private void add(TeamRow row) {
    once(row.at(), "name of team " + row.code(), row.name());
    once(row.at(), "site of team " + row.code(), row.site());
    Team known = teams.get(row.code());
    Integer site = row.site() == null ? null : siteNo(row.at(), row.site());
    teams.put(
        row.code(),
        known == null
            ? new Team(++lastTeam, row.code(), nameOf(row.name(), row.code()), site)
            : new Team(
                known.no(),
                known.code(),
                nameOf(row.name(), known.name()),
                site == null ? known.site() : site));
  }

  private void add(AgentRow row) {
    once(row.at(), "name of agent " + row.code(), row.name());
    Agent known = agents.get(row.code());
    agents.put(
        row.code(),
        known == null
            ? new Agent(++lastAgent, row.code(), nameOf(row.name(), row.code()))
            : new Agent(known.no(), known.code(), nameOf(row.name(), known.name())));
  }

  private static String nameOf(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said;
  }

  /** Refuses a roster that says two different things about one matter. */
  private void once(String at, String matter, @Nullable String value) {
    if (value == null) {
      return;
    }
    String earlier = said.putIfAbsent(matter, value);
    if (earlier != null && !earlier.equals(value)) {
      faults.add(at, "one " + matter + ", not both " + earlier + " and " + value, earlier);
    }
  }

  private @Nullable Integer siteNo(String at, String code) {
    Site site = sites.get(code);
    if (site == null) {
      faults.add(at, "a site that is listed under sites", faults.closest(code, sites.keySet()));
      return null;
    }
    return site.no();
  }

  /** The number of a team, 0 for one that nobody named, which is refused. */
  int teamNo(String at, String code) {
    Team team = teams.get(code);
    if (team == null) {
      faults.add(at, "a team that is listed under teams", faults.closest(code, teams.keySet()));
      return 0;
    }
    return team.no();
  }

  /** The number of an agent of this roster. */
  int agentNo(String code) {
    return Objects.requireNonNull(agents.get(code), code).no();
  }

  /** What people call the agent with a number. */
  String agentCode(int no) {
    return Objects.requireNonNull(codes.get(no), "unknown number");
  }

  Collection<Site> sites() {
    return sites.values();
  }

  Collection<Team> teams() {
    return teams.values();
  }

  Collection<Agent> agents() {
    return agents.values();
  }
}
