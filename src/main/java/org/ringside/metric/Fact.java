package org.ringside.metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as far as counting needs it: type, event time and data. Whose it is, its
 * identity and its revision travel outside. Immutable. Values are as {@link Field.Kind} says.
 */
public final class Fact {
  private static final String VOICE = "voice";

  private final FactType type;
  private final long timeMs;
  private final EnumMap<Field, Object> values;
  private final Direction direction;

  private Fact(FactType type, long timeMs, EnumMap<Field, Object> values) {
    this.type = type;
    this.timeMs = timeMs;
    this.values = values;
    this.direction = directionOf(values.get(Field.DIRECTION));
  }

  /** A fact of values that have been checked against {@link FactType}; the map is copied. */
  public static Fact of(FactType type, long timeMs, EnumMap<Field, Object> values) {
    return new Fact(type, timeMs, values.clone());
  }

  /** A fact without data. */
  public static Fact of(FactType type, long timeMs) {
    return new Fact(type, timeMs, new EnumMap<>(Field.class));
  }

  /** The same fact with one more value, or another. */
  public Fact with(Field field, Object value) {
    var more = values.clone();
    more.put(field, value);
    return new Fact(type, timeMs, more);
  }

  public FactType type() {
    return type;
  }

  /** Event time, milliseconds since 1970 in UTC. */
  public long timeMs() {
    return timeMs;
  }

  public @Nullable String queue() {
    return text(Field.QUEUE);
  }

  /** In, if the source does not say. */
  public Direction direction() {
    return direction;
  }

  /** Voice, if the source does not say. */
  public String channel() {
    return Objects.requireNonNullElse(text(Field.CHANNEL), VOICE);
  }

  public boolean has(Field field) {
    return values.containsKey(field);
  }

  /** A number, duration, instant (ms) or tenths; 0 where the field is absent. */
  public long number(Field field) {
    return values.get(field) instanceof Long number ? number : 0;
  }

  /** A text or a choice; null where the field is absent. */
  public @Nullable String text(Field field) {
    return values.get(field) instanceof String text ? text : null;
  }

  /** True where the field is present and true. */
  public boolean flag(Field field) {
    return Boolean.TRUE.equals(values.get(field));
  }

  /** The totals of a {@code period.aggregate}; empty for any other fact. */
  @SuppressWarnings("unchecked") // COUNTERS_GIVEN holds nothing else
  public Map<String, Long> counters() {
    return values.get(Field.COUNTERS_GIVEN) instanceof Map<?, ?> given
        ? (Map<String, Long>) given
        : Map.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fact fact
        && type == fact.type
        && timeMs == fact.timeMs
        && values.equals(fact.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, timeMs, values);
  }

  @Override
  public String toString() {
    return type.wire() + " at " + timeMs + " " + values;
  }

  private static Direction directionOf(@Nullable Object wire) {
    Direction direction = wire instanceof String text ? Direction.of(text) : null;
    return direction == null ? Direction.IN : direction;
  }
}
