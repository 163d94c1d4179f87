package org.ringside.fact;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;

/** How many facts of a request became what, and the first refusals. */
final class FactTotals {
  /** Refusals that an answer names; the rest is only counted. */
  static final int MAX_NAMED = 1000;

  private final EnumMap<Receipt.Outcome, Long> counts = new EnumMap<>(Receipt.Outcome.class);
  private final JsonArray refusals = new JsonArray();

  /**
   * @param index of the fact within the request, from 0
   */
  void count(long index, Receipt receipt) {
    counts.merge(receipt.outcome(), 1L, Long::sum);
    if (receipt.refused() != null && refusals.size() < MAX_NAMED) {
      refusals.add(receipt.toJson(index, true));
    }
  }

  /** How many were refused so far. */
  long refused() {
    return counts.getOrDefault(Receipt.Outcome.REFUSED, 0L);
  }

  JsonObject counts() {
    var json = new JsonObject();
    for (Receipt.Outcome outcome : Receipt.Outcome.values()) {
      json.put(outcome.wire(), counts.getOrDefault(outcome, 0L));
    }
    return json;
  }

  JsonObject withRefusals() {
    return counts().put("refusals", refusals);
  }
}
