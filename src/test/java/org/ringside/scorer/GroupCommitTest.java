package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.HeldLock;
import org.ringside.db.TestDatabase;

/** Groups of facts of which the next is under way while the last is booked. */
class GroupCommitTest {
  private static final int POSTERS = 4;

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    accepted(server.facts(List.of(call("first", 0))));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void factReplacedInTheVeryNextGroup_isBookedOnceAsItIsNow() {
    var onFact = HeldLock.onTable(server.database(), "fact");
    var one = sending(call("a", 1));
    TestServer.eventually("its commit waits", () -> waitsForALock("fact"));
    var next = sending(call("a", 2), call("b", 1));
    var last = sending(call("a", 3));
    queued(3);
    onFact.close();
    accepted(one.join());
    assertThat(outcomes(next.join(), last.join()))
        .containsOnlyOnce("replaced")
        .contains("accepted");
    TestServer.eventually("three calls are on the board", () -> validCalls() == 3);
    Invariants.check(server.database());
  }

  @Test
  void connectionLost_whileTheNextGroupIsUnderWay_leavesWhatWasAnsweredAndNothingElse() {
    var onFact = HeldLock.onTable(server.database(), "fact");
    var one = sending(call("one", 1));
    TestServer.eventually("its commit waits", () -> waitsForALock("fact"));
    var onFirst =
        HeldLock.by(server.database(), "select * from fact_identity where id = 'first' for update");
    var next = sending(call("first", 1), call("next", 1));
    queued(2);
    onFact.close();
    accepted(one.join());
    TestServer.eventually("the next one waits for a row", () -> waitsForALock("fact_identity"));
    server
        .database()
        .asApp("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
    assertThat(next.join().status()).isEqualTo(503);
    onFirst.close();
    TestServer.eventually(
        "what was not answered is taken again",
        () -> server.facts(List.of(call("first", 1), call("next", 1))).status() == 200);
    TestServer.eventually("three calls are on the board", () -> validCalls() == 3);
    Invariants.check(server.database());
  }

  @Test
  void commandsGetTheirTurn_howeverManyFactsCome() {
    var enough = new AtomicBoolean();
    var posters = new ArrayList<CompletableFuture<Integer>>();
    for (int poster = 0; poster < POSTERS; poster++) {
      String name = "poster-" + poster + "-";
      posters.add(CompletableFuture.supplyAsync(() -> postUntil(enough, name)));
    }
    String roster = Season.ROSTER + "3001,陈静,tiger,北京,2020-01-01,,ext-5\n";
    assertThat(server.put("/api/v1/roster", "text/csv", roster).status()).isEqualTo(200);
    enough.set(true);
    int posted = posters.stream().mapToInt(CompletableFuture::join).sum();
    TestServer.eventually("all are counted", () -> validCalls() == posted + 1);
    Invariants.check(server.database());
  }

  private int postUntil(AtomicBoolean enough, String name) {
    int posted = 0;
    do {
      accepted(server.facts(List.of(call(name + posted, 0))));
      posted++;
    } while (!enough.get());
    return posted;
  }

  private static JsonObject call(String id, long revision) {
    return TestServer.fact(
            id,
            "leg.ended",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60),
            "ext-1",
            new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"))
        .put("revision", revision);
  }

  private CompletableFuture<Answer> sending(JsonObject... facts) {
    return CompletableFuture.supplyAsync(() -> server.facts(List.of(facts)));
  }

  private static void accepted(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getInteger("accepted")).isPositive();
  }

  private static List<String> outcomes(Answer... answers) {
    var outcomes = new ArrayList<String>();
    for (Answer answer : answers) {
      JsonArray receipts = answer.json().getJsonArray("receipts");
      for (int i = 0; i < receipts.size(); i++) {
        outcomes.add(receipts.getJsonObject(i).getString("outcome"));
      }
    }
    return outcomes;
  }

  private void queued(int facts) {
    TestServer.eventually(
        facts + " facts wait",
        () -> server.metrics().contains("ringside_facts_queued " + (double) facts));
  }

  private long validCalls() {
    var rows = server.get("/api/v1/contests/1/standings").items();
    long calls = 0;
    for (int i = 0; i < rows.size(); i++) {
      calls += rows.getJsonObject(i).getJsonArray("lines").getJsonObject(0).getLong("numerator");
    }
    return calls;
  }

  /** Asked as the role whose statements those are: others do not see them. */
  private boolean waitsForALock(String table) {
    String waiting =
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
            + " and query like '%"
            + table
            + "%'";
    return server.database().asApp(waiting).iterator().next().getLong(0) > 0;
  }
}
