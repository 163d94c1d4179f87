package org.ringside;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.TestServer.Answer;
import org.ringside.db.OwnPostgres;
import org.ringside.frame.Problem;

/**
 * A database that is hung or gone: who asks is told to come again, boards stay readable, and what
 * was acknowledged is there afterwards, once.
 */
@Timeout(180)
class OutageTest {
  /** With a patience of one second a silent connection is given up after six. */
  private static final Map<String, String> HASTY = Map.of("RINGSIDE_DATABASE_PATIENCE", "1");

  private static final Duration LIVENESS = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init") // set before each
  private OwnPostgres postgres;

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void openAContest() {
    postgres = OwnPostgres.start();
    server = TestServer.start(postgres.database(), HASTY);
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    assertThat(server.facts(List.of(call("before"))).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    postgres.thaw();
    server.close();
    postgres.close();
  }

  @Test
  void hungDatabase_isToldInTime_boardsStayReadable_andEverythingComesBack() {
    postgres.freeze();
    CompletableFuture<Answer> fact = ask(() -> server.facts(List.of(call("meanwhile"))));
    CompletableFuture<Answer> row = ask(() -> server.get("/api/v1/contests"));
    CompletableFuture<Answer> report = ask(() -> server.get(report()));
    assertThat(server.get("/api/v1/contests/1/standings").status()).isEqualTo(200);
    assertThatItIsUnavailable(row.orTimeout(LIVENESS.toSeconds(), SECONDS).join());
    assertThatItIsUnavailable(fact.orTimeout(LIVENESS.toSeconds(), SECONDS).join());
    assertThatItIsUnavailable(report.orTimeout(LIVENESS.toSeconds(), SECONDS).join());
    assertThat(server.get("/api/v1/contests/1/standings").status()).isEqualTo(200);
    assertThatItIsUnavailable(server.facts(List.of(call("later"))));
    postgres.thaw();
    awaitTaken("meanwhile");
    awaitTaken("later");
    assertThatEverythingCountsOnce(3);
  }

  @Test
  void crashedDatabase_isToldAtOnce_andEverythingComesBack() {
    postgres.crash();
    TestServer.eventually(
        "noticed", () -> server.facts(List.of(call("in-the-gap"))).status() != 200);
    assertThatItIsUnavailable(server.get("/api/v1/contests"));
    assertThat(server.get("/api/v1/contests/1/standings").status()).isEqualTo(200);
    awaitTaken("in-the-gap");
    awaitTaken("after");
    assertThatEverythingCountsOnce(3);
  }

  private static void assertThatItIsUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(503);
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.response().headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    assertThat(answer.json().getString("code")).isEqualTo("UNAVAILABLE");
  }

  private void awaitTaken(String id) {
    TestServer.eventually(
        "a fact is taken again", LIVENESS, () -> server.facts(List.of(call(id))).status() == 200);
  }

  private void assertThatEverythingCountsOnce(int calls) {
    JsonObject totals = server.get(report()).json();
    assertThat(totals.getJsonArray("items").getJsonObject(0).getInteger("numerator"))
        .isEqualTo(calls);
    assertThat(Invariants.report(server.database(), Instant.now()).lines())
        .last()
        .asString()
        .startsWith("Everything agrees");
  }

  private static String report() {
    return "/api/v1/reports/metrics?by=organisation&period=all&metrics=handled&from=%s&to=%s"
        .formatted(
            Instant.now().minus(2, ChronoUnit.DAYS).toString().substring(0, 10),
            Instant.now().plus(2, ChronoUnit.DAYS).toString().substring(0, 10));
  }

  private static CompletableFuture<Answer> ask(java.util.function.Supplier<Answer> request) {
    return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
  }

  private static JsonObject call(String id) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    var data = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
    return TestServer.fact(id, "leg.ended", at, "1127", data);
  }
}
