package org.ringside.source.csv;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A named time of a row: cells read as an instant, plus durations of others (the answer is the
 * arrival plus the wait).
 *
 * @param columns joined by a blank before they are read
 */
record TimeMapping(List<String> columns, String pattern, MomentText reading, List<Plus> plus) {

  /** A column with a duration that is added; an empty cell adds nothing. */
  record Plus(String column, DurationText unit) {}

  List<String> allColumns() {
    var all = new ArrayList<>(columns);
    plus.forEach(more -> all.add(more.column()));
    return all;
  }

  TimeMapping later(List<Plus> more) {
    var both = new ArrayList<>(plus);
    both.addAll(more);
    return new TimeMapping(columns, pattern, reading, both);
  }

  /** An {@link Instant}, nothing where all cells are empty, or a fault. */
  Drawn of(Row row) {
    String text = columns.stream().map(row::cell).collect(Collectors.joining(" ")).strip();
    if (text.isEmpty()) {
      return Drawn.NOTHING;
    }
    Instant moment = reading.of(text);
    return moment == null
        ? Drawn.fault(String.join(" + ", columns), "NOT_A_TIME", text, "a time as " + pattern)
        : after(moment, row);
  }

  private Drawn after(Instant moment, Row row) {
    Instant later = moment;
    for (Plus more : plus) {
      String cell = row.cell(more.column());
      Long millis = cell.isEmpty() ? Long.valueOf(0) : more.unit().millisOf(cell);
      if (millis == null) {
        return Drawn.fault(more.column(), "NOT_A_DURATION", cell, more.unit().expected());
      }
      later = later.plusMillis(millis);
    }
    return new Drawn.Value(later);
  }
}
