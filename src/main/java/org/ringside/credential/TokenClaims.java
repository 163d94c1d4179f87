package org.ringside.credential;

import java.time.Instant;

/**
 * What a signed token says. Not what its bearer may do: that is looked up, so that it can be taken
 * away before the token expires.
 *
 * @param subject number of the account, or of the screen
 * @param organisation the tenant, to which everything that the bearer does is bound
 * @param session the sign-in that it comes from: 1 to 64 characters of the URL-safe alphabet
 * @param factorVouched whether somebody else vouched for a second factor when it began
 * @param id its own, to tell tokens apart in a log
 * @param issuedAt in whole seconds
 * @param expiresAt in whole seconds
 */
public record TokenClaims(
    int subject,
    int organisation,
    String session,
    boolean factorVouched,
    String id,
    Instant issuedAt,
    Instant expiresAt) {}
