package org.ringside.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How finely time is cut. */
public enum Period {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  ALL;

  /** The word in addresses and reports. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The period of that word, or null if there is none. */
  public static @Nullable Period of(String wire) {
    for (Period period : values()) {
      if (period.wire().equals(wire)) {
        return period;
      }
    }
    return null;
  }
}
