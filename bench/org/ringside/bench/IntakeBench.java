package org.ringside.bench;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;

/** Durable intake: facts that are answered after their commit, in batches or one a request. */
final class IntakeBench {
  private static final double WARM_SECONDS = 60;
  private static final double SECONDS = 10;
  private static final int CONNECTIONS = 64;
  private static final int FILLING = 100;

  private final Rig rig;
  private final Table table;
  private final Requests requests;
  private final Set<Integer> warmed = new HashSet<>();
  private int runs;

  IntakeBench(Rig rig, Table table) {
    this.rig = rig;
    this.table = table;
    this.requests = new Requests(rig.vertx(), rig.server(), CONNECTIONS);
  }

  void batches(int size, int... factsPerSecond) {
    String what = "intake, batches of " + size;
    run(what, size, factsPerSecond);
  }

  void single(int... factsPerSecond) {
    run("intake, one fact a request, " + CONNECTIONS + " connections", 1, factsPerSecond);
  }

  /**
   * Facts that something else is measured on.
   *
   * @throws IllegalStateException unless every one of them was taken
   */
  void fill(int factsPerSecond, double seconds) {
    Outcomes outcomes = Rig.await(loop(FILLING, factsPerSecond, seconds));
    if (!outcomes.allGood()) {
      throw new IllegalStateException("facts to measure on: " + outcomes.kinds());
    }
  }

  private void run(String what, int size, int... rates) {
    if (warmed.add(size)) {
      Rig.await(loop(size, rates[0], WARM_SECONDS));
    }
    for (int rate : rates) {
      CpuUse before = rig.cpu();
      Outcomes outcomes = Rig.await(loop(size, rate, SECONDS));
      table.row(what, rate, "facts", outcomes, rig.cpu().since(before));
    }
  }

  private Future<Outcomes> loop(int size, int rate, double seconds) {
    var facts = new FactFactory("bench-" + runs++, BenchFloor.AGENTS);
    OpenLoop.Request request =
        size == 1
            ? (number, due) -> requests.fact(facts.one())
            : (number, due) -> requests.batch(facts.batch(size), size);
    return new OpenLoop(rig.vertx(), (double) rate / size, seconds, request).run();
  }
}
