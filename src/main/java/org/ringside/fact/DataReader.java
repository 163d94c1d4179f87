package org.ringside.fact;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Consistency;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;
import org.ringside.metric.Flaw;

/** Reads {@code data} against the table of what a fact type needs and may carry. */
final class DataReader {
  private static final int MAX_FIELDS = 64;

  private final FactType type;
  private final Map<String, @Nullable Object> data;
  private final @Nullable Long timeMs;
  private final Faults faults;
  private final EnumMap<Field, Object> values = new EnumMap<>(Field.class);

  /**
   * @param timeMs when the fact happened; null where that could not be read, which is a fault of
   *     its own
   */
  DataReader(
      FactType type, Map<String, @Nullable Object> data, @Nullable Long timeMs, Faults faults) {
    this.type = type;
    this.data = data;
    this.timeMs = timeMs;
    this.faults = faults;
  }

  /** What could be read; complete if no fault was added. */
  EnumMap<Field, Object> read() {
    int before = faults.count();
    if (data.size() > MAX_FIELDS) {
      faults.bad("data", "at most " + MAX_FIELDS + " fields", "{}");
    }
    read(FactType.COMMON, false);
    read(type.required(), true);
    read(type.optional(), false);
    if (timeMs != null && faults.count() == before) {
      checkRelations(timeMs);
    }
    return values;
  }

  private void read(Set<Field> fields, boolean required) {
    for (Field field : fields) {
      Object given = data.get(field.key());
      Object value = given == null ? null : value(field, given);
      if (value != null) {
        values.put(field, value);
      } else if (given != null) {
        faults.bad(path(field), field.expected(), field.example());
      } else if (required) {
        faults.missing(path(field), field.expected(), field.example());
      }
    }
  }

  private static @Nullable Object value(Field field, Object value) {
    return switch (field.kind()) {
      case TEXT -> text(field, value);
      case CHOICE -> field.choices().contains(value) ? value : null;
      case INTEGER, DURATION_MS -> integer(field, value);
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case INSTANT -> WireTime.parse(value);
      case TENTHS -> tenths(field, value);
      case COUNTERS -> counters(field, value);
    };
  }

  private static @Nullable Object text(Field field, Object value) {
    return value instanceof String text && FactReader.printable(text, (int) field.max())
        ? text
        : null;
  }

  private static @Nullable Long integer(Field field, Object value) {
    return value instanceof Long number && number >= field.min() && number <= field.max()
        ? number
        : null;
  }

  private static @Nullable Long tenths(Field field, Object value) {
    if (value instanceof Long || value instanceof BigDecimal) {
      BigDecimal tenths = new BigDecimal(value.toString()).movePointRight(1).stripTrailingZeros();
      if (tenths.scale() <= 0 && tenths.abs().compareTo(BigDecimal.valueOf(field.max())) <= 0) {
        return integer(field, tenths.longValueExact());
      }
    }
    return null;
  }

  private static @Nullable Map<String, Long> counters(Field field, Object value) {
    if (!(value instanceof Map<?, ?> map) || map.isEmpty() || map.size() > MAX_FIELDS) {
      return null;
    }
    var counters = new TreeMap<String, Long>();
    for (var entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name && Field.isCounterName(name))
          || !(entry.getValue() instanceof Long amount)
          || amount < field.min()
          || amount > field.max()) {
        return null;
      }
      counters.put(name, amount);
    }
    return counters;
  }

  private void checkRelations(long atMs) {
    for (Flaw flaw : Consistency.flaws(Fact.of(type, atMs, values))) {
      faults.bad(path(flaw.field()), flaw.expected(), flaw.example());
    }
  }

  static String path(Field field) {
    return "data." + field.key();
  }
}
