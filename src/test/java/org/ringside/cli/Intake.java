package org.ringside.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * A server that keeps the intake's contract, and breaks it when told to: it answers with a status,
 * or takes facts and loses the answer.
 */
final class Intake implements AutoCloseable {
  static final int NO_TROUBLE = 0;
  static final int LOSE_THE_ANSWER = -1;

  final Map<String, JsonObject> facts = new LinkedHashMap<>();
  final List<String> requests = new ArrayList<>();
  final Queue<Integer> troubles = new ArrayDeque<>();
  private final HttpServer server;
  private String retryAfter = "";
  private String bearer = "secret";

  Intake() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Intake inTrouble(Integer... kinds) {
    troubles.addAll(List.of(kinds));
    return this;
  }

  Intake askingToWait(int seconds) {
    retryAfter = Integer.toString(seconds);
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      int trouble = troubles.isEmpty() ? NO_TROUBLE : troubles.remove();
      if (trouble > 0) {
        answer(exchange, trouble, problem(trouble));
      } else if (exchange.getRequestURI().getPath().equals("/api/v1/session/refresh")) {
        answer(exchange, 200, turnedOver(exchange));
      } else if (!("Bearer " + bearer)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, 401, problem(401));
      } else {
        JsonObject taken = take(exchange.getRequestURI().getPath(), body);
        if (trouble == NO_TROUBLE) {
          answer(exchange, 200, taken);
        }
      }
    }
  }

  /** From now on the access token that is in this answer is good, and no other. */
  private JsonObject turnedOver(HttpExchange exchange) {
    bearer += "+";
    String cookie = exchange.getRequestHeaders().getFirst("Cookie");
    exchange.getResponseHeaders().add("Set-Cookie", cookie + "+; Path=/api/v1/session");
    return new JsonObject().put("accessToken", bearer).put("expiresInSeconds", 600);
  }

  private JsonObject take(String path, String body) {
    return path.equals("/api/v1/facts")
        ? takeFacts(body.lines().toList())
        : new JsonObject().put("counts", new JsonObject().put("agent", added(body)));
  }

  private static JsonObject added(String roster) {
    return new JsonObject().put("added", roster.lines().count() - 1).put("changed", 0);
  }

  private JsonObject takeFacts(List<String> lines) {
    int accepted = 0;
    int duplicate = 0;
    var refusals = new JsonArray();
    for (int i = 0; i < lines.size(); i++) {
      var fact = new JsonObject(lines.get(i));
      JsonObject known = facts.putIfAbsent(fact.getString("id"), fact);
      if (known == null) {
        accepted++;
      } else if (known.equals(fact)) {
        duplicate++;
      } else {
        refusals.add(
            new JsonObject()
                .put("index", i)
                .put("id", fact.getString("id"))
                .put("code", "CONFLICT")
                .put("field", "id")
                .put("detail", "known with other content"));
      }
    }
    return new JsonObject()
        .put("accepted", accepted)
        .put("duplicate", duplicate)
        .put("replaced", 0)
        .put("superseded", 0)
        .put("refused", refusals.size())
        .put("refusals", refusals);
  }

  private static JsonObject problem(int status) {
    return new JsonObject().put("code", "TROUBLE").put("detail", "in trouble: " + status);
  }

  private void answer(HttpExchange exchange, int status, JsonObject body) throws IOException {
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
    }
    byte[] bytes = body.encode().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
