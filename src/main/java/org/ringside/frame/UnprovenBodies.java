package org.ringside.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes of bodies that are collected before anybody knows whether their signature is one: whoever
 * has seen an address of signed facts can send them, so that all together have one room, and those
 * to one address a share of it. Safe from any thread.
 */
public final class UnprovenBodies {
  /** Of a server: sixteen of the largest. */
  public static final long MOST_BYTES = 64 << 20;

  /** To one address: four of the largest, so that no address takes the room of all others. */
  public static final long MOST_OF_ONE = MOST_BYTES / 4;

  private static final int RETRY_SECONDS = 2;

  private final long most;
  private final long mostOfOne;
  private final AtomicLong bytes = new AtomicLong();
  private final Map<String, Long> byHook = new ConcurrentHashMap<>();
  private final Counter refused;

  /**
   * @param most bytes at a time
   * @param mostOfOne of these to one address
   */
  public UnprovenBodies(long most, long mostOfOne, MeterRegistry meters) {
    this.most = most;
    this.mostOfOne = mostOfOne;
    this.refused = meters.counter("ringside.requests.unproven.refused");
    meters.gauge("ringside.requests.unproven.bytes", bytes);
  }

  /**
   * For one body that is about to come.
   *
   * @param hook the last part of the address that it comes to
   */
  Room room(String hook) {
    return new Room(hook);
  }

  private boolean add(String hook, long more) {
    boolean fits = byHook.merge(hook, more, Long::sum) <= mostOfOne;
    fits &= bytes.addAndGet(more) <= most;
    if (!fits) {
      drop(hook, more);
    }
    return fits;
  }

  private void drop(String hook, long less) {
    bytes.addAndGet(-less);
    byHook.computeIfPresent(hook, (same, held) -> held == less ? null : Long.valueOf(held - less));
  }

  /** What one body takes up. One event loop's. */
  final class Room {
    private final String hook;
    private long own;
    private boolean left;

    private Room(String hook) {
      this.hook = hook;
    }

    /**
     * Takes up more; nothing once it was left, because then nobody waits for the body.
     *
     * @throws RefusedException where there is no room
     */
    void take(int more) {
      if (left) {
        return;
      }
      if (!add(hook, more)) {
        refused.increment();
        throw ProblemCode.OVERLOADED
            .because("Too many signed requests are on their way; send it again shortly.")
            .after(RETRY_SECONDS)
            .refused();
      }
      own += more;
    }

    /** The body is proved, or let fall, or whoever sent it is gone; more than once is no more. */
    void leave() {
      if (!left) {
        left = true;
        drop(hook, own);
      }
    }
  }
}
