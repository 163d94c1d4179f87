package org.ringside.metric;

import java.util.Locale;

/** What a metric's value is a number of. */
public enum Unit {
  /** Pieces: calls, surveys, sales. */
  COUNT,
  /** A share from 0 to 1; shown as a percentage. */
  RATIO,
  SECONDS,
  /** Points of a survey scale or of NPS (−100 to 100). */
  POINTS,
  /** Major units of one currency. */
  MONEY,
  PER_HOUR,
  /** For each thousand handled calls. */
  PER_THOUSAND;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
