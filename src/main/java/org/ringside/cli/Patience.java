package org.ringside.cli;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how long to wait for a server that is away or busy.
 *
 * @param tries of one request in a row; {@link #ENDLESS} for a log that is followed
 */
record Patience(int tries) {
  static final int ENDLESS = Integer.MAX_VALUE;
  private static final long FIRST_MS = 500;
  private static final long LONGEST_MS = 30_000;

  /** Whether another try is allowed after so many. */
  boolean allowsAfter(int tried) {
    return tried < tries;
  }

  /**
   * Milliseconds before the next try: doubling from half a second to half a minute, spread over the
   * upper half so that many clients do not come back at once.
   *
   * @param retryAfterMs what the server asked for; 0 if it did not
   */
  long beforeNext(int tried, long retryAfterMs) {
    long doubled = FIRST_MS << Math.min(tried - 1, 10);
    long longest = Math.min(doubled, LONGEST_MS);
    long spread = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    return Math.max(retryAfterMs, spread);
  }
}
