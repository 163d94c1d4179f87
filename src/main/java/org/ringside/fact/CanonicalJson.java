package org.ringside.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text for one meaning: names sorted, no spaces, nulls left out, decimals without trailing
 * zeros. Two deliveries of the same fact have the same text however the source ordered or spaced
 * it.
 */
final class CanonicalJson {
  /** Decimals beyond this many places either way are not numbers that a call centre sends. */
  private static final int MAX_SCALE = 30;

  private final StringBuilder out = new StringBuilder(160);

  private CanonicalJson() {}

  /**
   * @param fields as read by {@link JsonTree}: maps are sorted by name
   */
  static String of(Map<String, @Nullable Object> fields) {
    var json = new CanonicalJson();
    json.object(fields);
    return json.out.toString();
  }

  /** Whether every decimal in it can be written out plainly. */
  static boolean writable(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> Math.abs(decimal.scale()) <= MAX_SCALE;
      case Map<?, ?> map -> map.values().stream().allMatch(CanonicalJson::writable);
      case List<?> list -> list.stream().allMatch(CanonicalJson::writable);
      case null, default -> true;
    };
  }

  private void object(Map<?, ?> fields) {
    out.append('{');
    boolean first = true;
    for (var field : fields.entrySet()) {
      if (field.getValue() != null) {
        if (!first) {
          out.append(',');
        }
        first = false;
        text((String) field.getKey());
        out.append(':');
        value(field.getValue());
      }
    }
    out.append('}');
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> array(list);
      case String string -> text(string);
      case BigDecimal decimal -> out.append(decimal.stripTrailingZeros().toPlainString());
      case null -> out.append("null");
      default -> out.append(value);
    }
  }

  private void array(List<?> items) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(items.get(i));
    }
    out.append(']');
  }

  private void text(String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || (Character.isSurrogate(c) && !paired(string, i))) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean paired(String string, int i) {
    char c = string.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
  }
}
