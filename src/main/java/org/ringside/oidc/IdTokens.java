package org.ringside.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.credential.Ed25519;
import org.ringside.oidc.IdTokenCheck.Reason;
import org.ringside.oidc.IdTokenCheck.Refused;

/**
 * Reads ID tokens: nothing in one is believed before its signature is, but by which of the
 * provider's own keys and algorithms to check it. Pure.
 */
final class IdTokens {
  /** In characters; with hundreds of groups one has some ten thousand. */
  private static final int MAX_LENGTH = 100_000;

  private static final int MOST_KEYS = 5;
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 8192;

  private IdTokens() {}

  /**
   * Judges a token.
   *
   * @param algorithms that the provider may sign by
   * @param keys the provider's
   * @param rules what the claims must be
   */
  static IdTokenCheck check(
      String text, List<JWSAlgorithm> algorithms, JWKSet keys, IdTokenRules rules, Instant now) {
    SignedJWT token = parsed(text);
    if (token == null) {
      return new Refused(Reason.MALFORMED);
    }
    if (!algorithms.contains(token.getHeader().getAlgorithm())) {
      return new Refused(Reason.ALGORITHM);
    }
    List<JWK> candidates = candidates(token, keys);
    if (candidates.isEmpty()) {
      return new Refused(Reason.KEY);
    }
    if (candidates.stream().limit(MOST_KEYS).noneMatch(key -> isSigned(token, key))) {
      return new Refused(Reason.SIGNATURE);
    }
    Map<String, Object> payload = token.getPayload().toJSONObject();
    return payload == null
        ? new Refused(Reason.CLAIMS)
        : rules.check(new JsonObject(payload), token.getHeader().getAlgorithm(), now);
  }

  /** Null for what is no signed token; one that names the algorithm "none" is none. */
  private static @Nullable SignedJWT parsed(String text) {
    try {
      return text.length() > MAX_LENGTH ? null : SignedJWT.parse(text);
    } catch (ParseException | IllegalArgumentException malformed) {
      return null;
    }
  }

  private static List<JWK> candidates(SignedJWT token, JWKSet keys) {
    JWKMatcher matcher = JWKMatcher.forJWSHeader(token.getHeader());
    return matcher == null ? List.of() : new JWKSelector(matcher).select(keys);
  }

  private static boolean isSigned(SignedJWT token, JWK key) {
    try {
      return switch (key) {
        case RSAKey rsa ->
            rsa.size() >= LEAST_RSA_BITS
                && rsa.size() <= MOST_RSA_BITS
                && isSigned(token, new RSASSAVerifier(rsa.toRSAPublicKey()));
        case ECKey ec -> isSigned(token, new ECDSAVerifier(ec.toECPublicKey()));
        case OctetKeyPair pair -> isSigned(token, pair);
        default -> false;
      };
    } catch (JOSEException | IllegalArgumentException notThisKey) {
      return false;
    }
  }

  private static boolean isSigned(SignedJWT token, JWSVerifier verifier) throws JOSEException {
    return verifier.verify(token.getHeader(), token.getSigningInput(), token.getSignature());
  }

  private static boolean isSigned(SignedJWT token, OctetKeyPair pair) {
    boolean nothingCritical =
        token.getHeader().getCriticalParams() == null
            && token.getHeader().isBase64URLEncodePayload();
    return nothingCritical
        && Curve.Ed25519.equals(pair.getCurve())
        && Ed25519.verify(
            Ed25519.publicKey(pair.getDecodedX()),
            token.getSigningInput(),
            token.getSignature().decode());
  }
}
