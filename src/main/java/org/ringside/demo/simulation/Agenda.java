package org.ringside.demo.simulation;

import java.util.PriorityQueue;

/**
 * What is still to happen, by time; what is due at the same millisecond happens in the order in
 * which it was put down.
 */
final class Agenda {
  private record Entry(long millis, long order, Runnable deed) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(millis, other.millis);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long order;
  private long now;

  /** The time of the deed being done. */
  long now() {
    return now;
  }

  void at(long millis, Runnable deed) {
    entries.add(new Entry(Math.max(millis, now), order++, deed));
  }

  void in(long delayMillis, Runnable deed) {
    at(now + delayMillis, deed);
  }

  /** Does all that is due up to and at {@code millis}. */
  void runUntil(long millis) {
    for (Entry next = entries.peek();
        next != null && next.millis <= millis;
        next = entries.peek()) {
      entries.remove();
      now = next.millis;
      next.deed.run();
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }
}
