package org.ringside.contest;

import java.util.Locale;

/** How the window of a contest is cut. */
public enum Cadence {
  WEEK,
  MONTH,
  /** From any instant to any other. */
  DATES;

  /** The word in JSON and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Cadence of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
