package org.ringside.oidc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Role;

/**
 * What of a claim becomes which role where.
 *
 * @param claim whose value is looked at, see {@link Claims}; null: the rule is about everybody
 * @param value that the claim has, or has among others; null with {@code claim}
 * @param place what part of the organisation the role is for
 * @param where code of the site or team, or the claim that holds codes; null for the whole
 *     organisation
 */
record RoleRule(
    @Nullable String claim,
    @Nullable String value,
    Role role,
    Place place,
    @Nullable String where) {

  /** How {@link #where} is meant; in the wire's spelling the name of its field. */
  enum Place {
    EVERYWHERE,
    SITE,
    TEAM,
    SITE_CLAIM,
    TEAM_CLAIM
  }

  /** The claims that it looks at. */
  List<String> claims() {
    boolean byClaim = place == Place.SITE_CLAIM || place == Place.TEAM_CLAIM;
    return Stream.of(Optional.ofNullable(claim), Optional.ofNullable(where).filter(at -> byClaim))
        .flatMap(Optional::stream)
        .toList();
  }
}
