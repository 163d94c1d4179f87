package org.ringside.source;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvent that a reader made of foreign data: revision 0, not yet sent.
 *
 * @param id made from the source's own keys alone, so that reading the same input again gives the
 *     same id (R1)
 * @param subject the agent as the source spells it; null where nobody is concerned
 * @param data in the order in which it is written
 */
public record SourceFact(
    String source, String id, String type, Instant time, @Nullable String subject, FactData data) {

  /**
   * The values of {@link #data}: text, whole and decimal numbers, booleans, or a map of counters.
   */
  public Map<String, Object> values() {
    return data.values();
  }
}
