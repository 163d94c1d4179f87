package org.ringside.source.csv;

/** What a mapping draws from a row for one field. */
sealed interface Drawn {

  record Value(Object value) implements Drawn {}

  /** The row does not say; the fact goes without the field. */
  record Nothing() implements Drawn {}

  /** The row says something that cannot be; it refuses the row. */
  record Fault(String column, String code, String detail) implements Drawn {}

  Drawn NOTHING = new Nothing();

  static Drawn fault(String column, String code, String cell, String expected) {
    return new Fault(column, code, "'" + cell + "' is not " + expected);
  }
}
