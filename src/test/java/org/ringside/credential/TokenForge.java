package org.ringside.credential;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ringside.credential.KeyRing.Held;

/** Makes tokens of any content, well signed or not, with the keys of a server. */
final class TokenForge {
  static final String ISSUER = "https://ringside.example";
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** Signs now. */
  final Held present = Held.fresh(KeyPurpose.ACCESS, NOW.minus(Duration.ofDays(1)));

  /** Signed until half an hour ago; its last token has expired. */
  final Held retired =
      Held.fresh(KeyPurpose.ACCESS, NOW.minus(Duration.ofDays(31)).minusSeconds(1800));

  final Held result = Held.fresh(KeyPurpose.RESULT, NOW.minus(Duration.ofDays(1)));
  final Held stranger = Held.fresh(KeyPurpose.ACCESS, NOW);

  final AccessTokens tokens =
      new AccessTokens(ISSUER, () -> new KeyRing(List.of(retired, present, result)));

  JsonObject header() {
    return new JsonObject()
        .put("alg", "EdDSA")
        .put("typ", "at+jwt")
        .put("kid", present.key().kid());
  }

  JsonObject payload() {
    return new JsonObject()
        .put("iss", ISSUER)
        .put("aud", "ringside")
        .put("sub", "42")
        .put("org", 7)
        .put("sid", "session-1")
        .put("jti", "token-1")
        .put("iat", NOW.getEpochSecond())
        .put("exp", NOW.getEpochSecond() + 900);
  }

  /** As issued. */
  String good() {
    return signed(header().encode(), payload().encode(), present);
  }

  /** The good one with another header, signed anew. */
  String header(Consumer<JsonObject> change) {
    JsonObject header = header();
    change.accept(header);
    return signed(header.encode(), payload().encode(), present);
  }

  /** The good one with another payload, signed anew. */
  String payload(Consumer<JsonObject> change) {
    JsonObject payload = payload();
    change.accept(payload);
    return signed(header().encode(), payload.encode(), present);
  }

  /** Any two texts, signed. */
  String signed(String header, String payload, Held key) {
    String signed = encoded(header) + "." + encoded(payload);
    return signed + "." + Base64Url.encode(Ed25519.sign(key.privateHalf(), bytes(signed)));
  }

  /** Signed by HMAC, with a secret that everybody can know: the public key. */
  String signedWithPublicKey(JsonObject header) {
    String signed = encoded(header.encode()) + "." + encoded(payload().encode());
    byte[] secret = Ed25519.bytes(present.key().publicKey());
    return signed + "." + Base64Url.encode(hmac(secret, bytes(signed)));
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return Base64Url.encode(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
