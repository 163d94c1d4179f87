package org.ringside.source.csv;

import java.util.List;

/** Holds for rows whose cell is one of some texts, or is none of them; "" is the empty cell. */
record Condition(String column, boolean oneOf, List<String> texts) {

  boolean holds(Row row) {
    return texts.contains(row.cell(column)) == oneOf;
  }
}
