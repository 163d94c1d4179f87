package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.db.TestDatabase;

/** Requests that are slow, swollen or say two things at once, on real sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestLimitsTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh(), Map.of("RINGSIDE_REQUEST_PATIENCE", "1"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String exchange(String... lines) {
    return RawRequest.exchange(server.base(), String.join("\r\n", lines) + "\r\n\r\n");
  }

  private static String post(String path, String... headers) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + TestServer.TOKEN
        + "\r\nContent-Type: application/json\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  @Test
  void head_that_comes_byte_by_byte_is_not_waited_for() {
    try (var slow = new RawRequest(server.base())) {
      assertThat(slow.trickle("GET /wall HTTP/1.1\r\nHost: x\r\n" + "X-Slow: 1\r\n".repeat(99)))
          .isEmpty();
    }
  }

  @Test
  void connection_that_asks_nothing_is_not_kept() {
    try (var silent = new RawRequest(server.base())) {
      assertThat(silent.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sources", "/api/v1/series"})
  void body_that_comes_byte_by_byte_is_given_up_with_a_reason(String path) {
    try (var slow = new RawRequest(server.base())) {
      slow.send(post(path, "Content-Length: 1000\r\n"));
      String answer = slow.trickle("{\"name\":\"" + "a".repeat(900));
      assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"TOO_SLOW\"");
    }
  }

  @Test
  void body_that_stops_is_given_up_too() {
    try (var stopped = new RawRequest(server.base())) {
      stopped.send(post("/api/v1/sources", "Content-Length: 1000\r\n") + "{\"name\":");
      assertThat(stopped.rest()).startsWith("HTTP/1.1 408");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/sources", "/api/v1/facts", "/api/v1/hooks/none/facts"})
  void who_may_not_come_in_is_told_so_before_the_body_and_not_waited_for(String path) {
    try (var refused = new RawRequest(server.base())) {
      refused.send(
          "POST "
              + path
              + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer nonsense\r\n"
              + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
      assertThat(refused.rest()).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void body_has_a_second_more_for_every_sixteen_kibibytes() {
    try (var steady = new RawRequest(server.base());
        var silent = new RawRequest(server.base())) {
      String body = "{\"name\":\"" + "a".repeat(100_000);
      steady.send(post("/api/v1/sources", "Content-Length: 100011\r\n", "Connection: close\r\n"));
      steady.send(body);
      assertThat(silent.rest()).isEmpty(); // by now a body of a few bytes would have been given up
      steady.send("\"}");
      assertThat(steady.rest()).startsWith("HTTP/1.1 400").contains("\"field\":\"name\"");
    }
  }

  @Test
  void live_socket_outlives_the_patience_for_requests() {
    try (var live = new RawRequest(server.base())) {
      live.send(RawRequest.HANDSHAKE);
      try (var silent = new RawRequest(server.base())) {
        assertThat(silent.rest()).isEmpty(); // by now a connection without a request is gone
      }
      live.send("\u0088\u0082\0\0\0\0\u0003\u00e8"); // a close frame, 1000, masked with zeros
      assertThat(live.rest()).startsWith("HTTP/1.1 101").contains("\u0088\u0002\u0003\u00e8");
    }
  }

  @Test
  void head_of_more_than_eight_kibibytes_is_refused() {
    assertThat(exchange("GET /wall HTTP/1.1", "Host: x", "X-Large: " + "a".repeat(9000)))
        .startsWith("HTTP/1.1 431")
        .contains("Content-Security-Policy: default-src 'none'", "X-Frame-Options: DENY");
    assertThat(
            exchange("GET /wall HTTP/1.1", "Host: x", "X-Many: a\r\n".repeat(1000) + "X-Last: a"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void address_of_more_than_four_kibibytes_is_refused() {
    assertThat(exchange("GET /" + "a".repeat(5000) + " HTTP/1.1", "Host: x"))
        .matches("(?s)HTTP/1.[01] 414 .*"); // its version was not read any more
  }

  @Test
  void two_lengths_are_refused() {
    assertThat(
            RawRequest.exchange(
                server.base(),
                post("/api/v1/sources", "Content-Length: 2\r\n", "Content-Length: 3\r\n") + "{} "))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void length_beside_chunks_is_refused() {
    String smuggled = "0\r\n\r\nGET /api/v1/build HTTP/1.1\r\nHost: x\r\n\r\n";
    assertThat(
            RawRequest.exchange(
                server.base(),
                post(
                        "/api/v1/sources",
                        "Content-Length: " + smuggled.length() + "\r\n",
                        "Transfer-Encoding: chunked\r\n")
                    + smuggled))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("HTTP/1.1 200");
  }

  @Test
  void packed_body_is_refused_and_not_misread() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"name\":\"packed\"}".getBytes(StandardCharsets.UTF_8));
    }
    for (String path : new String[] {"/api/v1/sources", "/api/v1/facts"}) {
      var answer =
          server.send(
              server
                  .request(path, TestServer.TOKEN)
                  .header("Content-Type", "application/json")
                  .header("Content-Encoding", "gzip")
                  .POST(BodyPublishers.ofByteArray(packed.toByteArray())));
      assertThat(answer.status()).as(path).isEqualTo(415);
      assertThat(answer.json().getString("detail")).contains("without a Content-Encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"name\":\"x\"} {}",
        "{\"name\":\"x\"} // why",
        "{\"name\":NaN}",
        "[]",
        "null",
        "",
        "{\"name\":\"x\",}",
        "{'name':'x'}"
      })
  void body_that_is_not_one_well_formed_object_is_refused(String body) {
    var answer = server.post("/api/v1/sources", "application/json", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("code")).isEqualTo("BAD_JSON");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1_000, 100_000})
  void body_that_is_nested_deeper_than_anything_of_ours_is_refused(int depth) {
    String deep = "{\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    var answer = server.post("/api/v1/sources", "application/json", deep);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("code")).isEqualTo("BAD_JSON");
  }

  @Test
  void body_of_sixty_four_levels_is_read() {
    String deep = "{\"name\":" + "[".repeat(63) + "]".repeat(63) + "}";
    var answer = server.post("/api/v1/sources", "application/json", deep);
    assertThat(answer.json().getString("code")).isEqualTo("BAD_INPUT");
  }

  @Test
  void fact_that_is_nested_deeper_than_a_fact_is_refused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    var answer = server.post("/api/v1/facts", "application/cloudevents-batch+json", deep);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("code")).isEqualTo("BAD_JSON");
  }
}
