package org.ringside.frame;

import org.jspecify.annotations.Nullable;

/**
 * A credential, or what it allows, is not what it was.
 *
 * @param principal name of whoever it is about, see {@link Principal#name()}
 * @param session the one sign-in that has ended; null where all credentials of the principal are
 *     meant
 * @param forGood whether it is over; false: the rights have changed, and are to be looked up anew
 */
public record Withdrawn(
    int organisation, String principal, @Nullable String session, boolean forGood) {
  /** Whether somebody who was let in before is meant. */
  public boolean concerns(Principal admitted) {
    if (admitted.organisation() != organisation || !admitted.name().equals(principal)) {
      return false;
    }
    Principal.Person person = admitted.person();
    return session == null || (person != null && person.session().equals(session));
  }
}
