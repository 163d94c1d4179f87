package org.ringside.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ringside.oidc.IdTokenCheck.Accepted;
import org.ringside.oidc.IdTokenCheck.Reason;
import org.ringside.oidc.IdTokenCheck.Refused;

/**
 * What the claims of an ID token must be (OpenID Connect Core 1.0, section 3.1.3.7). Pure.
 *
 * @param nonce that was sent along when the sign-in began
 * @param accessToken that came with it, null for none
 */
record IdTokenRules(String issuer, String clientId, String nonce, @Nullable String accessToken) {
  /** How far apart the clocks of two machines may be. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  /** It is made for the code, which we have for seconds. */
  private static final Duration OLDEST = Duration.ofMinutes(10);

  private static final int MAX_SUBJECT = 255;
  private static final long MAX_SECOND = 99_999_999_999L;

  IdTokenCheck check(JsonObject claims, JWSAlgorithm algorithm, Instant now) {
    if (!issuer.equals(claims.getValue("iss"))) {
      return new Refused(Reason.ISSUER);
    }
    if (!isForUs(claims)) {
      return new Refused(Reason.AUDIENCE);
    }
    Reason time = wrongTime(claims, now);
    if (time != null) {
      return new Refused(time);
    }
    if (!(claims.getValue("nonce") instanceof String said) || !same(nonce, said)) {
      return new Refused(Reason.NONCE);
    }
    if (!(claims.getValue("sub") instanceof String subject)
        || subject.isEmpty()
        || subject.length() > MAX_SUBJECT
        || subject.indexOf('\0') >= 0) {
      return new Refused(Reason.CLAIMS);
    }
    return belongsToAccessToken(claims, algorithm)
        ? new Accepted(claims)
        : new Refused(Reason.ACCESS_TOKEN);
  }

  /** For several, or for one on whose behalf it was asked for: that must be us. */
  private boolean isForUs(JsonObject claims) {
    Object audience = claims.getValue("aud");
    Object party = claims.getValue("azp");
    boolean several = audience instanceof JsonArray all && all.size() > 1;
    boolean among =
        clientId.equals(audience) || (audience instanceof JsonArray all && all.contains(clientId));
    return among && (party == null ? !several : clientId.equals(party));
  }

  private static @Nullable Reason wrongTime(JsonObject claims, Instant now) {
    OptionalLong expires = second(claims, "exp");
    OptionalLong issued = second(claims, "iat");
    if (expires.isEmpty() || issued.isEmpty()) {
      return Reason.CLAIMS;
    }
    if (now.isAfter(Instant.ofEpochSecond(expires.getAsLong()).plus(SKEW))) {
      return Reason.EXPIRED;
    }
    Instant from = Instant.ofEpochSecond(issued.getAsLong());
    OptionalLong notBefore = second(claims, "nbf");
    boolean early =
        from.isAfter(now.plus(SKEW))
            || (notBefore.isPresent()
                && Instant.ofEpochSecond(notBefore.getAsLong()).isAfter(now.plus(SKEW)));
    if (early) {
      return Reason.NOT_YET;
    }
    return from.isBefore(now.minus(OLDEST).minus(SKEW)) ? Reason.TOO_OLD : null;
  }

  private static OptionalLong second(JsonObject claims, String name) {
    return claims.getValue(name) instanceof Number number
            && number.longValue() > 0
            && number.longValue() <= MAX_SECOND
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  /** Core 3.1.3.6: the left half of the access token's hash, where there is one. */
  private boolean belongsToAccessToken(JsonObject claims, JWSAlgorithm algorithm) {
    Object said = claims.getValue("at_hash");
    if (said == null || accessToken == null) {
      return true;
    }
    byte[] hash = hash(algorithm).digest(accessToken.getBytes(StandardCharsets.US_ASCII));
    String half =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Arrays.copyOf(hash, hash.length / 2));
    return said instanceof String text && same(half, text);
  }

  private static MessageDigest hash(JWSAlgorithm algorithm) {
    String name = algorithm.getName();
    try {
      return MessageDigest.getInstance(
          name.endsWith("256") ? "SHA-256" : name.endsWith("384") ? "SHA-384" : "SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-2", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
