package org.ringside.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of bodies that are collected before anybody knows whether their signature is one: whoever
 * has seen an address of signed facts can send them, so that all together have one room. Safe from
 * any thread.
 */
public final class UnprovenBodies {
  /** Of a server: sixteen of the largest. */
  public static final long MOST_BYTES = 64 << 20;

  private static final int RETRY_SECONDS = 2;

  private final long most;
  private final AtomicLong bytes = new AtomicLong();
  private final Counter refused;

  /**
   * @param most bytes at a time
   */
  public UnprovenBodies(long most, MeterRegistry meters) {
    this.most = most;
    this.refused = meters.counter("ringside.requests.unproven.refused");
    meters.gauge("ringside.requests.unproven.bytes", bytes);
  }

  /** For one body that is about to come. */
  Room room() {
    return new Room();
  }

  /** What one body takes up. One event loop's. */
  final class Room {
    private long own;

    /**
     * Takes up more.
     *
     * @throws RefusedException where there is no room
     */
    void take(int more) {
      if (bytes.addAndGet(more) > most) {
        bytes.addAndGet(-more);
        refused.increment();
        throw ProblemCode.OVERLOADED
            .because("Too many signed requests are on their way; send it again shortly.")
            .after(RETRY_SECONDS)
            .refused();
      }
      own += more;
    }

    /** The body is proved, or let fall. */
    void leave() {
      bytes.addAndGet(-own);
      own = 0;
    }
  }
}
