package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringside.TestServer.Answer;
import org.ringside.db.OwnPostgres;

/**
 * PostgreSQL crashes and hangs again and again while facts come in: in the gap they are told to
 * come again, never acknowledged; afterwards all that was acknowledged is in the log once, and the
 * tallies are what the log says (invariants 1, 2 and 6).
 */
@Tag("faults")
@Timeout(600)
class OutageUnderLoadTest {
  private static final int SENDERS = 4;
  private static final int BATCH = 50;
  private static final int ROUNDS = 3;

  /** A PostgreSQL that ends again and again is started after longer and longer pauses. */
  private static final Duration LIVENESS = Duration.ofSeconds(90);

  private static final Map<String, String> HASTY = Map.of("RINGSIDE_DATABASE_PATIENCE", "2");

  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private final List<Answer> strange = java.util.Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicBoolean loading = new AtomicBoolean(true);
  private final Instant base = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);

  @SuppressWarnings("NullAway.Init") // set before each
  private OwnPostgres postgres;

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @BeforeEach
  void openTwoContestsOfAWeek() {
    postgres = OwnPostgres.start();
    server = TestServer.start(postgres.database(), HASTY);
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.post("/api/v1/contests", Season.contest("week", "agent"));
  }

  @AfterEach
  void stop() {
    postgres.thaw();
    server.close();
    postgres.close();
  }

  @Test
  void crashedAgainAndAgain_losesAndDoublesNothing() {
    underLoad(
        round -> {
          postgres.crash();
          awaitMore("told to come again", told);
        });
  }

  @Test
  void hungAgainAndAgain_losesAndDoublesNothing() {
    underLoad(
        round -> {
          postgres.freeze();
          awaitMore("told to come again", told);
          assertThat(server.get("/api/v1/contests/1/standings").status()).isEqualTo(200);
          postgres.thaw();
        });
  }

  private void underLoad(IntConsumer trouble) {
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      String name = "s" + sender + "-";
      senders.add(Thread.ofPlatform().start(() -> send(name)));
    }
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        awaitMore("taken", taken);
        trouble.accept(round);
        long since = System.nanoTime();
        awaitMore("taken again", taken);
        System.out.printf(
            "OutageUnderLoadTest: round %d, taken again after %s%n",
            round, Duration.ofNanos(System.nanoTime() - since));
      }
    } finally {
      loading.set(false);
    }
    senders.forEach(OutageUnderLoadTest::join);
    judge();
  }

  private static void awaitMore(String what, AtomicInteger counter) {
    int before = counter.get();
    TestServer.eventually(what, LIVENESS, () -> counter.get() > before);
  }

  /** Each batch is sent until it is taken, as a source does. */
  private void send(String name) {
    for (int batch = 0; loading.get(); batch++) {
      List<JsonObject> facts = batch(name + batch + "-");
      while (!isTaken(server.facts(facts))) {
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
      facts.forEach(fact -> acknowledged.add(fact.getString("id")));
      taken.incrementAndGet();
    }
  }

  private boolean isTaken(Answer answer) {
    if (answer.status() == 200) {
      return true;
    }
    if (answer.status() == 503
        && answer.response().headers().firstValue("Retry-After").isPresent()) {
      told.incrementAndGet();
    } else {
      strange.add(answer);
    }
    return false;
  }

  private List<JsonObject> batch(String prefix) {
    var facts = new ArrayList<JsonObject>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      var data = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
      facts.add(TestServer.fact(prefix + i, "leg.ended", base, "ext-" + (1 + i % 5), data));
    }
    return facts;
  }

  private void judge() {
    System.out.printf(
        "OutageUnderLoadTest: %d facts acknowledged, %d requests told to come again%n",
        acknowledged.size(), told.get());
    assertThat(strange).isEmpty();
    var inTheLog = new TreeSet<String>();
    for (Row row : server.database().asOwner("select id from fact")) {
      assertThat(inTheLog.add(row.getString(0))).as("once: %s", row.getString(0)).isTrue();
    }
    assertThat(inTheLog).isEqualTo(acknowledged);
    for (int contest = 1; contest <= 2; contest++) {
      Answer rebuilt = server.post("/api/v1/contests/" + contest + "/rebuild", new JsonObject());
      assertThat(rebuilt.json().getBoolean("changed")).as("contest %d", contest).isFalse();
    }
    Invariants.check(server.database());
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(Duration.ofMinutes(2))).as("the load ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
