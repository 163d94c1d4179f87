package org.ringside.contest;

import java.util.Locale;

/**
 * Where a contest is in its life (R21), as far as time alone decides it. Frozen, settled, corrected
 * and cancelled are what people decide; they will stand between and behind these.
 */
public enum State {
  /** Announced, not begun. */
  SCHEDULED,
  /** Inside its window. */
  RUNNING,
  /** Over, and still taking late facts until its grace ends (R5). */
  CLOSING,
  /** Takes nothing more; not settled. */
  PROVISIONAL;

  /** The word in JSON. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
