package org.ringside.backup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table that go to the database in one statement, column by column. */
final class Portion {
  private static final int MOST_ROWS = 1_000;
  private static final long MOST_CHARACTERS = 4_000_000;

  private final int width;
  private final List<List<@Nullable String>> rows = new ArrayList<>();
  private long characters;

  Portion(int width) {
    this.width = width;
  }

  /** Whether it is time to send it. */
  boolean add(List<@Nullable String> row) {
    rows.add(row);
    for (String value : row) {
      characters += value == null ? 1 : value.length();
    }
    return rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
  }

  int size() {
    return rows.size();
  }

  /** The values of each column, null for nothing. */
  List<@Nullable String[]> columns() {
    var columns = new ArrayList<@Nullable String[]>(width);
    for (int column = 0; column < width; column++) {
      columns.add(column(column));
    }
    return columns;
  }

  private @Nullable String[] column(int column) {
    var values = new @Nullable String[rows.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.get(row).get(column);
    }
    return values;
  }
}
