package org.ringside.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import org.ringside.ChildServer;

/** From the start of the process until it is ready and answers the API. */
final class StartBench {
  private static final int TIMES = 5;

  private final Table table;

  StartBench(Table table) {
    this.table = table;
  }

  /** On an empty folder: unpacks PostgreSQL, makes the cluster, migrates. */
  void first() {
    table.start("first start, embedded, empty folder", times(StartBench::firstStart));
  }

  private static Duration firstStart() {
    try (ChildServer server = ChildServer.start(ChildServer.temporaryFolder(), Rig.JAVA_OPTIONS)) {
      return server.awaitReady();
    }
  }

  /** On data with 10,000 agents and 42 open contests, after a stop and after a kill -9. */
  void again(ChildServer server) {
    table.start(
        "start on data, after a stop",
        times(
            () -> {
              server.stop();
              server.restart();
              return server.awaitReady();
            }));
    table.start(
        "start on data, after kill -9",
        times(
            () -> {
              server.kill();
              server.restart();
              return server.awaitReady();
            }));
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
