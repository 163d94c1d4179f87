package org.ringside.credential;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringside.frame.FieldError;

/**
 * Which passwords may be chosen (ASVS 5.0, 6.2): long enough, not made of the account's own name,
 * not of a few characters. Which kinds of characters there must be, nobody says: such rules make
 * passwords worse.
 *
 * <p>A list of passwords that were breached is not looked into: the server brings none and asks
 * nobody outside.
 */
public final class PasswordRules {
  /** In Unicode code points, composed. */
  static final int MIN_LENGTH = 12;

  static final int MAX_LENGTH = 128;

  /** {@code 121212121212} is guessed first of all. */
  private static final int MIN_DIFFERENT = 5;

  /** A shorter name is part of too many words. */
  private static final int SHORTEST_NAME = 4;

  private static final String EXAMPLE = "four or five words that you remember";

  private PasswordRules() {}

  /** What a password is compared as. */
  static String composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  static int length(String composed) {
    return composed.codePointCount(0, composed.length());
  }

  /**
   * Why a password may not be chosen; empty where it may. The password is in no part of the answer.
   *
   * @param field where it stood in the request
   * @param names what everybody knows of the account: login, mail address, the person's name; of a
   *     mail address the part before the @ counts as well
   */
  public static Optional<FieldError> refusal(String field, String password, List<String> names) {
    String composed = composed(password);
    int length = length(composed);
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return refuse(field, "%d to %d characters".formatted(MIN_LENGTH, MAX_LENGTH));
    }
    if (composed.codePoints().distinct().limit(MIN_DIFFERENT).count() < MIN_DIFFERENT) {
      return refuse(field, "at least %d different characters".formatted(MIN_DIFFERENT));
    }
    if (names.stream().anyMatch(name -> contains(composed, name))) {
      return refuse(field, "a password without the account's own name in it");
    }
    return Optional.empty();
  }

  private static boolean contains(String password, String name) {
    String whole = folded(composed(name).strip());
    String local = whole.substring(0, whole.contains("@") ? whole.indexOf('@') : whole.length());
    return length(local) >= SHORTEST_NAME && folded(password).contains(local);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Optional<FieldError> refuse(String field, String expected) {
    return Optional.of(new FieldError(field, expected, EXAMPLE));
  }
}
