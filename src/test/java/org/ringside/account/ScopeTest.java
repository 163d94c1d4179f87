package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/**
 * Rights of a site or a team keep to it. Eagle and thunder work in Shanghai, tiger in Chengdu; a
 * tiger of today was an eagle before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopeTest {
  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,李娜,eagle,上海,2020-01-01,,ext-1
      2001,张伟,thunder,上海,2020-01-01,,ext-2
      3001,王芳,tiger,成都,2020-01-01,,ext-3
      4001,刘洋,eagle,上海,2020-01-01,2021-01-01,ext-4
      4001,刘洋,tiger,成都,2021-01-01,,ext-4
      """;

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Household people = new Household(server);
  private String ofTeam = "";
  private String ofSite = "";
  private String managerOfSite = "";

  @BeforeAll
  void moveIn() {
    Answer roster = server.put("/api/v1/roster", "text/csv", ROSTER);
    assertThat(roster.status()).as(roster.body()).isEqualTo(200);
    server.put("/api/v1/organisation", "application/json", "{\"secondFactor\": \"offered\"}");
    server.post("/api/v1/rule-books", Season.rules());
    var facts = new ArrayList<JsonObject>();
    for (int i = 1; i <= 4; i++) {
      facts.add(call("call-" + i, "ext-" + i));
    }
    assertThat(server.facts(facts).json().getInteger("accepted")).isEqualTo(4);
    ofTeam = people.moveIn("leader", role("leader").put("team", "eagle"));
    ofSite = people.moveIn("quality", role("quality").put("site", "上海"));
    managerOfSite = people.moveIn("manager", role("manager").put("site", "上海"));
  }

  private static JsonObject call(String id, String agent) {
    var data = new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer");
    return TestServer.fact(id, "leg.ended", Instant.now().minusSeconds(60), agent, data);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String roster(String token, String form) {
    Answer answer = server.send(server.request("/api/v1/roster", token).GET(), "Accept", form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void leader_of_a_team_sees_who_is_or_was_in_it_and_nobody_else() {
    for (String form : List.of("application/json", "text/csv")) {
      assertThat(roster(ofTeam, form))
          .contains("eagle", "1001", "李娜", "ext-1", "上海", "4001", "2021-01-01")
          .doesNotContain("thunder", "tiger", "2001", "张伟", "3001", "王芳", "成都", "ext-3");
    }
  }

  @Test
  void quality_of_a_site_sees_the_teams_that_work_there() {
    for (String form : List.of("application/json", "text/csv")) {
      assertThat(roster(ofSite, form))
          .contains("eagle", "thunder", "1001", "2001", "上海")
          .doesNotContain("tiger", "3001", "王芳", "成都");
    }
  }

  @Test
  void agent_sees_no_roster_and_a_leader_does_not_change_it_nor_see_strangers() {
    String agent = people.moveIn("agent", role("agent").put("team", "eagle"));
    assertThat(people.get("/api/v1/roster", agent).status()).isEqualTo(403);
    assertThat(people.get("/api/v1/roster/unknown-agents", ofTeam).status()).isEqualTo(403);
    assertThat(people.send("PUT", "/api/v1/roster", ofTeam, new JsonObject()).status())
        .isEqualTo(403);
  }

  /** How many calls each has who is in the report. */
  private Map<String, Integer> report(String token, String by) {
    Answer answer = people.get(address(by), token);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var calls = new TreeMap<String, Integer>();
    for (Object item : answer.items()) {
      var row = (JsonObject) item;
      calls.merge(String.valueOf(row.getString("id")), row.getInteger("value"), Integer::sum);
    }
    return calls;
  }

  private static String address(String by) {
    return "/api/v1/reports/metrics?period=week&metrics=valid_calls&by=" + by;
  }

  @Test
  void report_of_a_leader_is_of_what_was_done_in_the_team() {
    assertThat(report(ofTeam, "agent")).isEqualTo(Map.of("1001", 1));
    assertThat(report(ofTeam, "team")).isEqualTo(Map.of("eagle", 1));
    assertThat(report(TestServer.TOKEN, "team"))
        .isEqualTo(Map.of("eagle", 1, "thunder", 1, "tiger", 2));
    assertThat(
            server
                .send(server.request(address("agent"), ofTeam).GET(), "Accept", "text/csv")
                .body())
        .contains("1001")
        .doesNotContain("2001", "3001", "4001");
  }

  @Test
  void report_by_site_has_no_row_of_a_site_that_is_only_partly_in_reach() {
    assertThat(report(ofTeam, "site")).isEmpty();
    assertThat(report(ofSite, "site")).isEqualTo(Map.of("上海", 2));
    assertThat(report(ofSite, "team")).isEqualTo(Map.of("eagle", 1, "thunder", 1));
  }

  @Test
  void report_of_the_organisation_is_for_who_may_see_all_of_it() {
    assertThat(people.get(address("organisation"), ofTeam).status()).isEqualTo(403);
    assertThat(people.get(address("organisation"), ofSite).status()).isEqualTo(403);
    String auditor = people.moveIn("auditor", role("auditor"));
    assertThat(people.get(address("organisation"), auditor).status()).isEqualTo(200);
  }

  @Test
  void two_roles_reach_as_far_as_both_together() {
    String both =
        people.moveIn(
            "both", role("leader").put("team", "eagle"), role("quality").put("site", "成都"));
    assertThat(report(both, "team")).isEqualTo(Map.of("eagle", 1, "tiger", 2));
    assertThat(report(both, "site")).isEqualTo(Map.of("成都", 2));
  }

  private int open(String what, String token, JsonObject change) {
    var contest =
        new JsonObject().put("name", token.hashCode() + change.encode()).put("ruleBook", 1);
    contest.mergeIn(change);
    return people.send("POST", "/api/v1/" + what, token, contest).status();
  }

  @Test
  void manager_of_a_site_makes_contests_and_series_of_it_and_of_nothing_else() {
    for (String what : List.of("contests", "series")) {
      assertThat(open(what, managerOfSite, new JsonObject().put("site", "上海"))).isEqualTo(201);
      assertThat(open(what, managerOfSite, listed("eagle", "thunder"))).isEqualTo(201);
      assertThat(open(what, managerOfSite, agents("1001", "2001"))).isEqualTo(201);

      assertThat(open(what, managerOfSite, new JsonObject())).isEqualTo(403);
      assertThat(open(what, managerOfSite, agents())).isEqualTo(403);
      assertThat(open(what, managerOfSite, new JsonObject().put("site", "成都"))).isEqualTo(403);
      assertThat(open(what, managerOfSite, listed("eagle", "tiger"))).isEqualTo(403);
      assertThat(open(what, managerOfSite, agents("1001", "3001"))).isEqualTo(403);
      assertThat(open(what, managerOfSite, agents("4001"))).as("an eagle once").isEqualTo(403);
    }
  }

  @Test
  void manager_of_a_team_makes_contests_of_it_and_none_of_its_site() {
    String token = people.moveIn("of-team", role("manager").put("team", "eagle"));
    assertThat(open("contests", token, listed("eagle"))).isEqualTo(201);
    assertThat(open("contests", token, agents("1001"))).isEqualTo(201);
    assertThat(open("contests", token, listed("eagle", "thunder"))).isEqualTo(403);
    assertThat(open("contests", token, new JsonObject().put("site", "上海"))).isEqualTo(403);
  }

  private static JsonObject listed(String... codes) {
    return new JsonObject().put("listed", new JsonArray(List.of((Object[]) codes)));
  }

  private static JsonObject agents(String... codes) {
    return listed(codes).put("competitors", "agent");
  }
}
