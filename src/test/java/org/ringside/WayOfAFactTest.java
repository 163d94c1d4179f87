package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.db.TestDatabase;

/** From a posted fact to a row of the standings, through the real server and the real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WayOfAFactTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", ROSTER);
    server.post("/api/v1/rule-books", RULES);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,李娜,eagle,上海,2020-01-01,,ext-1
      1002,王芳,eagle,上海,2020-01-01,,ext-2
      2001,张伟,thunder,上海,2020-01-01,,ext-3
      3001,陈静,reef,上海,2020-01-01,,ext-4
      """;

  private static final JsonObject RULES =
      new JsonObject()
          .put("name", "calls")
          .put(
              "lines",
              new JsonArray()
                  .add(
                      new JsonObject()
                          .put("metric", "valid_calls")
                          .put(
                              "conversion",
                              new JsonObject().put("kind", "per_unit").put("points", "1"))
                          .put("weight", "1"))
                  .add(
                      new JsonObject()
                          .put("metric", "csat_top_box")
                          .put(
                              "conversion",
                              new JsonObject()
                                  .put("kind", "linear")
                                  .put("floor", "0.5")
                                  .put("target", "1")
                                  .put("points", "10"))
                          .put("weight", "1")))
          .put("decimals", 1)
          .put("tieBreak", "shared");

  @Test
  void aCall_answeredAndEnded_movesItsTeamAndSurvivesARestart() {
    int contest = open("week of calls");
    Instant now = Instant.now().minusSeconds(60);
    var facts = new ArrayList<JsonObject>();
    for (int i = 0; i < 5; i++) {
      facts.add(ended("a" + i, now, "ext-" + (i % 3 + 1)));
    }
    JsonObject answer = server.facts(facts).json();
    assertThat(answer.getInteger("accepted")).isEqualTo(5);
    // ext-1 and ext-2 are the eagle's: four of five calls.
    TestServer.eventually("eagle has four", () -> validCalls(contest, "eagle") == 4);
    assertThat(validCalls(contest, "thunder")).isEqualTo(1);

    server.restart();
    assertThat(validCalls(contest, "eagle")).isEqualTo(4);
    assertThat(validCalls(contest, "thunder")).isEqualTo(1);
    JsonObject rebuilt =
        server.post("/api/v1/contests/" + contest + "/rebuild", new JsonObject()).json();
    assertThat(rebuilt.getBoolean("changed")).isFalse();
  }

  @Test
  void aFact_sentAgainCorrectedAndVoided_countsByItsHighestRevision() {
    int contest = open("revisions");
    Instant now = Instant.now().minusSeconds(30);
    JsonObject call = ended("r1", now, "ext-4");
    long before = validCalls(contest, "reef");
    assertThat(outcome(call)).isEqualTo("accepted");
    assertThat(outcome(call)).isEqualTo("duplicate");
    JsonObject other = call.copy();
    other.getJsonObject("data").put("talk_ms", 2_000);
    assertThat(outcome(other)).isEqualTo("refused");
    assertThat(outcome(other.copy().put("revision", 1))).isEqualTo("replaced");
    assertThat(outcome(call)).isEqualTo("superseded");
    TestServer.eventually(
        "a short call earns nothing", () -> validCalls(contest, "reef") == before);
    JsonObject voided =
        call.copy().put("type", "fact.voided").put("revision", 2).put("data", new JsonObject());
    assertThat(outcome(voided)).isEqualTo("replaced");
    assertThat(outcome(call.copy().put("revision", 3))).isEqualTo("replaced");
    TestServer.eventually("revived", () -> validCalls(contest, "reef") == before + 1);
    JsonObject rebuilt =
        server.post("/api/v1/contests/" + contest + "/rebuild", new JsonObject()).json();
    assertThat(rebuilt.getBoolean("changed")).isFalse();
  }

  private int open(String name) {
    JsonObject contest =
        server
            .post(
                "/api/v1/contests",
                new JsonObject()
                    .put("name", name)
                    .put("cadence", "week")
                    .put("competitors", "team")
                    .put("ruleBook", 1))
            .json();
    return Integer.parseInt(contest.getString("id"));
  }

  private String outcome(JsonObject fact) {
    return server
        .facts(List.of(fact))
        .json()
        .getJsonArray("receipts")
        .getJsonObject(0)
        .getString("outcome");
  }

  /** Numerator of the first line of a team's row. */
  private long validCalls(int contest, String team) {
    JsonArray rows = server.get("/api/v1/contests/" + contest + "/standings").items();
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.getJsonObject(i);
      if (row.getString("id").equals(team)) {
        return row.getJsonArray("lines").getJsonObject(0).getLong("numerator");
      }
    }
    throw new AssertionError("no row of " + team);
  }

  private static JsonObject ended(String id, Instant at, String agent) {
    return TestServer.fact(
        id,
        "leg.ended",
        at,
        agent,
        new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"));
  }
}
