package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.HeldLock;
import org.ringside.db.TestDatabase;

/** What a checkpoint says about its position in the log is true at every moment. */
class CheckpointTest {
  private final TestServer server = TestServer.start(TestDatabase.fresh());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void factWhoseCommitIsUnderWay_isNotCountedByACheckpoint() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    var onTally = HeldLock.onTable(server.database(), "tally");
    accepted(call("first"));
    TestServer.eventually("a checkpoint waits", () -> waitsFor("tally"));
    accepted(call("second"));
    var onFact = HeldLock.onTable(server.database(), "fact");
    List<JsonObject> last = List.of(call("third"));
    CompletableFuture<Answer> third = CompletableFuture.supplyAsync(() -> server.facts(last));
    TestServer.eventually("the third fact's commit waits", () -> waitsFor("fact"));
    onTally.close();
    TestServer.eventually("the second fact is in a checkpoint", () -> position() >= 2);
    assertThat(position()).isEqualTo(2);
    onFact.close();
    assertThat(third.join().status()).isIn(200, 503); // on a busy machine it has waited too long
    TestServer.eventually("the third fact is in the log", () -> known(last));
    TestServer.eventually("so is the third", () -> position() >= 3);
  }

  @Test
  void reportAskedForDuringACheckpoint_waitsForItAndForWhatCameSince() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    var onTally = HeldLock.onTable(server.database(), "tally");
    accepted(call("first"));
    TestServer.eventually("a checkpoint waits", () -> waitsFor("tally"));
    accepted(call("second"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String query =
        "/api/v1/reports/metrics?by=organisation&period=all&metrics=handled&from=%s&to=%s"
            .formatted(today.minusDays(2), today.plusDays(2));
    CompletableFuture<Answer> report = CompletableFuture.supplyAsync(() -> server.get(query));
    assertThat(server.get("/api/v1/contests").status()).isEqualTo(200);
    assertThat(report).isNotDone();
    onTally.close();
    assertThat(report.join().items().getJsonObject(0).getLong("numerator")).isEqualTo(2);
  }

  /** Sends it again: who got no receipt does. */
  private boolean known(List<JsonObject> facts) {
    Answer again = server.facts(facts);
    return again.status() == 200 && again.json().getInteger("refused") == 0;
  }

  private void accepted(JsonObject fact) {
    assertThat(server.facts(List.of(fact)).json().getInteger("accepted")).isEqualTo(1);
  }

  private static JsonObject call(String id) {
    return TestServer.fact(
        id,
        "leg.ended",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60),
        "ext-1",
        new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"));
  }

  private boolean waitsFor(String table) {
    String waiting =
        "select count(*) from pg_locks where not granted and relation = '%s'::regclass"
            .formatted(table);
    return server.database().asOwner(waiting).iterator().next().getLong(0) > 0;
  }

  private long position() {
    var rows = server.database().asOwner("select seq from checkpoint");
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong(0);
  }
}
