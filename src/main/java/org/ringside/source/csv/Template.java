package org.ringside.source.csv;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with columns in braces: {@code {Call Id}:answered}. */
record Template(String text) {
  private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)\\}");

  List<String> columns() {
    return COLUMN.matcher(text).results().map(found -> found.group(1)).toList();
  }

  String of(Row row) {
    return COLUMN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(row.cell(found.group(1))));
  }

  /** The first column whose cell is empty; an id without it would not be one. */
  String firstEmpty(Row row) {
    return columns().stream().filter(column -> row.cell(column).isEmpty()).findFirst().orElse("");
  }
}
