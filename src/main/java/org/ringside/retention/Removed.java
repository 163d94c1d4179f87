package org.ringside.retention;

import java.util.Locale;

/** What a round removes, as it is counted. */
enum Removed {
  SESSION,
  LINK,
  REFUSAL,
  FACT,
  AUDIT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
