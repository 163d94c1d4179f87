package org.ringside.oidc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Until when an answer is of use: of one question, or of all that one sign-in needs.
 *
 * @param atNanos of the machine's running clock
 */
record Deadline(long atNanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  Deadline orSooner(Deadline other) {
    return atNanos - other.atNanos < 0 ? this : other;
  }

  /** Milliseconds that are left, at least one: a time-out of none would be none at all. */
  long leftMillis() {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime()));
  }

  boolean isOver() {
    return atNanos - System.nanoTime() <= 0;
  }
}
