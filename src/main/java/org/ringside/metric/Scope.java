package org.ringside.metric;

import java.util.Locale;

/** Whose doing a metric is. */
public enum Scope {
  /** The agent's, and so the team's. */
  AGENT,
  /** The queue's: no team's value unless the team owns the queue (R8a). */
  QUEUE;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
