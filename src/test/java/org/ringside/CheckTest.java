package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;
import org.ringside.scorer.CheckReport;

/** What {@code ringside check} sees, beside a server that is running. */
class CheckTest {
  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void playAWeek() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.post("/api/v1/contests", Season.contest("month", "agent"));
    server.facts(calls());
    server.facts(List.of(correction()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everything_agrees_before_and_after_the_checkpoint() {
    assertThat(report().lines()).last().asString().startsWith("Everything agrees");
    assertThat(report().facts()).isEqualTo(60);
    assertThat(report().contests()).isEqualTo(2);
    server.restart();
    assertThat(report().holds()).isTrue();
    awaitCheckpoint();
    assertThat(report().holds()).isTrue();
  }

  @Test
  void aTallyChangedByHand_isNamed() {
    awaitCheckpoint();
    server
        .database()
        .asOwner(
            "update tally set counters = jsonb_set(counters, '{handled}', '99') where agent = 1");
    assertThat(report().holds()).isFalse();
    assertThat(report().differences())
        .anySatisfy(line -> assertThat(line).contains("tally").contains("handled=99"))
        .anySatisfy(line -> assertThat(line).contains("team").contains("handled"))
        .anySatisfy(line -> assertThat(line).contains("the sheet").contains("the tally"));
  }

  @Test
  void anActThatWasChangedOrRemoved_isNamed() {
    assertThat(report().acts()).isGreaterThan(3);
    server.database().asOwner("update audit_entry set actor = 'somebody' where seq = 2");
    assertThat(report().differences())
        .containsExactly("organisation 1, audit entry 2: it was changed, or one before it was");
    server.database().asOwner("delete from audit_entry where seq = 2");
    assertThat(report().differences())
        .containsExactly("organisation 1, audit entry 3: entries before it are missing");
  }

  @Test
  void theNewestActRemoved_isNamed() {
    server
        .database()
        .asOwner("delete from audit_entry where seq = (select max(seq) from audit_entry)");
    assertThat(report().differences())
        .singleElement()
        .asString()
        .endsWith("the log does not end with the entry that was written last");
  }

  @Test
  void aSheetChangedByHand_isNamed() {
    awaitCheckpoint();
    server.database().asOwner("update sheet set counters = '{\"handled\": 1}' where contest = 1");
    assertThat(report().differences())
        .anySatisfy(line -> assertThat(line).contains("contest 1").contains("the log"));
  }

  @Test
  void aFactLostOrForgotten_isNamed() {
    server.database().asOwner("delete from fact where id = 'c5'");
    server.database().asOwner("delete from fact_identity where id = 'c6'");
    assertThat(report().differences())
        .anySatisfy(line -> assertThat(line).contains("c5").contains("not in the log"))
        .anySatisfy(line -> assertThat(line).contains("c6").contains("not known"));
  }

  @Test
  void aFactInTheLogTwice_isNamed() {
    server
        .database()
        .asOwner(
            """
            insert into fact select organisation, seq + 1000000, time, received, source, id,
              revision, type, subject, data, prior_seq, prior_time
            from fact where id = 'c7'
            """);
    assertThat(report().differences())
        .anySatisfy(line -> assertThat(line).contains("c7").contains("2 times with 1 revisions"));
  }

  private CheckReport report() {
    return Invariants.report(server.database(), Instant.now());
  }

  private void awaitCheckpoint() {
    TestServer.eventually(
        "a checkpoint of everything",
        () ->
            server
                    .database()
                    .asOwner("select from checkpoint c where seq >= (select max(seq) from fact)")
                    .size()
                == 1);
  }

  private static List<JsonObject> calls() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
    var calls = new ArrayList<JsonObject>();
    for (int i = 0; i < 60; i++) {
      calls.add(
          TestServer.fact(
              "c" + i,
              "leg.ended",
              now.minus(i, ChronoUnit.HOURS),
              "ext-" + (i % 2 == 0 ? 1 : i % 3 == 0 ? 3 : 99), // 99 is a stranger
              ended(60_000 + i).put("queue", "q" + i % 2)));
    }
    return calls;
  }

  private static JsonObject correction() {
    return TestServer.fact("c4", "leg.ended", Instant.now(), "ext-2", ended(1_000))
        .put("revision", 2);
  }

  private static JsonObject ended(int talkMs) {
    return new JsonObject().put("talk_ms", talkMs).put("ended_by", "customer");
  }
}
