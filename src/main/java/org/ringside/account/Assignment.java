package org.ringside.account;

import org.jspecify.annotations.Nullable;
import org.ringside.frame.Reach;

/**
 * A role that a person has somewhere.
 *
 * @param site number of the site that it is about; null with team null: the whole organisation
 * @param team number of the team that it is about
 */
public record Assignment(Role role, @Nullable Integer site, @Nullable Integer team) {
  public Assignment {
    if (site != null && team != null) {
      throw new IllegalArgumentException("a site and a team at once");
    }
    if (!role.canBePartial() && (site != null || team != null)) {
      throw new IllegalArgumentException(role + " is of the whole organisation");
    }
  }

  public static Assignment everywhere(Role role) {
    return new Assignment(role, null, null);
  }

  /** The part of the organisation that it is about. */
  public Reach scope() {
    if (site != null) {
      return Reach.ofSite(site);
    }
    return team != null ? Reach.ofTeam(team) : Reach.EVERYWHERE;
  }
}
