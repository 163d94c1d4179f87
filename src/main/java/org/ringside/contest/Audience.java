package org.ringside.contest;

import org.ringside.frame.Names;

/** To whom a contest is shown; what each sees is said by {@link Audiences} (R30). */
public enum Audience {
  /** Who may read contests, or report on all who compete: they see everything. */
  STAFF,
  /** Everybody else who has signed in, on a phone or at a desk. */
  FLOOR,
  /** Screens, and whoever has not said who they are. */
  WALL;

  /** The word in JSON. */
  public String wire() {
    return Names.wire(this);
  }
}
