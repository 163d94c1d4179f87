package org.ringside.oidc;

import io.vertx.core.json.JsonObject;

/** What became of an ID token. */
sealed interface IdTokenCheck {
  /** It is the provider's, for us, for this sign-in, and good now. */
  record Accepted(JsonObject claims) implements IdTokenCheck {}

  record Refused(Reason reason) implements IdTokenCheck {}

  /** For the log alone. */
  enum Reason {
    MALFORMED,
    /** By an algorithm that the provider does not offer, or that is never taken. */
    ALGORITHM,
    /** Of no key that the provider has. */
    KEY,
    SIGNATURE,
    /** Without a claim that it needs, or with one of another form. */
    CLAIMS,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    NOT_YET,
    /** Issued long before the sign-in that it is for. */
    TOO_OLD,
    /** For another sign-in. */
    NONCE,
    /** It belongs to another access token. */
    ACCESS_TOKEN
  }
}
