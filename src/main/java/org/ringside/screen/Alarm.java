package org.ringside.screen;

import java.time.Instant;
import java.util.List;

/**
 * A sign that somebody else has what only a screen should have. It stands until somebody says what
 * came of it; no other is raised meanwhile.
 *
 * @param addresses network addresses from which it was used, one to {@link #MOST_ADDRESSES}
 */
record Alarm(Instant at, Reason reason, List<String> addresses) {
  static final int MOST_ADDRESSES = 8;

  Alarm {
    addresses = List.copyOf(addresses);
  }

  /** As the API spells it. */
  enum Reason {
    /** A token was shown after a newer one had been used: somebody has a copy. */
    REUSED_TOKEN,
    /** Sockets of it from different addresses are alive at the same time. */
    TWO_ADDRESSES
  }
}
