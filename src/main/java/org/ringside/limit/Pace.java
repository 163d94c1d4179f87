package org.ringside.limit;

import java.util.concurrent.TimeUnit;

/**
 * How fast a bucket of tokens fills, and how many it holds. A bucket is nothing but the instant at
 * which it is full again (the generic cell rate algorithm of ATM Forum TM 4.0): what is missing is
 * what comes back until then. All times are nanoseconds of one clock.
 *
 * @param intervalNanos in which one token comes back
 * @param burst tokens of a full bucket
 */
public record Pace(long intervalNanos, int burst) {
  /** A bucket that nobody has taken from. */
  public static final long FULL = Long.MIN_VALUE;

  public Pace {
    if (intervalNanos < 1 || burst < 1) {
      throw new IllegalArgumentException("no pace: " + intervalNanos + " ns, " + burst);
    }
  }

  /** So many a second, and after a quiet while those of several seconds at once. */
  public static Pace perSecond(int rate, int seconds) {
    return new Pace(Math.max(1, TimeUnit.SECONDS.toNanos(1) / rate), rate * seconds);
  }

  /**
   * How long until there is a token; 0 where there is one.
   *
   * @param fullAt of the bucket
   */
  public long waitNanos(long fullAt, long now) {
    return Math.max(0, missingUntil(fullAt, now) + intervalNanos - capacityNanos() - now);
  }

  /** The bucket without one token more; to be asked only where there is one. */
  public long taken(long fullAt, long now) {
    return missingUntil(fullAt, now) + intervalNanos;
  }

  /** The bucket with a token back. */
  public long givenBack(long fullAt) {
    return fullAt == FULL ? FULL : fullAt - intervalNanos;
  }

  /**
   * Never before now, and never later than an empty one: that comes of a clock that was set back.
   */
  private long missingUntil(long fullAt, long now) {
    return Math.min(Math.max(fullAt, now), now + capacityNanos());
  }

  private long capacityNanos() {
    return intervalNanos * burst;
  }
}
