package org.ringside.frame;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as far as the credential says.
 *
 * @param organisation the tenant that every look-up of this call is bound to; it comes from the
 *     credential and never from a path or a body; 0 for none
 * @param name for the record, for instance {@code bootstrap}, {@code source:pbx-1} or {@code
 *     account:17}
 * @param source the one source that a source key speaks for, null for people
 * @param person who has signed in, null for machines and for those who did not
 * @param until when the credential ends and must be shown anew, null where it has no end
 * @param rights each with the part of the organisation that it is about
 */
public record Principal(
    int organisation,
    String name,
    @Nullable String source,
    @Nullable Person person,
    @Nullable Instant until,
    Map<Permission, Reach> rights) {

  /** Name of whoever shows no credential. */
  public static final String ANYONE = "anyone";

  public Principal {
    rights = Map.copyOf(rights);
  }

  /**
   * Somebody who has signed in.
   *
   * @param account number within the organisation
   * @param agent number of the agent that the account is linked to; without a link there is no "me"
   * @param session the sign-in that the credential comes from
   */
  public record Person(int account, @Nullable Integer agent, String session) {}

  /** A machine, or nobody in particular. */
  public static Principal of(
      int organisation, String name, @Nullable String source, Map<Permission, Reach> rights) {
    return new Principal(organisation, name, source, null, null, rights);
  }

  /** Whether it has the right at least somewhere. */
  public boolean may(Permission permission) {
    return permission == Permission.PUBLIC || !reach(permission).isNowhere();
  }

  /** The part of the organisation in which it has the right. */
  public Reach reach(Permission permission) {
    return rights.getOrDefault(permission, Reach.NOWHERE);
  }
}
