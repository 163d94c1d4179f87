package org.ringside.contest;

import java.util.Locale;
import org.ringside.floor.Place;

/** Who stands in the rows of a contest. */
public enum Competitors {
  TEAM,
  AGENT;

  /** The word in JSON and in the database. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Number of the team or agent at a place; 0 where there is none. */
  public int at(Place place) {
    return this == TEAM ? place.team() : place.agent();
  }

  static Competitors of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
