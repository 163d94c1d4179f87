package org.ringside.metric;

import java.util.List;
import org.ringside.metric.Booking.Entry;

/** Counters of durations up to and including a bound: {@code answered_in_20s} and their like. */
final class Thresholds {
  static final Thresholds ANSWERED_IN = new Thresholds("answered_in_", 10, 15, 20, 30, 60);
  static final Thresholds ABANDONED_IN = new Thresholds("abandoned_in_", 5, 10, 15, 20, 30, 60);

  /** Three rings of 5 s (one on, three or four off) and of 6 s (North America). */
  static final Thresholds RING_LE = new Thresholds("ring_le_", 15, 18);

  private final long[] boundsMs;
  private final String[] counters;

  private Thresholds(String prefix, int... seconds) {
    boundsMs = new long[seconds.length];
    counters = new String[seconds.length];
    for (int i = 0; i < seconds.length; i++) {
      boundsMs[i] = seconds[i] * 1_000L;
      counters[i] = prefix + seconds[i] + "s";
    }
  }

  List<String> counters() {
    return List.of(counters);
  }

  void countWithin(long durationMs, Entry entry) {
    for (int i = 0; i < boundsMs.length; i++) {
      entry.countIf(durationMs <= boundsMs[i], counters[i]);
    }
  }
}
