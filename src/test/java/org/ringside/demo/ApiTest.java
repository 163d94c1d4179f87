package org.ringside.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that waits for a server that is away or busy, and takes no for an answer. */
class ApiTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean wanted = new AtomicBoolean(true);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Api apiOf(Integer... statuses) {
    Deque<Integer> next = new ArrayDeque<>(List.of(statuses));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .setStatusCode(next.size() > 1 ? next.removeFirst() : next.getFirst())
                        .end(new JsonObject().put("path", request.path()).encode()))
            .listen(0)
            .await();
    return apiAt(server.actualPort());
  }

  private Api apiAt(int port) {
    return new Api(
        vertx, new HttpClientOptions(), URI.create("http://localhost:" + port), wanted::get);
  }

  @Test
  void aBusyServer_isAskedAgain() {
    assertThat(apiOf(503, 429, 500, 200).get("/api/v1/series", "token").getString("path"))
        .isEqualTo("/api/v1/series");
  }

  @Test
  void aRefusal_isNotAskedAgain() {
    Api api = apiOf(422, 200);

    assertThatThrownBy(() -> api.post("/api/v1/series", "token", new JsonObject()))
        .isInstanceOf(Api.Refused.class)
        .hasMessageContaining("422");
  }

  @Test
  void aServerThatIsAway_isNotWaitedForByWhoIsToldToStop() {
    wanted.set(false);
    Api api = apiAt(1);

    assertThatThrownBy(() -> api.get("/api/v1/series", "token")).isInstanceOf(Api.Stopped.class);
  }
}
