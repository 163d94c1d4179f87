package org.ringside.screen;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes that screens show: eight letters and digits, without vowels, so that they spell nothing,
 * and without what looks alike from afar. About 10^11 of them; a guess is worth one in ten million
 * when as many wait as can.
 */
final class PairingCode {
  static final String EXAMPLE = "K7QF X2MP";

  /** Longest text that may be one as somebody types it. */
  static final int MAX_TYPED = 40;

  private static final String ALPHABET = "2346789BCDFGHJKMNPQRTVWX";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PairingCode() {}

  static String fresh() {
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As it is kept: in any case, and however it is set apart; empty for what is none. */
  static Optional<String> read(String typed) {
    String code = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    return code.length() == LENGTH && code.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)
        ? Optional.of(code)
        : Optional.empty();
  }
}
