package org.ringside.credential;

import java.util.Locale;
import java.util.Optional;

/** Base32 (RFC 4648, section 6) without padding, as authenticator apps take secrets. */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  public static String encode(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = (held << 8 | (next & 0xff)) & 0xfff; // never more than four bits are left over
      bits += 8;
      for (; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt(held >> (bits - BITS) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(held << (BITS - bits) & 31));
    }
    return text.toString();
  }

  /** Either case, without padding; empty for anything that {@link #encode} would not have made. */
  public static Optional<byte[]> decode(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    byte[] bytes = new byte[upper.length() * BITS / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < upper.length(); i++) {
      int value = ALPHABET.indexOf(upper.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      held = (held << BITS | value) & 0xfff;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return encode(bytes).equals(upper) ? Optional.of(bytes) : Optional.empty();
  }
}
