package org.ringside.oidc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Voucher;

/**
 * How the people of an organisation sign in by their provider.
 *
 * @param issuer as its discovery document and its tokens spell it, to the letter
 * @param confidential whether the client has a secret
 * @param scopes asked for beside {@code openid}
 * @param label on the button
 * @param login the claim that is the sign-in name
 * @param agent the claim that is a staff number of the roster, null for none
 * @param factor by what its tokens say that there was a second factor, null where they do not
 */
record Setup(
    String issuer,
    String clientId,
    boolean confidential,
    List<String> scopes,
    String label,
    String login,
    @Nullable String agent,
    List<RoleRule> rules,
    @Nullable Factor factor,
    Voucher.Trust trust) {

  Setup {
    scopes = List.copyOf(scopes);
    rules = List.copyOf(rules);
  }

  /**
   * A claim of the ID token that tells how somebody signed in.
   *
   * @param claim {@code amr}, {@code acr}, or what a provider has instead
   * @param values any of which stands for a second factor
   */
  record Factor(String claim, List<String> values) {
    Factor {
      values = List.copyOf(values);
    }
  }

  /** Whether the provider vouches for a second factor. */
  boolean provesFactor(Claims claims) {
    return factor != null
        && claims.signedValues(factor.claim()).stream().anyMatch(factor.values()::contains);
  }

  /** Every claim that is looked at. */
  Set<String> claims() {
    var all = new LinkedHashSet<String>(List.of(login, "name"));
    if (agent != null) {
      all.add(agent);
    }
    if (login.equals(Claims.EMAIL)) {
      all.add(Claims.VERIFIED);
    }
    rules.forEach(rule -> all.addAll(rule.claims()));
    return all;
  }
}
