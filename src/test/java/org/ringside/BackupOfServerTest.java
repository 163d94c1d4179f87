package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.backup.Contents;
import org.ringside.cli.DatabaseCommand;
import org.ringside.db.TestDatabase;

/** A real server's data goes into a file and comes back in another database. */
@Timeout(180)
class BackupOfServerTest {
  /** A week of then is over, and its grace; and not so long that nobody remembers it. */
  private static final Duration PAST = Duration.ofDays(20);

  private static final int BATCH = 40;

  /** What this test brings rows into; all other tables are compared as well. */
  private static final List<String> FILLED =
      List.of(
          "agent",
          "alias",
          "checkpoint",
          "contest",
          "fact",
          "late_fact",
          "membership",
          "organisation",
          "queue_owner",
          "rule_book",
          "series",
          "shared_sheets",
          "sheet",
          "source_key",
          "stranger",
          "tally",
          "writer");

  @TempDir Path folder;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private volatile Duration behind = PAST;
  private final TestDatabase target = TestDatabase.fresh();

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @SuppressWarnings("NullAway.Init") // set before each
  private String key;

  /** Weeks ago contests were opened and facts came; now some come too late for them. */
  @BeforeEach
  void playSomeWeeks() {
    server =
        TestServer.start(TestDatabase.fresh(), () -> Clock.systemUTC().instant().minus(behind));
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    JsonObject queues = Season.queues("eagle", "thunder", now.minus(PAST));
    server.put("/api/v1/roster", "application/json", queues.encode());
    var source = new JsonObject().put("name", "pbx");
    key = server.post("/api/v1/sources", source).json().getString("key");
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.post("/api/v1/contests", Season.contest("week", "agent"));
    server.post("/api/v1/series", Season.contest("month", "agent").put("name", "months"));
    posted(calls("then", BATCH, now.minus(PAST)));
    behind = Duration.ZERO;
    server.restart();
    server.post("/api/v1/contests", Season.contest("month", "team"));
    posted(calls("late", BATCH, now.minus(PAST)));
    posted(calls("today", BATCH, now));
  }

  @AfterEach
  void stop() {
    server.close();
    target.close();
  }

  @Test
  void quietDatabase_comesBackTableByTable_boardByBoard_andGoesOn() {
    List<JsonArray> boards = boards(server);
    server.restart(); // a stop writes the last checkpoint
    TestServer.eventually("a checkpoint of everything", this::isCheckpointed);
    Map<String, String> contents = Contents.of(server.database());
    assertThat(Contents.empty(server.database())).doesNotContainAnyElementsOf(FILLED);
    assertThat(backup()).startsWith("Backed up ");
    assertThat(restore()).contains("Everything agrees");
    assertThat(Contents.of(target)).isEqualTo(contents);
    try (TestServer restored = TestServer.start(target)) {
      assertThat(boards(restored)).isEqualTo(boards);
      assertThat(sent(restored, calls("today", BATCH, now)).getInteger("duplicate"))
          .isEqualTo(BATCH);
      assertThat(sent(restored, calls("next", BATCH, now)).getInteger("accepted")).isEqualTo(BATCH);
      Invariants.check(target);
    }
  }

  @Test
  void backupDuringIntake_isTheLogUpToACommit_withAllThatWasAcknowledgedBefore() {
    var go = new AtomicBoolean(true);
    var acknowledged = new AtomicInteger();
    CompletableFuture<Void> intake =
        CompletableFuture.runAsync(
            () -> {
              while (go.get()) {
                int batch = acknowledged.get();
                posted(calls("b" + batch + "-", BATCH, now));
                acknowledged.incrementAndGet();
              }
            });
    TestServer.eventually("some facts", () -> acknowledged.get() > 5);
    int before = acknowledged.get();
    backup();
    int after = acknowledged.get();
    TestServer.eventually("more facts", () -> acknowledged.get() > after + 2);
    go.set(false);
    intake.join();
    assertThat(restore()).contains("Everything agrees");
    Set<String> log = log(server.database(), Long.MAX_VALUE);
    Set<String> restored = log(target, Long.MAX_VALUE);
    assertThat(restored).isEqualTo(log(server.database(), lastSeq(target)));
    assertThat(restored).hasSizeLessThan(log.size());
    assertThat(restored.stream().filter(line -> line.matches(".*,b\\d+-.*")).count())
        .isGreaterThanOrEqualTo((long) before * BATCH);
  }

