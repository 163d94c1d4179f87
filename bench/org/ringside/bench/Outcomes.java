package org.ringside.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Outcomes of a run: how many of each kind, and the latencies of the good ones. */
final class Outcomes {
  private static final long LONGEST_MICROS = 120_000_000;

  /** Of the rate that was offered: the answer of the last request counts into the time. */
  private static final double ENOUGH = 0.98;

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Histogram micros = histogram();
  private long items;
  private long startNanos;
  private long endNanos;

  /** Latencies in microseconds, three digits. */
  static Histogram histogram() {
    return new Histogram(LONGEST_MICROS, 3);
  }

  void begin(long nanos) {
    startNanos = nanos;
  }

  void add(Outcome outcome, long dueNanos, long nowNanos) {
    kinds.merge(outcome.kind(), 1, Integer::sum);
    endNanos = nowNanos;
    if (outcome.kind().equals(Outcome.OK)) {
      items += outcome.items();
      micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nowNanos - dueNanos) / 1000));
    }
  }

  /** Facts or reads that were taken. */
  long items() {
    return items;
  }

  double seconds() {
    return (endNanos - startNanos) / 1e9;
  }

  double itemsPerSecond() {
    return items / seconds();
  }

  boolean allGood() {
    return kinds.keySet().equals(java.util.Set.of(Outcome.OK));
  }

  /**
   * @param perSecond facts or reads that were offered
   */
  boolean held(int perSecond) {
    return allGood() && itemsPerSecond() >= ENOUGH * perSecond;
  }

  /** Whether it held the rate that was offered, and if not, what became of the requests. */
  String verdict(int perSecond) {
    return held(perSecond)
        ? "held"
        : String.format(Locale.ROOT, "%s at %,.0f/s", kinds, itemsPerSecond());
  }

  Map<String, Integer> kinds() {
    return kinds;
  }

  double millisAt(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
