package org.ringside.scorer;

import java.util.HashMap;
import java.util.Map;
import org.ringside.metric.Counters;

/**
 * Counters as the database has them: a JSON object of whole numbers by name. Read by hand, because
 * a start reads tens of thousands of them before anything of it is compiled, and a tree of JSON for
 * each costs more than all else. Names hold letters, digits and underscores and need no escapes.
 *
 * <p>A reader keeps one text for each name that it met.
 */
final class CountersText {
  private final Map<String, String> names = new HashMap<>();

  /** Without blanks, in the order of the names. */
  static String write(Counters counters) {
    var out = new StringBuilder(128).append('{');
    counters.forEach(
        (name, amount) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          out.append('"').append(name).append("\":").append(amount);
        });
    return out.append('}').toString();
  }

  /**
   * Blanks may stand where PostgreSQL puts them.
   *
   * @throws IllegalArgumentException if an amount is no whole number
   */
  Counters read(String text) {
    var counters = new Counters();
    int at = 1;
    while (at < text.length() - 1) {
      int colon = text.indexOf(':', at);
      int comma = text.indexOf(',', at);
      int end = comma < 0 ? text.length() - 1 : comma;
      if (colon < 0 || colon > end) {
        throw new IllegalArgumentException("not counters: " + text);
      }
      counters.add(name(text.substring(at, colon).strip()), amount(text, colon + 1, end));
      at = end + 1;
    }
    return counters;
  }

  private String name(String quoted) {
    return names.computeIfAbsent(quoted, text -> text.substring(1, text.length() - 1));
  }

  private static long amount(String text, int from, int to) {
    int first = text.charAt(from) == ' ' ? from + 1 : from;
    return Long.parseLong(text, first, to, 10);
  }
}
