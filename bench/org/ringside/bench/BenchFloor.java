package org.ringside.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.ringside.ChildServer;

/**
 * The floor of the benchmark: 10,000 agents in 400 teams of 25 on 20 sites; for each site a weekly
 * and a monthly contest of its teams, and over all sites a weekly and a monthly one of all agents.
 */
final class BenchFloor {
  static final int AGENTS = 10_000;
  static final int TEAMS = 400;
  static final int SITES = 20;
  static final int PAIRS = TEAMS / 2;

  private BenchFloor() {}

  static String agent(int number) {
    return "a" + number;
  }

  static int teamOf(int agent) {
    return agent % TEAMS;
  }

  static int siteOf(int team) {
    return team % SITES;
  }

  static String site(int number) {
    return "site-" + number;
  }

  static String team(int number) {
    return "team-" + number;
  }

  /** Puts everything on a server; contests are numbered as {@link #contestOfSite} says. */
  static void build(ChildServer server) {
    server.must("PUT", "/api/v1/roster", "text/csv", roster());
    post(server, "/api/v1/rule-books", callsAlone());
    post(server, "/api/v1/rule-books", rules("calls and satisfaction", handled(), satisfaction()));
    for (int site = 0; site < SITES; site++) {
      post(server, "/api/v1/contests", ofSite("week", site));
      post(server, "/api/v1/contests", ofSite("month", site));
    }
    post(server, "/api/v1/contests", contest("week", "agent", 2));
    post(server, "/api/v1/contests", contest("month", "agent", 1));
  }

  /**
   * Beside those, for each two teams a weekly contest between them: the first has the number {@link
   * #contestOfPair}. Each of their boards has few facts, as a team's own screen has.
   */
  static void addPairs(ChildServer server) {
    for (int pair = 0; pair < PAIRS; pair++) {
      var teams = new JsonArray().add(team(2 * pair)).add(team(2 * pair + 1));
      post(
          server,
          "/api/v1/contests",
          contest("week", "team", 1).put("name", "pair " + pair).put("listed", teams));
    }
  }

  static int contestOfPair(int pair) {
    return contestOfAgents() + 1 + pair;
  }

  static int pairOf(int team) {
    return team / 2;
  }

  /** Number of a site's weekly contest; its monthly one is the next. */
  static int contestOfSite(int site) {
    return 1 + 2 * site;
  }

  /** Number of the monthly contest of all agents. */
  static int contestOfAgents() {
    return 2 + 2 * SITES;
  }

  private static String roster() {
    var csv = new StringBuilder("agent,name,team,site,from,to,aliases\n");
    for (int agent = 0; agent < AGENTS; agent++) {
      int team = teamOf(agent);
      csv.append(agent(agent)).append(",Agent ").append(agent).append(',');
      csv.append(team(team)).append(',').append(site(siteOf(team))).append(",2020-01-01,,\n");
    }
    return csv.toString();
  }

  private static JsonObject rules(String name, JsonObject... lines) {
    var all = new JsonArray();
    for (JsonObject line : lines) {
      all.add(line);
    }
    return new JsonObject().put("name", name).put("lines", all).put("tieBreak", "shared");
  }

  /** Volume without quality is let pass for outbound only, and by somebody. */
  private static JsonObject callsAlone() {
    return rules("calls", handled())
        .put("direction", "out")
        .put(
            "override",
            new JsonObject()
                .put("name", "Benchmark")
                .put("reason", "every call is to show on the board"));
  }

  private static JsonObject handled() {
    return new JsonObject()
        .put("metric", "handled")
        .put("conversion", new JsonObject().put("kind", "per_unit").put("points", "1"))
        .put("weight", "1");
  }

  private static JsonObject satisfaction() {
    return new JsonObject()
        .put("metric", "csat_top_box")
        .put(
            "conversion",
            new JsonObject()
                .put("kind", "linear")
                .put("floor", "0")
                .put("target", "1")
                .put("points", "10"))
        .put("weight", "1");
  }

  private static JsonObject ofSite(String cadence, int site) {
    return contest(cadence, "team", 1)
        .put("name", cadence + " of " + site(site))
        .put("site", site(site));
  }

  private static JsonObject contest(String cadence, String competitors, int ruleBook) {
    return new JsonObject()
        .put("name", cadence + " of " + competitors)
        .put("cadence", cadence)
        .put("competitors", competitors)
        .put("ruleBook", ruleBook)
        .put("audiences", everythingForAll());
  }

  /** So that who watches does not matter. */
  private static JsonObject everythingForAll() {
    var all = new JsonObject().put("names", "all");
    return new JsonObject().put("floor", all).put("wall", all);
  }

  private static void post(ChildServer server, String path, JsonObject body) {
    server.must("POST", path, "application/json", body.encode());
  }
}
