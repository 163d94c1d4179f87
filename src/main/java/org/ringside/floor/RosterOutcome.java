package org.ringside.floor;

import java.util.List;
import org.ringside.frame.FieldError;

/** What became of a change of the roster. */
public sealed interface RosterOutcome {
  /**
   * Committed, or, for a dry run, what committing would do.
   *
   * @param factsBookedAnew how many facts changed their place
   */
  record Changed(Floor before, Floor after, long factsBookedAnew) implements RosterOutcome {}

  /** Nothing was changed. */
  record Refused(List<FieldError> faults) implements RosterOutcome {}
}
