package org.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ringside.ChildServer;
import org.ringside.Season;

/**
 * A server that is killed at random moments under load, while its roster changes in the past: no
 * acknowledged fact is lost, none counts twice, and the standings are what the log says (R1,
 * invariants 1, 2 and 6).
 */
@Tag("faults")
class KillTest {
  private static final int SENDERS = 4;
  private static final int BATCH = 50;
  private static final int IMPORT = 3_000;
  private static final int CONTESTS = 3;

  /** What is killed. */
  private enum Victim {
    SERVER,
    POSTGRES,
    BOTH
  }

  @Test
  void serverPostgresAndBoth_killedOnce_loseAndDoubleNothing() {
    run(List.of(Victim.SERVER, Victim.POSTGRES, Victim.BOTH));
  }

  @Test
  void server_killedTwentyTimes_losesAndDoublesNothing() {
    var victims = new java.util.ArrayList<Victim>();
    for (int kill = 1; kill <= 20; kill++) {
      victims.add(kill % 7 == 0 ? Victim.POSTGRES : kill % 10 == 0 ? Victim.BOTH : Victim.SERVER);
    }
    run(victims);
  }

  private static void run(List<Victim> victims) {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    System.out.println("KillTest: -Dfaults.seed=" + seed);
    var random = new Random(seed);
    try (ChildServer server = ChildServer.start(ChildServer.temporaryFolder(), "-Xmx256m")) {
      server.awaitReady();
      openSeason(server);
      var attempts = new Attempts(server);
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      var flips = new RosterFlips(server, now.minus(FactMill.REACH.dividedBy(2)));
      underLoad(attempts, flips, new FactMill(now), random, () -> kill(server, victims, random));
      flips.judge();
      judge(server, attempts);
    }
  }

  private static void openSeason(ChildServer server) {
    server.must("PUT", "/api/v1/roster", "text/csv", Season.ROSTER);
    post(server, "/api/v1/rule-books", Season.rules());
    post(server, "/api/v1/contests", Season.contest("week", "team"));
    post(server, "/api/v1/contests", Season.contest("week", "agent"));
    post(server, "/api/v1/contests", Season.contest("month", "agent"));
  }

  private static String post(ChildServer server, String path, JsonObject body) {
    return server.must("POST", path, "application/json", body.encode());
  }

  /** Batches come at their time whether earlier ones were answered or not, within a bound. */
  private static void underLoad(
      Attempts attempts, RosterFlips flips, FactMill mill, Random random, Runnable meanwhile) {
    long seed = random.nextLong();
    var loading = new AtomicBoolean(true);
    Thread source =
        Thread.ofPlatform().start(() -> feed(attempts, mill, new Random(seed), loading));
    Thread office = Thread.ofPlatform().start(() -> flips.flipWhile(loading::get));
    var senders = new Thread[SENDERS];
    for (int i = 0; i < SENDERS; i++) {
      senders[i] =
          Thread.ofPlatform()
              .start(() -> attempts.sendWhile(() -> loading.get() || attempts.open() > 0));
    }
    try {
      meanwhile.run();
    } finally {
      loading.set(false);
    }
    join(source);
    join(office);
    for (Thread sender : senders) {
      join(sender);
    }
  }

  private static void feed(Attempts attempts, FactMill mill, Random random, AtomicBoolean loading) {
    int next = 0;
    for (int batch = 0; loading.get(); batch++) {
      if (attempts.open() < 200) {
        int size = batch % 40 == 5 ? IMPORT : BATCH;
        attempts.offer(mill.batch(next, size, random));
        next += size;
      }
      LockSupport.parkNanos(25_000_000);
    }
  }

  private static void kill(ChildServer server, List<Victim> victims, Random random) {
    for (Victim victim : victims) {
      LockSupport.parkNanos(random.nextLong(300_000_000, 2_500_000_000L));
      switch (victim) {
        case SERVER -> server.kill();
        case POSTGRES -> server.killPostmaster();
        case BOTH -> {
          server.killPostmaster();
          server.kill();
        }
      }
      if (victim != Victim.POSTGRES) {
        server.restart();
      }
      System.out.println(
          "KillTest: %s killed, ready after %s".formatted(victim, server.awaitReady()));
    }
  }

  private static void judge(ChildServer server, Attempts attempts) {
    System.out.println(
        "KillTest: %d facts acknowledged, %d batches had an unknown outcome"
            .formatted(attempts.acknowledged().size(), attempts.unknown()));
    assertThat(attempts.refused()).isEmpty();
    assertThat(attempts.unknown()).isPositive();
    assertThat(FactLog.revisions(server)).isEqualTo(attempts.acknowledged());
    for (int contest = 1; contest <= CONTESTS; contest++) {
      String rebuilt = post(server, "/api/v1/contests/" + contest + "/rebuild", new JsonObject());
      assertThat(new JsonObject(rebuilt).getBoolean("changed")).as("contest %d", contest).isFalse();
    }
    assertThat(server.check()).as(server.log()).isZero();
    assertThat(server.unaskedRestarts()).as(server.log()).isZero();
    server.stop();
    assertThat(server.check()).as(server.log()).isZero();
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(java.time.Duration.ofMinutes(2))).as("load ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
