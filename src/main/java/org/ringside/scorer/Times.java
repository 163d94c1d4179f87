package org.ringside.scorer;

import java.time.Instant;
import org.ringside.calendar.Window;

/** Bounds of event time for open-ended spans. */
final class Times {
  /** Before anything that a fact can say; since when facts are kept, where all are. */
  static final Instant EVER = Window.EVER.start();

  /** Before any fact. */
  static final Instant FIRST = Instant.parse("1989-12-31T00:00:00Z");

  /** After any fact. */
  static final Instant LAST = Instant.parse("2999-01-01T00:00:00Z");

  private Times() {}

  /** The nearest instant that a fact can have and the database can hold. */
  static Instant bounded(long atMs) {
    return Instant.ofEpochMilli(Math.clamp(atMs, FIRST.toEpochMilli(), LAST.toEpochMilli()));
  }
}
