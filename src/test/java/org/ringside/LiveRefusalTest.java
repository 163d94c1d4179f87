package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.board.LiveRoutes;
import org.ringside.board.Origins;
import org.ringside.db.TestDatabase;

/** Handshakes of live sockets that are refused, as they are seen on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveRefusalTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** A connection whose handshake was refused is of further use; the second request ends it. */
  private String refused(String handshake) {
    return RawRequest.exchange(
        server.base(),
        handshake + "GET /api/v1/build HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  @Test
  void page_behind_a_proxy_that_nobody_named_is_told_why_and_so_is_the_log() {
    String handshake =
        RawRequest.HANDSHAKE.replace(
            "Host: x", "Host: 10.0.0.5:8080\r\nOrigin: https://ringside.example");
    try (var log = new LogLines(Origins.class.getName())) {
      assertThat(refused(handshake))
          .startsWith("HTTP/1.1 403")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("\"code\":\"FOREIGN_ORIGIN\"")
          .contains("http://10.0.0.5:8080")
          .contains("https://ringside.example");
      assertThat(log.all()).singleElement().asString().contains("RINGSIDE_PUBLIC_URL");
    }
  }

  @Test
  void socket_at_another_address_is_a_problem_as_well() {
    assertThat(refused(RawRequest.HANDSHAKE.replace(LiveRoutes.PATH, "/api/v1/alive")))
        .startsWith("HTTP/1.1 404")
        .containsIgnoringCase("content-type: application/problem+json")
        .contains("\"code\":\"NOT_FOUND\"");
  }
}
