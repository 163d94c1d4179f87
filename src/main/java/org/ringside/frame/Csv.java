package org.ringside.frame;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, of which no spreadsheet makes a formula (CWE-1236): a text that a
 * spreadsheet would take for one gets an apostrophe in front, and loses it when it is read back.
 */
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv";

  /** What formulas begin with, in half and full width, and what is dropped before they do. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** One line with its end; a null is an empty cell. Texts are made safe, numbers are not. */
  public static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number ? value.toString() : quoted(safe(value.toString()));
  }

  /** The text as a cell holds it. */
  public static String safe(String text) {
    return needsApostrophe(text) ? "'" + text : text;
  }

  /** The text that a cell holds. */
  public static String plain(String cell) {
    return cell.startsWith("'") && needsApostrophe(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean needsApostrophe(String text) {
    if (text.isEmpty()) {
      return false;
    }
    return FORMULA.indexOf(text.charAt(0)) >= 0
        || (text.charAt(0) == '\'' && needsApostrophe(text.substring(1)));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
