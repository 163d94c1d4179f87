package org.ringside.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Facts as tests write them down: {@code fact("leg.ended", "talk_ms", 9_000L)}. */
public final class Facts {
  /** A Monday morning; the time of a fact of which the time does not matter. */
  public static final long NINE = Instant.parse("2026-11-16T09:00:00Z").toEpochMilli();

  private Facts() {}

  /** A fact at {@link #NINE}, its data as keys and values in turn. */
  public static Fact fact(String type, Object... keysAndValues) {
    return factAt(NINE, type, keysAndValues);
  }

  /** The same at another time. Fails if the table would not admit it. */
  public static Fact factAt(long timeMs, String type, Object... keysAndValues) {
    FactType factType = FactType.of(type);
    if (factType == null) {
      throw new IllegalArgumentException("no fact type " + type);
    }
    var values = new EnumMap<Field, Object>(Field.class);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Field field = factType.field((String) keysAndValues[i]);
      if (field == null || !field.admits(keysAndValues[i + 1])) {
        throw new IllegalArgumentException(type + " does not admit " + keysAndValues[i]);
      }
      values.put(field, keysAndValues[i + 1]);
    }
    return Fact.of(factType, timeMs, values);
  }

  /** A fact of that type with every field that it may carry, as the table's examples have them. */
  public static Fact exampleOf(FactType type) {
    var values = new EnumMap<Field, Object>(Field.class);
    type.optional().forEach(field -> values.put(field, exampleOf(field)));
    type.required().forEach(field -> values.put(field, exampleOf(field)));
    return Fact.of(type, NINE, values);
  }

  /** The table's example as a fact holds it. */
  public static Object exampleOf(Field field) {
    return switch (field.kind()) {
      case TEXT, CHOICE -> field.example();
      case INTEGER, DURATION_MS -> Long.valueOf(field.example());
      case TENTHS -> new BigDecimal(field.example()).movePointRight(1).longValueExact();
      case BOOLEAN -> Boolean.valueOf(field.example());
      case INSTANT -> Instant.parse(field.example()).toEpochMilli();
      case COUNTERS -> Map.of("offered", 120L, "answered", 111L);
    };
  }
}
