package org.ringside.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.function.Supplier;
import org.ringside.ChildServer;

/** From the start of the process until it is ready and answers the API. */
final class StartBench {
  private static final int TIMES = 5;

  /** The log has at least so many when the server is started on it. */
  private static final int FACTS = 200_000;

  /** Facts a second, where they are only to be there. */
  private static final int FILLING = 5_000;

  /** Facts a second before a kill. */
  private static final int LOAD = 3_000;

  private static final double LOAD_SECONDS = 3;

  private final Table table;

  StartBench(Table table) {
    this.table = table;
  }

  /** On an empty folder: unpacks PostgreSQL, makes the cluster, migrates. */
  void first() {
    table.start("first start, embedded, empty folder", times(StartBench::firstStart));
  }

  private static Duration firstStart() {
    try (ChildServer server = ChildServer.built(ChildServer.temporaryFolder())) {
      return server.awaitReady();
    }
  }

  /**
   * On data with 10,000 agents and 42 open contests: after a stop, which leaves nothing behind the
   * checkpoint, and after a kill -9 right after some seconds of facts.
   */
  void again(Rig rig, IntakeBench intake) {
    ChildServer server = rig.server();
    fillUp(rig, intake);
    table.start(
        "start on data, after a stop, %,d facts".formatted(rig.facts()),
        times(
            () -> {
              server.stop();
              return started(server);
            }));
    var behind = new LongSummaryStatistics();
    Duration[] afterKills =
        times(
            () -> {
              intake.fill(LOAD, LOAD_SECONDS);
              behind.accept(rig.factsBehindTheCheckpoint());
              server.kill();
              return started(server);
            });
    table.start("start on data, after kill -9, %,d facts".formatted(rig.facts()), afterKills);
    table.note(
        "facts behind the checkpoint when killed: %d to %d"
            .formatted(behind.getMin(), behind.getMax()));
  }

  /** Where no other part has filled the log. */
  private static void fillUp(Rig rig, IntakeBench intake) {
    long missing = FACTS - rig.facts();
    if (missing > 0) {
      intake.fill(FILLING, (double) missing / FILLING);
    }
  }

  private static Duration started(ChildServer server) {
    server.restart();
    return server.awaitReady();
  }

  private static Duration[] times(Supplier<Duration> start) {
    var all = new Duration[TIMES];
    for (int i = 0; i < TIMES; i++) {
      all[i] = start.get();
    }
    Arrays.sort(all);
    return all;
  }
}
