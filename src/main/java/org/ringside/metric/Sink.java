package org.ringside.metric;

/** Takes what a fact books. */
@FunctionalInterface
public interface Sink {
  /**
   * Adds to a counter.
   *
   * @param counter its name
   * @param amount never zero; negative where the fact is a reversal
   * @param atMs the instant at which it counts: the fact's own time, but for intervals the start of
   *     each piece
   */
  void add(String counter, long amount, long atMs);
}
