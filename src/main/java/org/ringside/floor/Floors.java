package org.ringside.floor;

import io.vertx.core.Future;
import org.ringside.audit.Act;

/**
 * The current floor of every organisation; the scorer, which places each fact by it, holds it and
 * is the only one to change it.
 */
public interface Floors {
  /** As of the last commit. */
  Floor current(int organisation);

  /**
   * Changes a floor between two commits and books anew whatever the change moves, in the same
   * transaction; or only says what that would be.
   */
  Future<RosterOutcome> change(int organisation, RosterEdit edit, boolean dryRun, Act act);
}
