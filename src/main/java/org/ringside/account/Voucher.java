package org.ringside.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says of somebody, in our terms, after everything about it was checked.
 *
 * @param issuer the provider
 * @param subject its own name for the person, given to nobody else
 * @param login sign-in name by the provider's word, in its normal form; null where it gives none
 *     that is worth anything
 * @param agent number of the agent that the person is by the provider's word, null for none
 * @param roles that follow from the claims
 * @param factorProved whether the provider vouches for a second factor
 */
public record Voucher(
    int organisation,
    String issuer,
    String subject,
    @Nullable String login,
    String name,
    @Nullable Integer agent,
    List<Assignment> roles,
    boolean factorProved,
    Trust trust) {

  public Voucher {
    roles = List.copyOf(roles);
  }

  /**
   * How far an organisation trusts its provider.
   *
   * @param provision whether an account is made for who has none
   * @param linkByLogin whether an account that exists becomes that of whom the provider gives the
   *     same sign-in name
   * @param replaceRoles whether roles are those of the claims at each sign-in; else only when the
   *     account is made
   * @param administrators whether the provider says who administrates as well; else it neither
   *     gives nor takes that role, and no administrator's account is linked by its login
   */
  public record Trust(
      boolean provision, boolean linkByLogin, boolean replaceRoles, boolean administrators) {}
}
