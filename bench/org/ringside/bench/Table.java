package org.ringside.bench;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Prints one Markdown row per run, as it comes. */
final class Table {
  private boolean begun;

  /**
   * @param perSecond what was offered
   * @param unit what is counted: facts, reads
   */
  void row(String what, int perSecond, String unit, Outcomes outcomes, CpuUse cpu) {
    row(what, perSecond, unit, outcomes.verdict(perSecond), outcomes, cpu);
  }

  /**
   * @param verdict on these outcomes and whatever else the row asks for
   */
  void row(String what, int perSecond, String unit, String verdict, Outcomes outcomes, CpuUse cpu) {
    head();
    double items = Math.max(1, outcomes.items());
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d %s/s | %,.0f | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f |%n",
        what,
        perSecond,
        unit,
        outcomes.itemsPerSecond(),
        verdict,
        outcomes.millisAt(50),
        outcomes.millisAt(99),
        outcomes.millisAt(100),
        cpu.serverMicros() / items,
        cpu.postgresMicros() / items,
        cpu.driverMicros() / items,
        cpu.stolenPercent());
  }

  private void head() {
    if (!begun) {
      begun = true;
      System.out.printf(
          Locale.ROOT,
          "| what | offered | taken/s | outcome | p50 ms | p99 ms | max ms"
              + " | server µs | PostgreSQL µs | driver µs | stolen %% |%n");
      System.out.printf(
          Locale.ROOT, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n");
    }
  }

  /** Latencies are those from due to shown, for every fact on every socket. */
  void live(String what, int perSecond, Outcomes outcomes, Shown shown, CpuUse cpu) {
    head();
    Histogram delays = shown.micros();
    double items = Math.max(1, outcomes.items());
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d facts/s | %,.0f | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f |%n",
        what,
        perSecond,
        outcomes.itemsPerSecond(),
        shown.everywhere() ? outcomes.verdict(perSecond) : "not all shown",
        delays.getValueAtPercentile(50) / 1000.0,
        delays.getValueAtPercentile(99) / 1000.0,
        delays.getMaxValue() / 1000.0,
        cpu.serverMicros() / items,
        cpu.postgresMicros() / items,
        cpu.driverMicros() / items,
        cpu.stolenPercent());
    System.out.printf(
        Locale.ROOT,
        "  from the receipt: p50 %.1f, p99 %.1f, max %.1f ms%n",
        shown.acceptedMicros().getValueAtPercentile(50) / 1000.0,
        shown.acceptedMicros().getValueAtPercentile(99) / 1000.0,
        shown.acceptedMicros().getMaxValue() / 1000.0);
    System.out.printf(
        Locale.ROOT,
        "  %,d of %,d facts × sockets shown, %d sockets lost%n",
        shown.seen(),
        shown.due(),
        shown.lost());
    System.out.printf(
        Locale.ROOT,
        "  %,.0f frames/s, %.1f µs of the server's CPU a frame (facts included)%n",
        shown.frames() / outcomes.seconds(),
        (double) cpu.serverMicros() / Math.max(1, shown.frames()));
  }

  /**
   * @param sorted durations, shortest first
   */
  void start(String what, Duration... sorted) {
    head();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d times | | median %.1f s, longest %.1f s | | | | | | | |%n",
        what,
        sorted.length,
        sorted[sorted.length / 2].toMillis() / 1000.0,
        sorted[sorted.length - 1].toMillis() / 1000.0);
  }

  /** A line beside the table. */
  void note(String text) {
    System.out.println("  " + text);
  }
}
