package org.ringside.credential;

/** What looking at a signed token came to. */
public sealed interface TokenCheck {
  /** It is ours and good now. */
  record Accepted(TokenClaims claims) implements TokenCheck {}

  /** It is not to be believed. The reason is for the log; the bearer hears that he is unknown. */
  record Refused(Reason reason) implements TokenCheck {}

  /** In the order of looking: a token that is wrong in two ways is refused for the first. */
  enum Reason {
    /** Longer than any of ours. */
    TOO_LONG,
    /** Not three parts of strict base64url. */
    MALFORMED,
    /** A header with other members than {@code alg}, {@code typ} and {@code kid}. */
    HEADER,
    ALGORITHM,
    /** Of another kind, or of none. */
    KIND,
    /** Of no key that is trusted for this. */
    KEY,
    SIGNATURE,
    /** Signed by us and still without a claim that it needs, or with one of another form. */
    CLAIMS,
    ISSUER,
    AUDIENCE,
    /** Good for longer than any of ours, or for no time at all. */
    LIFETIME,
    NOT_YET,
    EXPIRED
  }
}
