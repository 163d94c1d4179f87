package org.ringside.contest;

import java.util.Locale;

/** Who stands in the rows of a contest. */
public enum Competitors {
  TEAM,
  AGENT;

  /** The word in JSON and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Competitors of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
