package org.ringside.credential;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238): six digits of HMAC-SHA-1, a new code every 30 seconds. No
 * other choice, because authenticator apps ignore what else an {@code otpauth:} address asks for.
 */
public final class Totp {
  /** 160 bits, as long as the hash (RFC 4226, section 4). */
  public static final int SECRET_BYTES = 20;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int STEP_SECONDS = 30;

  /** Clocks may be apart, and people take a moment to type. */
  private static final int WINDOW_STEPS = 1;

  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /** A new secret, to be stored sealed. */
  public static byte[] freshSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The secret as people type it into an app: 32 characters of base32. */
  public static String spelled(byte[] secret) {
    return Base32.encode(secret);
  }

  /**
   * What the picture that apps scan says: {@code otpauth://totp/Issuer:account?secret=…&issuer=…}.
   *
   * @param issuer name of this installation
   * @param account login, as people see it in the app
   */
  public static String address(String issuer, String account, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            encoded(issuer),
            encoded(account),
            spelled(secret),
            encoded(issuer),
            DIGITS,
            STEP_SECONDS);
  }

  /** Percent-encoded; a plus would be shown as one. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The step that a code belongs to, if that is the present one or one beside it; empty for a wrong
   * code. A code is good once: the caller stores the step, and refuses one that is not later than
   * the last it has stored.
   *
   * @param code as typed, six digits; anything else matches nothing
   */
  public static OptionalLong matchingStep(byte[] secret, String code, Instant now) {
    long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - WINDOW_STEPS; step <= present + WINDOW_STEPS; step++) {
      if (same(code(secret, step), code)) { // all are compared, whichever matches
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** The code of a step (RFC 4226, section 5.3). */
  static String code(byte[] secret, long step) {
    byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xf;
    int truncated = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(truncated % MODULUS);
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
