package org.ringside.account;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Permission;
import org.ringside.frame.Reach;

/**
 * Somebody who may sign in.
 *
 * @param number within the platform, given out once
 * @param login what is typed at sign-in, see {@link Logins}
 * @param agent number of the agent that this person is, null: no "me"
 * @param active false: may not sign in any more
 * @param hasPassword false until an invitation is redeemed
 * @param linked whether an identity provider knows the person
 * @param hasSecondFactor whether sign-in asks for a code
 * @param roles in no order
 */
public record Account(
    int number,
    String login,
    String name,
    @Nullable Integer agent,
    boolean active,
    boolean hasPassword,
    boolean linked,
    boolean hasSecondFactor,
    List<Assignment> roles) {

  public Account {
    roles = List.copyOf(roles);
  }

  /** Who does something, for the record. */
  public String actor() {
    return Actors.of(number);
  }

  /** Whether one of the roles decides about others. */
  public boolean decides() {
    return roles.stream().anyMatch(one -> one.role().decides());
  }

  /**
   * What the roles allow together.
   *
   * @param factorNeeded whether who decides about others must have a second factor here; without it
   *     only the own account is left, where one is set up
   */
  public Map<Permission, Reach> rights(boolean factorNeeded) {
    if (!active) {
      return Map.of();
    }
    if (factorNeeded && decides() && !hasSecondFactor) {
      return Map.of(Permission.SIGNED_IN, Reach.EVERYWHERE);
    }
    Map<Permission, Reach> all = new EnumMap<>(Permission.class);
    all.put(Permission.SIGNED_IN, Reach.EVERYWHERE);
    for (Assignment one : roles) {
      one.role()
          .rights(one.scope())
          .forEach((right, reach) -> all.merge(right, reach, Reach::plus));
    }
    return all;
  }
}
