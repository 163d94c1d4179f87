package org.ringside.floor;

import java.time.Instant;

/** What a floor becomes; pure, and possibly asked more than once. */
@FunctionalInterface
public interface RosterEdit {
  Edited edit(Floor before, Instant now);
}