  @Test
  void factsThatWereLetGo_areNotThereAfterwards_andWhatWasCountedIs() {
    int days = 62;
    posted(calls("old", BATCH, now.minus(Duration.ofDays(days + 5))));
    server.put(
        "/api/v1/organisation/retention",
        "application/json",
        new JsonObject().put("factsDays", days).encode());
    server.restart();
    TestServer.eventually(
        "the old ones are gone",
        () -> server.database().asOwner("select from fact where id like 'old%'").size() == 0);
    server.restart();
    JsonObject kept = server.get("/api/v1/organisation/retention").json();
    assertThat(kept.getString("factsSince")).isNotNull();
    String report = "/api/v1/reports/metrics?by=agent&period=day&metrics=handled";
    String counted = server.get(report).body();
    backup();
    assertThat(restore()).contains("Everything agrees", "were not counted anew");
    try (TestServer restored = TestServer.start(target)) {
      assertThat(restored.get("/api/v1/organisation/retention").json()).isEqualTo(kept);
      assertThat(restored.get(report).body()).isEqualTo(counted);
      assertThat(
              sent(restored, calls("old", 1, now.minus(Duration.ofDays(days + 5))))
                  .getInteger("refused"))
          .isEqualTo(1);
      Invariants.check(target);
    }
  }

  private String backup() {
    return said(
        (settings, out) ->
            BackupCommand.run(settings, new DatabaseCommand.Backup(file(), false), now, out, out),
        server.database());
  }

  private String restore() {
    return said(
        (settings, out) ->
            RestoreCommand.run(
                settings,
                new DatabaseCommand.Restore(file(), false, Optional.empty()),
                now,
                out,
                out),
        target);
  }

  @FunctionalInterface
  private interface Command {
    int run(ServerSettings settings, PrintStream out);
  }

  private String said(Command command, TestDatabase database) {
    var said = new ByteArrayOutputStream();
    int status =
        command.run(
            CommandSettings.of(database, folder),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }

  private Path file() {
    return folder.resolve("ringside.gz");
  }

  private boolean isCheckpointed() {
    return server
            .database()
            .asOwner("select from checkpoint c where seq >= (select max(seq) from fact)")
            .size()
        == 1;
  }

  private static List<JsonArray> boards(TestServer of) {
    var boards = new ArrayList<JsonArray>();
    for (Object contest : of.get("/api/v1/contests").items()) {
      Integer number = ((JsonObject) contest).getInteger("contest");
      boards.add(of.get("/api/v1/contests/" + number + "/standings").items());
    }
    assertThat(boards).hasSizeGreaterThan(3);
    return boards;
  }

  private static Set<String> log(TestDatabase database, long upTo) {
    var log = new HashSet<String>();
    database
        .asOwner("select seq || ' ' || f::text as line from fact f where seq <= " + upTo)
        .forEach(row -> log.add(row.getString("line")));
    return log;
  }

  private static long lastSeq(TestDatabase database) {
    return database.asOwner("select max(seq) from fact").iterator().next().getLong(0);
  }

  private void posted(List<JsonObject> facts) {
    assertThat(sent(server, facts).getInteger("accepted")).isEqualTo(facts.size());
  }

  /** With the source's own key. */
  private JsonObject sent(TestServer to, List<JsonObject> facts) {
    TestServer.Answer answer =
        to.send(
            to.request("/api/v1/facts", key)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(HttpRequest.BodyPublishers.ofString(new JsonArray(facts).encode())));
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer.json();
  }

  private static List<JsonObject> calls(String name, int many, Instant last) {
    var calls = new ArrayList<JsonObject>();
    for (int i = 0; i < many; i++) {
      var data =
          new JsonObject()
              .put("queue", "q" + i % 3)
              .put("talk_ms", 60_000 + i)
              .put("ended_by", "customer");
      calls.add(
          TestServer.fact(
              name + i, "leg.ended", last.minusSeconds(60 + i), "ext-" + (1 + i % 5), data));
    }
    return calls;
  }
}
