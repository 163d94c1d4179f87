package org.ringside.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret by which a sender signs its requests, as Standard Webhooks 1.0.0 has it (symmetric,
 * {@code v1}): {@code whsec_} and 24 to 64 bytes in base64. What is signed is {@code
 * id.timestamp.body}, the body byte for byte.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class WebhookSecret {
  public static final String PREFIX = "whsec_";

  private static final String VERSION = "v1,";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int FRESH_BYTES = 32;

  /** During a rotation there are two; more are looked at, but not without end. */
  private static final int MOST_SIGNATURES = 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private WebhookSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The secret that is written so; empty for a text that is none. */
  public static Optional<WebhookSecret> of(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES
          ? Optional.of(new WebhookSecret(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * The text of a new one, of 256 random bits. Its first characters stand in addresses as they are:
   * where chance puts a slash or a plus among them, it is drawn again.
   */
  public static String fresh() {
    byte[] random = new byte[FRESH_BYTES];
    String text;
    do {
      RANDOM.nextBytes(random);
      text = Base64.getEncoder().encodeToString(random);
    } while (text.substring(0, 8).matches(".*[+/].*"));
    return PREFIX + text;
  }

  /**
   * Whether one of the signatures is this secret's. All are compared, so that the time says nothing
   * about which one it was, nor how much of it was right.
   *
   * @param id of the message
   * @param timestamp as it was sent
   * @param header signatures, each with its version before it, with spaces between them
   */
  public boolean signed(String id, String timestamp, byte[] body, String header) {
    byte[] right = signature(id, timestamp, body);
    boolean fits = false;
    for (String one : header.split(" ", MOST_SIGNATURES + 1)) {
      fits |= MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8));
    }
    return fits;
  }

  /** What its sender puts into the header, {@code v1,…}. */
  public String sign(String id, String timestamp, byte[] body) {
    return new String(signature(id, timestamp, body), StandardCharsets.US_ASCII);
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "a secret that signs";
  }

  private byte[] signature(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      byte[] sum = Base64.getEncoder().encode(mac.doFinal(body));
      return (VERSION + new String(sum, StandardCharsets.US_ASCII))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
