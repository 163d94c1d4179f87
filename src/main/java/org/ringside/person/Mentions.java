package org.ringside.person;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ringside.floor.Floor;
import org.ringside.metric.Field;

/** Where a fact names an agent: its subject, and the fields of its data that name another. Pure. */
final class Mentions {
  /** Whose a case is: always an agent. */
  static final List<Field> OWNERS = List.of(Field.FIRST_OWNER, Field.CLOSED_BY);

  /**
   * Fields of {@code data} in which an agent may be spelled; a transfer goes to whatever number.
   */
  static final List<Field> FIELDS = List.of(Field.FIRST_OWNER, Field.CLOSED_BY, Field.TRANSFER_TO);

  private Mentions() {}

  /** How canonical data say that one of these fields has one of these values. */
  static List<String> said(Collection<String> words) {
    var all = new ArrayList<String>();
    for (String word : words) {
      for (Field field : FIELDS) {
        String json = new JsonObject().put(field.key(), word).encode();
        all.add(json.substring(1, json.length() - 1));
      }
    }
    return all;
  }

  /** Whether the fact's own source meant that agent when the fact happened. */
  static boolean isAbout(FactRow row, String source, Floor floor, int agent) {
    if (means(floor, source, row.subject(), row.time(), agent)) {
      return true;
    }
    var data = new JsonObject(row.data());
    return FIELDS.stream()
        .map(field -> data.getValue(field.key()))
        .anyMatch(
            value -> value instanceof String text && means(floor, source, text, row.time(), agent));
  }

  private static boolean means(
      Floor floor,
      String source,
      @org.jspecify.annotations.Nullable String spelling,
      Instant at,
      int agent) {
    return spelling != null && floor.agentOf(source, spelling, at.toEpochMilli()) == agent;
  }
}
