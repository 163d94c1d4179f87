package org.ringside.floor;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two floors, in the words of the customer.
 *
 * @param subject code of the site, team or agent, spelling of the alias, or name of the queue
 * @param holder code of the team or agent that holds it, null for a thing that nobody holds
 * @param source the source an alias is bound to, null for any
 * @param span the stretch as it is after the change, or was if it was removed
 */
public record RosterChange(
    Kind kind,
    What what,
    String subject,
    @Nullable String holder,
    @Nullable String source,
    Span span) {

  /** What changed. */
  public enum Kind {
    SITE,
    TEAM,
    AGENT,
    MEMBERSHIP,
    ALIAS,
    QUEUE
  }

  /** How it changed. */
  public enum What {
    ADDED,
    CHANGED,
    /** Goes on, but not as long. */
    ENDED,
    REMOVED
  }
}
