package org.ringside.scorer;

/**
 * When an organisation's next checkpoint is due. Where ten thousand agents are in motion, one takes
 * a processor for a second or two, spread over several, however few facts each of them had: four
 * times as long as the last one lasted is left before the next. A start books what no checkpoint
 * contains, so there are never more facts between two than that takes a few seconds for.
 */
final class CheckpointPace {
  private static final long LEAST_MS = 5_000;
  private static final long LONGEST_MS = 60_000;
  private static final int SHARE = 4;
  private static final long MOST_FACTS = 100_000;

  private long endedMs;
  private long intervalMs = LEAST_MS;
  private long position;

  /**
   * Nothing is due before the shortest interval.
   *
   * @param nowMs of a clock that never goes back
   * @param position in the log, from which on facts are counted
   */
  CheckpointPace(long nowMs, long position) {
    this.endedMs = nowMs;
    this.position = position;
  }

  boolean due(long nowMs, long reached) {
    return nowMs - endedMs >= intervalMs || reached - position >= MOST_FACTS;
  }

  void written(long nowMs, long tookMs, long upTo) {
    endedMs = nowMs;
    intervalMs = Math.clamp(SHARE * tookMs, LEAST_MS, LONGEST_MS);
    position = upTo;
  }
}
