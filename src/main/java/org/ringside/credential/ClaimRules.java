package org.ringside.credential;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ringside.credential.TokenCheck.Accepted;
import org.ringside.credential.TokenCheck.Reason;
import org.ringside.credential.TokenCheck.Refused;

/** The claims of our tokens: how they are written, and what must be true of them. */
final class ClaimRules {
  private static final String AUDIENCE = "ringside";
  private static final String FACTOR = "factor";
  private static final String VOUCHED = "vouched";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final long MAX_NUMBER = 999_999_999;

  /** The year 5138: no sum below comes near the end of a long. */
  private static final long MAX_SECOND = 99_999_999_999L;

  private final String issuer;

  ClaimRules(String issuer) {
    this.issuer = issuer;
  }

  /** As {@link #read} reads them. */
  static JsonObject json(String issuer, TokenClaims claims) {
    var json = new JsonObject();
    if (claims.factorVouched()) {
      json.put(FACTOR, VOUCHED);
    }
    return json.put("iss", issuer)
        .put("aud", AUDIENCE)
        .put("sub", Integer.toString(claims.subject()))
        .put("org", claims.organisation())
        .put("sid", claims.session())
        .put("jti", claims.id())
        .put("iat", claims.issuedAt().getEpochSecond())
        .put("exp", claims.expiresAt().getEpochSecond());
  }

  /** Judges a payload whose signature was found good. */
  TokenCheck read(byte[] payload, Instant now) {
    Optional<FlatJson> read = FlatJson.read(payload);
    Optional<TokenClaims> claims = read.flatMap(ClaimRules::claims);
    if (claims.isEmpty()) {
      return new Refused(Reason.CLAIMS);
    }
    if (!read.get().is("iss", issuer)) {
      return new Refused(Reason.ISSUER);
    }
    if (!read.get().is("aud", AUDIENCE)) {
      return new Refused(Reason.AUDIENCE);
    }
    Instant notBefore = second(read.get(), "nbf").orElse(claims.get().issuedAt());
    return whileItIsGood(claims.get(), notBefore, now);
  }

  private static TokenCheck whileItIsGood(TokenClaims claims, Instant notBefore, Instant now) {
    Instant issued = claims.issuedAt();
    Instant expires = claims.expiresAt();
    if (!issued.isBefore(expires) || expires.isAfter(issued.plus(AccessTokens.MAX_LIFETIME))) {
      return new Refused(Reason.LIFETIME);
    }
    Instant latest = now.plus(AccessTokens.SKEW);
    if (issued.isAfter(latest) || notBefore.isAfter(latest)) {
      return new Refused(Reason.NOT_YET);
    }
    return now.isAfter(expires.plus(AccessTokens.SKEW))
        ? new Refused(Reason.EXPIRED)
        : new Accepted(claims);
  }

  /** Empty unless every claim that must be there is, and each in its one form. */
  private static Optional<TokenClaims> claims(FlatJson payload) {
    Optional<String> subject = payload.text("sub").filter(sub -> NUMBER.matcher(sub).matches());
    Optional<Long> organisation =
        payload.number("org").filter(number -> number > 0 && number <= MAX_NUMBER);
    Optional<String> session = name(payload, "sid");
    Optional<String> id = name(payload, "jti");
    Optional<Instant> issued = second(payload, "iat");
    Optional<Instant> expires = second(payload, "exp");
    boolean notBeforeHasForm = !payload.has("nbf") || second(payload, "nbf").isPresent();
    boolean factorHasForm = !payload.has(FACTOR) || payload.is(FACTOR, VOUCHED);
    if (subject.isEmpty()
        || organisation.isEmpty()
        || session.isEmpty()
        || id.isEmpty()
        || issued.isEmpty()
        || expires.isEmpty()
        || !notBeforeHasForm
        || !factorHasForm) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenClaims(
            Integer.parseInt(subject.get()),
            organisation.get().intValue(),
            session.get(),
            payload.is(FACTOR, VOUCHED),
            id.get(),
            issued.get(),
            expires.get()));
  }

  private static Optional<String> name(FlatJson payload, String claim) {
    return payload.text(claim).filter(text -> NAME.matcher(text).matches());
  }

  private static Optional<Instant> second(FlatJson payload, String claim) {
    return payload
        .number(claim)
        .filter(second -> second > 0 && second <= MAX_SECOND)
        .map(Instant::ofEpochSecond);
  }
}
