package org.ringside.source.asterisk;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every line an id of its own keys: {@code call:epoch:event:agent:ordinal}, the ordinal among
 * lines that are otherwise equal, from 0. The same log read again gives the same ids, wherever a
 * rotation cut it.
 *
 * <p>Lines are remembered for 10 to 20 seconds of the log's own time: Asterisk's threads write
 * nearly in order, and equal lines have the same epoch.
 */
final class LineIds {
  private static final long GENERATION = 10;

  private Map<String, Integer> recent = new HashMap<>();
  private Map<String, Integer> older = new HashMap<>();
  private long since;

  LineIds() {}

  LineIds(JsonObject carried) {
    since = carried.getLong("since");
    recent = counts(carried.getJsonObject("recent"));
    older = counts(carried.getJsonObject("older"));
  }

  String next(QueueLine line) {
    ageTo(line.epoch());
    String key = String.join(":", line.call(), "" + line.epoch(), line.event(), line.agent());
    int ordinal = recent.getOrDefault(key, older.getOrDefault(key, 0));
    recent.put(key, ordinal + 1);
    return key + ":" + ordinal;
  }

  JsonObject carry() {
    return new JsonObject()
        .put("since", since)
        .put("recent", new JsonObject(new HashMap<>(recent)))
        .put("older", new JsonObject(new HashMap<>(older)));
  }

  private void ageTo(long epoch) {
    if (epoch >= since + GENERATION) {
      older = recent;
      recent = new HashMap<>();
      since = epoch;
    }
  }

  private static Map<String, Integer> counts(JsonObject carried) {
    var counts = new HashMap<String, Integer>();
    carried.forEach(key -> counts.put(key.getKey(), ((Number) key.getValue()).intValue()));
    return counts;
  }
}
