package org.ringside.source.csv;

import java.util.Map;

/** The cells of one line by column name, cleaned of what spreadsheets leave around them. */
record Row(long line, Map<String, String> cells) {

  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Without blanks, tabs and the {@code ="…"} by which exports keep leading zeros. */
  static String clean(String cell) {
    String text = cell.strip();
    boolean kept = text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"");
    return kept ? text.substring(2, text.length() - 1).strip() : text;
  }
}
