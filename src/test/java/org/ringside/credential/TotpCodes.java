package org.ringside.credential;

import java.time.Instant;

/** An authenticator app, for tests. */
public final class TotpCodes {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TotpCodes() {}

  /** What the app shows at an instant for a secret in base32. */
  public static String at(String secret, Instant now) {
    return Totp.code(bytes(secret), Math.floorDiv(now.getEpochSecond(), 30));
  }

  private static byte[] bytes(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      held = (held << 5) | ALPHABET.indexOf(base32.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }
}
