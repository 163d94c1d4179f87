package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.db.TestDatabase.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Admission;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Entrance;
import org.ringside.frame.HttpFrame;
import org.ringside.frame.Knobs;
import org.ringside.frame.LimitKnobs;
import org.ringside.frame.Limits;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.frame.Signatures;
import org.ringside.frame.UnprovenBodies;

/** How much of what nobody has proved is held at a time. */
class UnprovenBodiesTest {
  private static final int ROOM = 1000;
  private static final int SHARE = 950;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final UnprovenBodies unproven = new UnprovenBodies(ROOM, SHARE, meters);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server = serve(Duration.ofSeconds(30));

  private HttpServer serve(Duration patience) {
    var router = Router.router(TestDatabase.vertx());
    var source =
        Principal.of(1, "source:pbx", "pbx", Map.of(Permission.SEND_FACTS, Reach.EVERYWHERE));
    Signatures.Lock lock =
        (headers, body) -> {
          if (headers.contains("webhook-signature")) {
            return new Signatures.Signed(source, () -> {});
          }
          throw ProblemCode.UNAUTHENTICATED.because("Not signed.").refused();
        };
    new HttpFrame(
            router,
            new Admission(
                (token, toll) -> Future.failedFuture("nobody bears a token here"),
                (hook, toll) -> Future.succeededFuture(lock),
                new Limits(
                    Knobs.orCannotStart(Map.of(), LimitKnobs.ALL), Clock.systemUTC(), meters)),
            failure -> null,
            new Entrance(List.of(), Optional.empty()),
            patience,
            unproven)
        .mount(List.of(Endpoint.signed("/:hook", Permission.SEND_FACTS, Call::noContent)));
    return await(
        TestDatabase.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    client.close();
    await(server.close());
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/");
  }

  private double held() {
    return meters.get("ringside.requests.unproven.bytes").gauge().value();
  }

  private HttpResponse<String> send(int bytes, boolean signed) {
    return send("hook", bytes, signed);
  }

  private HttpResponse<String> send(String hook, int bytes, boolean signed) {
    var request =
        HttpRequest.newBuilder(base().resolve(hook))
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(bytes)));
    if (signed) {
      request.header("webhook-signature", "good");
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void bodies_that_wait_for_their_end_have_one_room_together() {
    try (var slow = new RawRequest(base())) {
      slow.send(
          "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n"
              + "x".repeat(ROOM - 100));
      TestServer.eventually("it is held", () -> held() == ROOM - 100);

      HttpResponse<String> refused = send("another", 101, true);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("2");
      assertThat(meters.get("ringside.requests.unproven.refused").counter().count()).isEqualTo(1);
      assertThat(send("another", 100, true).statusCode()).isEqualTo(204);
      assertThat(send(51, true).statusCode()).as("more than the address's share").isEqualTo(503);
      assertThat(send(50, true).statusCode()).isEqualTo(204);
      assertThat(held()).isEqualTo(ROOM - 100);
    }
    TestServer.eventually("it is let fall", () -> held() == 0);
    assertThat(send(SHARE, true).statusCode()).isEqualTo(204);
    assertThat(send(SHARE, false).statusCode()).isEqualTo(401);
    assertThat(held()).isZero();
  }

  @Test
  void body_that_is_given_up_makes_room() {
    await(server.close());
    server = serve(Duration.ofSeconds(1));
    try (var slow = new RawRequest(base())) {
      slow.send("POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(500));
      TestServer.eventually("it is held", () -> held() == 500);
      assertThat(slow.rest()).startsWith("HTTP/1.1 408");
      TestServer.eventually("it is let fall", () -> held() == 0);
    }
  }

  @Test
  void who_has_not_signed_is_not_told_to_bear_a_token() {
    assertThat(send(1, false).headers().firstValue("www-authenticate"))
        .hasValue("Standard-Webhooks");
  }
}
