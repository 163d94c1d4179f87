package org.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.ChildServer;

/**
 * An import during which the server is killed, and then the server and the importer: in the end
 * every line is in the log once, and what is counted is what the log says (invariants 1, 2, 3).
 */
@Tag("faults")
class ImportKillTest {
  private static final int CALLS = 30_000;
  private static final int FACTS_A_CALL = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  @TempDir Path folder;

  @Test
  void import_throughKillsOfServerAndImporter_isWholeAndCountsOnce() throws Exception {
    Path log = Files.writeString(folder.resolve("queue_log"), queueLog());
    try (ChildServer server = ChildServer.start(ChildServer.temporaryFolder(), "-Xmx256m")) {
      server.awaitReady();
      Process importer = importLog(server, log);
      awaitThat(() -> FactLog.size(server) > CALLS / 2);
      server.kill();
      server.restart();
      server.awaitReady();
      awaitThat(() -> FactLog.size(server) > CALLS);
      assertThat(importer.isAlive()).as(said()).isTrue();
      importer.destroyForcibly().waitFor();
      server.kill();
      server.restart();
      server.awaitReady();
      assertThat(ended(importLog(server, log))).as(said()).isZero();
      assertThat(FactLog.size(server)).isEqualTo((long) CALLS * FACTS_A_CALL);
      assertThat(server.check()).as(server.log()).isZero();
      assertThat(server.unaskedRestarts()).as(server.log()).isZero();
    }
  }

  private Process importLog(ChildServer server, Path log) throws IOException {
    return server.command(
        folder.resolve("said"),
        "import",
        "queue-log",
        log.toString(),
        "--state",
        folder.resolve("state.json").toString());
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private static int ended(Process importer) throws InterruptedException {
    assertThat(importer.waitFor(120, TimeUnit.SECONDS)).as("the import ends").isTrue();
    return importer.exitValue();
  }

  private static void awaitThat(BooleanSupplier so) {
    long since = System.nanoTime();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime() - since).as("the import goes on").isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Calls of the last days, each offered, answered and ended. */
  private static String queueLog() {
    long from = System.currentTimeMillis() / 1000 - 2 * 86_400;
    var lines = new StringBuilder(CALLS * 160);
    for (int call = 0; call < CALLS; call++) {
      long at = from + call * 5L;
      String id = at + "." + call;
      String agent = "SIP/" + (1000 + call % 40);
      lines.append(at).append('|').append(id).append("|care|NONE|ENTERQUEUE||138|1\n");
      lines.append(at + 4).append('|').append(id).append("|care|").append(agent);
      lines.append("|CONNECT|4|").append(id).append("|2\n");
      lines.append(at + 64).append('|').append(id).append("|care|").append(agent);
      lines.append("|COMPLETECALLER|4|60|1\n");
    }
    return lines.toString();
  }
}
