package org.ringside.metric;

import java.util.Locale;

/** Where a metric should go. */
public enum Goal {
  HIGHER,
  LOWER,
  /** Neither: too much is as bad as too little, so it can be scored only in bands (R12). */
  BAND;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
