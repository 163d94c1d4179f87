package org.ringside.person;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param source number of the source
 * @param subject the agent as the source spells it
 * @param data canonical JSON
 */
record FactRow(
    long seq,
    Instant time,
    Instant received,
    int source,
    String id,
    long revision,
    String type,
    @Nullable String subject,
    String data) {

  JsonObject json(String sourceName) {
    return new JsonObject()
        .put("time", time.toString())
        .put("received", received.toString())
        .put("source", sourceName)
        .put("id", id)
        .put("revision", revision)
        .put("type", type)
        .put("subject", subject)
        .put("data", new JsonObject(data));
  }
}
