package org.ringside.bench;

import io.vertx.core.Future;
import java.util.Random;

/**
 * Agents on their phones: half of the reads are the top 50 of the month, half an agent's own rank
 * with its neighbours, beside 1,000 facts a second that keep moving all of it.
 */
final class ReadsBench {
  private static final int CONNECTIONS = 64;
  private static final int FACTS = 1_000;
  private static final int BATCH = 10;
  private static final double WARM_SECONDS = 60;
  private static final double SECONDS = 15;
  private static final String STANDINGS =
      "/api/v1/contests/" + BenchFloor.contestOfAgents() + "/standings";

  private final Rig rig;
  private final Table table;
  private final Requests reads;
  private final Requests writes;
  private final FactFactory facts = new FactFactory("bench-beside-reads", BenchFloor.AGENTS);
  private final Random random = new Random(1);

  ReadsBench(Rig rig, Table table) {
    this.rig = rig;
    this.table = table;
    this.reads = new Requests(rig.vertx(), rig.server(), CONNECTIONS);
    this.writes = new Requests(rig.vertx(), rig.server(), 4);
  }

  void run(int... readsPerSecond) {
    Rig.await(both(readsPerSecond[0], WARM_SECONDS));
    for (int rate : readsPerSecond) {
      CpuUse before = rig.cpu();
      Both both = Rig.await(both(rate, SECONDS));
      table.row(
          "top 50 and own rank of 10,000, beside " + FACTS + " facts/s",
          rate,
          "reads",
          both.verdict(rate),
          both.reads(),
          rig.cpu().since(before));
    }
  }

  /** Reads, and the facts beside them: the figures of the ones are worth what the others held. */
  private record Both(Outcomes reads, Outcomes facts) {
    String verdict(int rate) {
      return facts.held(FACTS) ? reads.verdict(rate) : "facts: " + facts.verdict(FACTS);
    }
  }

  private Future<Both> both(int rate, double seconds) {
    Future<Outcomes> written =
        new OpenLoop(
                rig.vertx(),
                (double) FACTS / BATCH,
                seconds,
                (number, due) -> writes.batch(facts.batch(BATCH), BATCH))
            .run();
    Future<Outcomes> read =
        new OpenLoop(rig.vertx(), rate, seconds, (number, due) -> reads.read(path(number))).run();
    return Future.all(read, written).map(all -> new Both(read.result(), written.result()));
  }

  private String path(long number) {
    return number % 2 == 0
        ? STANDINGS + "?limit=50"
        : STANDINGS + "?limit=5&around=" + BenchFloor.agent(random.nextInt(BenchFloor.AGENTS));
  }
}
