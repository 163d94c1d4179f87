package org.ringside.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a fact, field by field in the order of adding. A null or an empty text is
 * unknown, and an unknown field is absent: never 0, never "".
 */
public record FactData(Map<String, Object> values) {

  public FactData {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static FactData empty() {
    return new FactData(Map.of());
  }

  /** A copy with one more field; the same where the value is unknown. */
  public FactData with(String field, @Nullable Object value) {
    if (value == null || value.equals("")) {
      return this;
    }
    var more = new LinkedHashMap<>(values);
    more.put(field, value);
    return new FactData(more);
  }
}
