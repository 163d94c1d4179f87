package org.ringside.frame;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What names from outside may look like, and how our own constants are spelled on the wire. */
public final class Names {
  private Names() {}

  /** The wire spelling of a constant: {@code PER_UNIT} is {@code per_unit}. */
  public static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String wires(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Names::wire).collect(Collectors.joining(", "));
  }

  /** Visible, composed (NFC) text within the length, without control or direction characters. */
  public static boolean acceptable(String text, int maxLength) {
    return !text.isBlank()
        && text.length() <= maxLength
        && Normalizer.isNormalized(text, Normalizer.Form.NFC)
        && text.codePoints().noneMatch(Names::hidden);
  }

  private static boolean hidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
