package org.ringside.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a backup behind its manifest. */
sealed interface Entry {
  /** From here on rows are of that table. */
  record Head(TableHead table) implements Entry {}

  /** A row as it stands in the file: an array of text forms, null for nothing. */
  record Line(String json) implements Entry {
    /**
     * @throws DecodeException where it is no array of that many texts
     */
    List<@Nullable String> values(int columns) {
      var array = new JsonArray(json);
      var values = new ArrayList<@Nullable String>(columns);
      for (Object value : array) {
        if (value != null && !(value instanceof String)) {
          throw new DecodeException("a value that is no text");
        }
        values.add((String) value);
      }
      if (values.size() != columns) {
        throw new DecodeException(values.size() + " values for " + columns + " columns");
      }
      return values;
    }
  }

  /**
   * Where a sequence stands.
   *
   * @param called whether {@code last} was given out
   */
  record Sequence(String name, long last, boolean called) implements Entry {}

  /**
   * The last line, when it agrees with all before it.
   *
   * @param rows of each table
   */
  record End(Map<String, Long> rows) implements Entry {}
}
