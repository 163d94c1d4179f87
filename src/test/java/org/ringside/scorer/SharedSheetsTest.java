package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** Contests of one window keep one set of sheets, and each still counts for itself. */
class SharedSheetsTest {
  private static final String ROSTER = Season.ROSTER + "3001,陈静,tiger,北京,2020-01-01,,ext-5\n";

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void openThreeOfAWeekAndOneOfAMonth() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.facts(calls("before", 40));
    server.post("/api/v1/contests", Season.contest("week", "agent"));
    server.post("/api/v1/contests", Season.contest("month", "team"));
    JsonObject ofASite = Season.contest("week", "team").put("name", "上海").put("site", "上海");
    assertThat(server.post("/api/v1/contests", ofASite).status()).isEqualTo(201);
    server.facts(calls("after", 30));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void contestOpenedLater_countsWhatTheWindowHasAlready() {
    counted(70, 1, 2, 3, 4);
  }

  @Test
  void everyContest_isTheSameAfterARestart() {
    server.restart();
    server.facts(calls("again", 20));
    counted(90, 1, 2, 3, 4);
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
    counted(70, 1, 2, 4);
    server.restart();
    counted(70, 1, 2, 4);
    Invariants.check(server.database());
  }

  @Test
  void agentWhoChangesTeam_movesInAll() {
    for (int contest : List.of(1, 3, 4)) {
      counted(Map.of("eagle", 36L, "thunder", 34L), contest);
    }
    moveInThePast("1001,李娜,eagle,上海", "1001,李娜,thunder,上海");
    for (int contest : List.of(1, 3, 4)) {
      counted(Map.of("eagle", 18L, "thunder", 52L), contest);
    }
    counted(Map.of("1001", 18L, "1002", 18L, "2001", 17L, "2002", 17L), 2);
    Invariants.check(server.database());
  }

  @Test
  void agentWhoChangesToATeamOfAnotherSite_leavesTheContestOfTheFirst() {
    counted(Map.of("eagle", 36L, "thunder", 34L), 4);
    moveInThePast("1001,李娜,eagle,上海", "1001,李娜,tiger,北京");
    counted(Map.of("eagle", 18L, "thunder", 34L, "tiger", 18L), 1);
    counted(Map.of("eagle", 18L, "thunder", 34L), 4);
    Invariants.check(server.database());
  }

  @Test
  void teamThatLeavesTheSiteAndComesBack_isFollowedAgain() {
    roster(ROSTER.replace("thunder,上海", "thunder,北京"));
    counted(Map.of("eagle", 36L), 4);
    roster(ROSTER);
    counted(Map.of("eagle", 36L, "thunder", 34L), 4);
    server.facts(calls("again", 20));
    counted(Map.of("eagle", 46L, "thunder", 44L), 4);
    Invariants.check(server.database());
  }

  /** A line with the start of the membership that is there replaces it, for all of its time. */
  private void moveInThePast(String before, String after) {
    roster(ROSTER.replace(before, after));
  }

  private void roster(String csv) {
    assertThat(server.put("/api/v1/roster?replace=true", "text/csv", csv).status()).isEqualTo(200);
  }

  private void counted(Map<String, Long> calls, int contest) {
    TestServer.eventually(
        "contest " + contest + " counts " + calls, () -> byCompetitor(contest).equals(calls));
  }

  private void counted(long calls, int... contests) {
    for (int contest : contests) {
      TestServer.eventually(
          "contest " + contest + " counts " + calls, () -> validCalls(contest) == calls);
    }
  }

  private long validCalls(int contest) {
    return byCompetitor(contest).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Valid calls of those who have any. */
  private Map<String, Long> byCompetitor(int contest) {
    var calls = new HashMap<String, Long>();
    var rows = server.get("/api/v1/contests/" + contest + "/standings").items();
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.getJsonObject(i);
      long valid = row.getJsonArray("lines").getJsonObject(0).getLong("numerator");
      if (valid > 0) {
        calls.put(row.getString("id"), valid);
      }
    }
    return calls;
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
