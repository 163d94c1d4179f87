package org.ringside.fact;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
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
  private final long timeMs;
  private final EnumMap<Field, Object> values = new EnumMap<>(Field.class);

  DataReader(FactType type, Map<String, @Nullable Object> data, long timeMs) {
    this.type = type;
    this.data = data;
    this.timeMs = timeMs;
  }

  EnumMap<Field, Object> read() throws BadFact {
    if (data.size() > MAX_FIELDS) {
      throw BadFact.field("data", "at most " + MAX_FIELDS + " fields", "{}");
    }
    read(FactType.COMMON, false);
    read(type.required(), true);
    read(type.optional(), false);
    checkRelations();
    return values;
  }

  private void read(Set<Field> fields, boolean required) throws BadFact {
    for (Field field : fields) {
      Object value = data.get(field.key());
      if (value != null) {
        values.put(field, value(field, value));
      } else if (required) {
        throw BadFact.missing(path(field), field.expected(), field.example());
      }
    }
  }

  private static Object value(Field field, Object value) throws BadFact {
    Object read =
        switch (field.kind()) {
          case TEXT -> text(field, value);
          case CHOICE -> field.choices().contains(value) ? value : null;
          case INTEGER, DURATION_MS -> integer(field, value);
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case INSTANT -> WireTime.parse(value);
          case TENTHS -> tenths(field, value);
          case COUNTERS -> counters(field, value);
        };
    if (read == null) {
      throw BadFact.field(path(field), field.expected(), field.example());
    }
    return read;
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

  private void checkRelations() throws BadFact {
    List<Flaw> flaws = Consistency.flaws(Fact.of(type, timeMs, values));
    if (!flaws.isEmpty()) {
      Flaw first = flaws.getFirst();
      throw BadFact.field(path(first.field()), first.expected(), first.example());
    }
  }

  private static String path(Field field) {
    return "data." + field.key();
  }
}
