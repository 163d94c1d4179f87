package org.ringside.source.csv;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the value of a field comes from. */
sealed interface ValueMapping {

  Drawn of(Row row);

  List<String> columns();

  /** The same in every row. */
  record Constant(Object value) implements ValueMapping {
    @Override
    public Drawn of(Row row) {
      return new Drawn.Value(value);
    }

    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /** Text put together of cells; nothing where all of them are empty. */
  record Composed(Template template) implements ValueMapping {
    @Override
    public Drawn of(Row row) {
      boolean empty = columns().stream().allMatch(column -> row.cell(column).isEmpty());
      return empty ? Drawn.NOTHING : new Drawn.Value(template.of(row));
    }

    @Override
    public List<String> columns() {
      return template.columns();
    }
  }

  /** A named time, as RFC 3339. */
  record Timed(TimeMapping time) implements ValueMapping {
    @Override
    public Drawn of(Row row) {
      return time.of(row) instanceof Drawn.Value(Instant moment)
          ? new Drawn.Value(moment.toString())
          : time.of(row);
    }

    @Override
    public List<String> columns() {
      return time.allColumns();
    }
  }

  /**
   * One cell, read as its field's kind wants it.
   *
   * @param words cells and what they stand for ({@code 非常满意} for 5); empty where cells speak for
   *     themselves
   * @param required refuses a row whose cell is empty, which else goes without the field
   */
  record FromCell(String column, CellReading reading, Map<String, Object> words, boolean required)
      implements ValueMapping {
    @Override
    public Drawn of(Row row) {
      String cell = row.cell(column);
      Object word = words.get(cell);
      if (word != null) {
        return new Drawn.Value(word);
      }
      if (cell.isEmpty()) {
        return required ? new Drawn.Fault(column, "EMPTY", "the cell is empty") : Drawn.NOTHING;
      }
      return words.isEmpty()
          ? read(cell)
          : Drawn.fault(
              column, "NO_SUCH_WORD", cell, "one of " + String.join(", ", words.keySet()));
    }

    @Override
    public List<String> columns() {
      return List.of(column);
    }

    private Drawn read(String cell) {
      @Nullable Object value = reading.of(cell);
      return value == null
          ? Drawn.fault(column, reading.code(), cell, reading.expected())
          : new Drawn.Value(value);
    }
  }

  /** Counters by name; those whose cells are empty are left out. */
  record Counted(Map<String, FromCell> counters) implements ValueMapping {
    @Override
    public Drawn of(Row row) {
      var counts = new LinkedHashMap<String, Object>();
      for (var counter : counters.entrySet()) {
        switch (counter.getValue().of(row)) {
          case Drawn.Value(Object value) -> counts.put(counter.getKey(), value);
          case Drawn.Nothing nothing -> {}
          case Drawn.Fault fault -> {
            return fault;
          }
        }
      }
      return new Drawn.Value(counts);
    }

    @Override
    public List<String> columns() {
      return counters.values().stream().flatMap(cell -> cell.columns().stream()).toList();
    }
  }
}
