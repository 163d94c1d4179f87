package org.ringside.demo.simulation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on the floor, as the telephone system would tell it.
 *
 * @param id {@code <contact>:<leg>:<type>}, the same at every delivery
 * @param millis when it happened, since 1970
 * @param subject agent as this system spells it, or null for what belongs to a queue alone
 * @param revision 0, or higher for a correction
 * @param data fields in the order of writing; values are strings, longs, integers and booleans
 */
public record FloorFact(
    String id,
    String type,
    long millis,
    @Nullable String subject,
    int revision,
    Map<String, Object> data) {

  static FloorFact of(
      String id, String type, long millis, @Nullable String subject, Map<String, Object> data) {
    return new FloorFact(id, type, millis, subject, 0, data);
  }

  /** The same fact told anew: same id and time, next revision. */
  FloorFact corrected(Map<String, Object> newData) {
    return new FloorFact(id, type, millis, subject, revision + 1, newData);
  }

  /** Takes the fact back. */
  FloorFact voided() {
    return new FloorFact(id, "fact.voided", millis, subject, revision + 1, Map.of());
  }
}
