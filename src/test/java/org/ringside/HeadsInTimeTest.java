package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who owes a head, on real sockets and by a clock that is turned by hand. */
class HeadsInTimeTest {
  private static final Duration LONG_AFTER = Duration.ofMinutes(6);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final AtomicLong nanos = new AtomicLong();
  private final HeadsInTime heads = new HeadsInTime(Duration.ofSeconds(1), nanos::get);

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private HttpServer listen(Function<HttpServerRequest, Future<Boolean>> shake) {
    return vertx
        .createHttpServer()
        .connectionHandler(heads::opened)
        .requestHandler(
            HttpVerticle.requests(heads, shake, request -> request.response().end("others")))
        .listen(0)
        .await();
  }

  private static URI base(HttpServer server) {
    return URI.create("http://localhost:" + server.actualPort());
  }

  /** The first look notes that the answer is out; the second comes long after. */
  private void sweepTwice() {
    vertx.runOnContext(
        there -> {
          heads.sweep();
          nanos.addAndGet(LONG_AFTER.toNanos());
          heads.sweep();
        });
  }

  @Test
  void socket_that_is_refused_leaves_a_connection_that_owes_its_next_request() {
    HttpServer server = listen(request -> request.response().setStatusCode(404).end().map(false));
    try (var refused = new RawRequest(base(server))) {
      refused.send(RawRequest.HANDSHAKE);
      assertThat(refused.head()).startsWith("HTTP/1.1 404");
      sweepTwice();
      assertThat(refused.rest()).isEmpty();
    }
  }

  @Test
  void socket_that_is_taken_owes_no_request() {
    HttpServer server = listen(request -> request.toWebSocket().map(true));
    try (var live = new RawRequest(base(server))) {
      live.send(RawRequest.HANDSHAKE);
      assertThat(live.head()).startsWith("HTTP/1.1 101");
      sweepTwice();
      live.send("\u0088\u0082\0\0\0\0\u0003\u00e8"); // a close frame, 1000, masked with zeros
      assertThat(live.rest()).isEqualTo("\u0088\u0002\u0003\u00e8");
    }
  }
}
