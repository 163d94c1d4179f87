package org.ringside.credential;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The public half of a key pair, and how long it is good for.
 *
 * @param kid its thumbprint (RFC 7638) in base64url, 43 characters
 * @param publicKey Ed25519, always
 * @param signsUntil first instant at which it signs no more
 * @param trustedUntil first instant at which its signatures count no more; empty for never
 */
public record SigningKey(
    String kid,
    KeyPurpose purpose,
    PublicKey publicKey,
    Instant createdAt,
    Instant signsUntil,
    Optional<Instant> trustedUntil) {
  /** Its name in headers and key sets (RFC 8037). */
  static final String ALGORITHM = "EdDSA";

  /** The name of a key: made of the key itself, so it cannot be given to another. */
  static String kid(PublicKey key) {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x(key));
    return Base64Url.encode(Tokens.hash(members));
  }

  /**
   * The key that {@link #jwk} spelled.
   *
   * @throws IllegalArgumentException for anything else
   */
  static PublicKey publicKey(JsonObject jwk) {
    return Optional.ofNullable(jwk.getString("x"))
        .filter(x -> "OKP".equals(jwk.getString("kty")) && "Ed25519".equals(jwk.getString("crv")))
        .flatMap(x -> Base64Url.decode(x))
        .map(Ed25519::publicKey)
        .orElseThrow(() -> new IllegalArgumentException("This is no public key of Ed25519."));
  }

  /** As one of a JSON Web Key Set (RFC 7517, RFC 8037). */
  public JsonObject jwk() {
    return new JsonObject()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("x", x(publicKey))
        .put("kid", kid)
        .put("alg", ALGORITHM)
        .put("use", "sig");
  }

  boolean maySign(Instant now) {
    return now.isBefore(signsUntil);
  }

  public boolean isTrusted(Instant now) {
    return trustedUntil.isEmpty() || now.isBefore(trustedUntil.get());
  }

  /** Whether it signed this text, whenever that was. */
  public boolean signed(String text, byte[] signature) {
    return Ed25519.verify(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
  }

  private static String x(PublicKey key) {
    return Base64Url.encode(Ed25519.bytes(key));
  }
}
