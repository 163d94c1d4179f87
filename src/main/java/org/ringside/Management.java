package org.ringside;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.ServerKnobs;

/** Metrics, health and readiness, on a port of its own, by default on loopback. */
final class Management {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /** HTTP/1.1 alone, as of the server itself, and no connection that nobody uses any more. */
  private static final HttpServerOptions OPTIONS =
      new HttpServerOptions()
          .setHttp2ClearTextEnabled(false)
          .setIdleTimeout(90)
          .setIdleTimeoutUnit(TimeUnit.SECONDS);

  private final Parts parts;
  private @Nullable HttpServer server;

  Management(Parts parts) {
    this.parts = parts;
  }

  /** Gives the port that it listens on. */
  Future<Integer> listen(int port) {
    return parts
        .vertx()
        .createHttpServer(OPTIONS)
        .requestHandler(this::answer)
        .listen(port, parts.settings().knobs().get(ServerKnobs.MANAGEMENT_HOST))
        .map(
            listening -> {
              server = listening;
              return listening.actualPort();
            });
  }

  private void answer(HttpServerRequest request) {
    var response = request.response();
    switch (Objects.requireNonNullElse(request.path(), "/")) {
      case "/metrics" ->
          response.putHeader("Content-Type", PROMETHEUS).end(parts.meters().scrape());
      case "/health" -> response.end(new JsonObject().put("status", "up").encode());
      case "/ready" -> {
        boolean ready = parts.scorer().ready();
        response
            .setStatusCode(ready ? 200 : 503)
            .end(new JsonObject().put("status", ready ? "ready" : "loading").encode());
      }
      default -> response.setStatusCode(404).end();
    }
  }

  Future<Void> close() {
    return server == null ? Future.succeededFuture() : server.close();
  }
}
