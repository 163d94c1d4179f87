package org.ringside.faults;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.ringside.ChildServer;

/**
 * Sends batches and keeps what is known of each fact. A batch without an answer has an unknown
 * outcome and is sent again with the same ids, until it is answered. Safe for threads.
 */
final class Attempts {
  private final ChildServer server;
  private final Queue<List<JsonObject>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  Attempts(ChildServer server) {
    this.server = server;
  }

  void offer(List<JsonObject> batch) {
    open.incrementAndGet();
    waiting.add(batch);
  }

  /** Batches that are not answered yet. */
  int open() {
    return open.get();
  }

  /** How often an outcome was unknown. */
  int unknown() {
    return unknown.get();
  }

  /** The highest acknowledged revision by source and id. */
  Map<String, Long> acknowledged() {
    return acknowledged;
  }

  /** Refusals, which this load gives no reason for. */
  Queue<String> refused() {
    return refused;
  }

  /** Sends what waits, for as long as asked. */
  void sendWhile(java.util.function.BooleanSupplier more) {
    while (more.getAsBoolean()) {
      List<JsonObject> batch = waiting.poll();
      if (batch == null) {
        LockSupport.parkNanos(2_000_000);
      } else if (!sent(batch)) {
        unknown.incrementAndGet();
        waiting.add(batch);
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private boolean sent(List<JsonObject> batch) {
    boolean asLines = batch.size() > 1_000;
    String body =
        asLines
            ? batch.stream().map(JsonObject::encode).collect(Collectors.joining("\n"))
            : new JsonArray(batch).encode();
    var request =
        server
            .request("/api/v1/facts")
            .header(
                "Content-Type",
                asLines ? "application/x-ndjson" : "application/cloudevents-batch+json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer = server.send(request);
      if (answer.statusCode() != 200) {
        return false;
      }
      note(batch, new JsonObject(answer.body()));
      return true;
    } catch (IOException outcomeUnknown) {
      return false;
    }
  }

  private void note(List<JsonObject> batch, JsonObject answer) {
    if (answer.getInteger("refused") > 0) {
      refused.add(answer.encode());
    }
    for (JsonObject fact : batch) {
      acknowledged.merge(
          fact.getString("source") + " " + fact.getString("id"),
          fact.getLong("revision"),
          Math::max);
    }
    open.decrementAndGet();
  }
}
