package org.ringside.bench;

import org.HdrHistogram.Histogram;

/**
 * What the sockets saw of the facts that were due while they recorded.
 *
 * @param due samples that there are to be: each fact on each socket that watches a board with it
 * @param micros from due to shown, for each sample that came
 * @param acceptedMicros the same from the receipt; 0 where the frame came before it
 * @param frames that came in on all sockets together
 * @param lost sockets that were closed while watching
 */
record Shown(long due, Histogram micros, Histogram acceptedMicros, long frames, int lost) {
  long seen() {
    return micros.getTotalCount();
  }

  /** Nothing is missing: the latencies are not those of survivors. */
  boolean everywhere() {
    return seen() == due && lost == 0;
  }
}
