package org.ringside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a page of the documentation, which tests recalculate. */
record Page(List<String> lines) {
  static Page read(String name) {
    try {
      return new Page(Files.readAllLines(Path.of("docs", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the table under that marker, by the heads of their columns. */
  Stream<Map<String, String>> rows(String table) {
    int marker = lines.indexOf("<!-- table: " + table + " -->");
    if (marker < 0) {
      throw new IllegalArgumentException("no table " + table);
    }
    List<String> heads = cells(lines.get(marker + 1));
    return lines.stream()
        .skip(marker + 3L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> row(heads, cells(line)));
  }

  /** The table under that marker as it stands. */
  String table(String table) {
    int marker = lines.indexOf("<!-- table: " + table + " -->");
    return lines.stream()
        .skip(marker + 1L)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> row(List<String> heads, List<String> cells) {
    var row = new LinkedHashMap<String, String>();
    for (int i = 0; i < heads.size(); i++) {
      row.put(heads.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
      cells.add(cell.strip().replace("`", ""));
    }
    return cells;
  }
}
