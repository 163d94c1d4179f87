package org.ringside.floor;

import java.util.List;
import org.ringside.frame.FieldError;

/** The next floor, or why there is none. */
public sealed interface Edited {
  /** The next floor. */
  record Accepted(Floor after) implements Edited {}

  /**
   * No floor, because of these.
   *
   * @param faults at least one, at most {@link RosterMerge#MOST_FAULTS}
   */
  record Refused(List<FieldError> faults) implements Edited {}
}
