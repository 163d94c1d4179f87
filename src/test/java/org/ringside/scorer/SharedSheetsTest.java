package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** Contests of one window keep one set of sheets, and each still counts for itself. */
class SharedSheetsTest {
  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void openTwoOfAWeekAndOneOfAMonth() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.facts(calls("before", 40));
    server.post("/api/v1/contests", Season.contest("week", "agent"));
    server.post("/api/v1/contests", Season.contest("month", "team"));
    server.facts(calls("after", 30));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void contestOpenedLater_countsWhatTheWindowHasAlready() {
    counted(70, 1, 2, 3);
  }

  @Test
  void everyContest_isTheSameAfterARestart() {
    server.restart();
    server.facts(calls("again", 20));
    counted(90, 1, 2, 3);
    Invariants.check(server.database());
  }

  @Test
  void sheets_areStoredOncePerWindow() {
    server.post("/api/v1/contests/2/rebuild", new JsonObject());
    var numbers = new ArrayList<Integer>();
    server
        .database()
        .asOwner("select distinct contest from sheet order by contest")
        .forEach(row -> numbers.add(row.getInteger(0)));
    assertThat(numbers).containsExactly(1, 3);
  }

  @Test
  void rebuildOfOne_mendsAllThatShare() {
    server.restart();
    server
        .database()
        .asOwner("update sheet set counters = '{\"valid_calls\": 1}' where contest = 1");
    server.restart();
    assertThat(validCalls(2)).isNotEqualTo(70);
    JsonObject rebuilt = server.post("/api/v1/contests/2/rebuild", new JsonObject()).json();
    assertThat(rebuilt.getBoolean("changed")).isTrue();
    counted(70, 1, 2);
  }

  @Test
  void agentWhoChangesTeam_movesInAll() {
    server.put(
        "/api/v1/roster?replace=true",
        "text/csv",
        Season.ROSTER.replace("1001,李娜,eagle", "1001,李娜,thunder"));
    counted(70, 1, 2);
    Invariants.check(server.database());
  }

  private void counted(long calls, int... contests) {
    for (int contest : contests) {
      TestServer.eventually(
          "contest " + contest + " counts " + calls, () -> validCalls(contest) == calls);
    }
  }

  private long validCalls(int contest) {
    long all = 0;
    var rows = server.get("/api/v1/contests/" + contest + "/standings").items();
    for (int i = 0; i < rows.size(); i++) {
      all += rows.getJsonObject(i).getJsonArray("lines").getJsonObject(0).getLong("numerator");
    }
    return all;
  }

  private static List<JsonObject> calls(String name, int count) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var calls = new ArrayList<JsonObject>();
    for (int i = 0; i < count; i++) {
      calls.add(
          TestServer.fact(
              name + i,
              "leg.ended",
              now.minusSeconds(i),
              "ext-" + (1 + i % 4),
              new JsonObject().put("talk_ms", 90_000).put("ended_by", "customer")));
    }
    return calls;
  }
}
