package org.ringside.contest;

import java.util.Locale;
import org.ringside.frame.Names;

/** Who is named where others are not. */
public enum Named {
  ALL,
  /** The first so many ranks, with all who share the last of them. */
  TOP,
  /** Nobody; but everybody finds themselves, see {@link Audience#FLOOR}. */
  ME,
  /** The ranks of the upper half of the ranked, the middle one of an odd number among them. */
  UPPER_HALF;

  /** The word in JSON and in the database. */
  public String wire() {
    return Names.wire(this);
  }

  static Named of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
