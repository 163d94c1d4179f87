package org.ringside.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.ringside.demo.simulation.FloorFact;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/** Reads a simulated fact as the booking rules see it. */
final class Bookable {
  private Bookable() {}

  static Fact of(FloorFact fact) {
    FactType type = FactType.of(fact.type());
    if (type == null) {
      throw new IllegalArgumentException("no such fact type: " + fact.type());
    }
    var values = new EnumMap<Field, Object>(Field.class);
    for (Map.Entry<String, Object> entry : fact.data().entrySet()) {
      Field field = type.field(entry.getKey());
      if (field == null) {
        throw new IllegalArgumentException(fact.type() + " has no " + entry.getKey());
      }
      values.put(field, value(field, entry.getValue()));
    }
    return Fact.of(type, fact.millis(), values);
  }

  private static Object value(Field field, Object written) {
    return switch (field.kind()) {
      case INTEGER, DURATION_MS -> ((Number) written).longValue();
      case INSTANT -> Instant.parse((String) written).toEpochMilli();
      case TENTHS -> tenths(written);
      case TEXT, CHOICE, BOOLEAN, COUNTERS -> written;
    };
  }

  private static Long tenths(Object written) {
    return new BigDecimal(written.toString()).movePointRight(1).longValueExact();
  }
}
