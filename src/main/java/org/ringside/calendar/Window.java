package org.ringside.calendar;

import java.time.Instant;

/** A half-open stretch of time, {@code [start, end)} (R3). Empty where both are the same. */
public record Window(Instant start, Instant end) {
  /** From the year 0 to the year 10000: everything, and still in milliseconds. */
  public static final Window EVER =
      new Window(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z"));

  public Window {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it starts: " + start + " to " + end);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** The same for milliseconds since 1970. */
  public boolean contains(long epochMs) {
    return epochMs >= startMs() && epochMs < endMs();
  }

  /** Start in milliseconds since 1970. */
  public long startMs() {
    return start.toEpochMilli();
  }

  /** End in milliseconds since 1970; the first that is no longer in it. */
  public long endMs() {
    return end.toEpochMilli();
  }
}
