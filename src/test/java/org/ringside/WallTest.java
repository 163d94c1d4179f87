package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;

/**
 * The wall in a real browser against the real server and database. What is seen on it is tested by
 * {@code web/e2e/real.test.ts}, which asks here for a restart of the server when it wants one.
 */
class WallTest {
  /** Calls alone, so that everybody who has one is ranked. */
  private static final JsonObject RULES =
      new JsonObject(
          """
          {"name": "Calls", "direction": "out", "override": {"name": "test", "reason": "test"},
           "lines": [{"metric": "valid_calls", "conversion": {"kind": "per_unit", "points": "1"}}]}
          """);

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  @SuppressWarnings("NullAway.Init") // set before each
  private HttpServer switchboard;

  @BeforeEach
  void open() throws IOException {
    String lacking = BrowserRun.lacking();
    Assumptions.assumeTrue(lacking == null, lacking);
    server = TestServer.start(TestDatabase.fresh());
    switchboard = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    switchboard.createContext("/restart", this::restart);
    switchboard.start();
    playAWeek();
  }

  @AfterEach
  void close() {
    if (switchboard != null) {
      switchboard.stop(0);
      server.close();
    }
  }

  @Test
  void wall_shows_what_the_server_knows_as_it_moves_and_survives_a_restart() {
    BrowserRun.Outcome outcome =
        BrowserRun.of(
            "real.test.ts",
            Map.of(
                "RINGSIDE_URL",
                server.base().toString(),
                "RINGSIDE_TOKEN",
                TestServer.TOKEN,
                "RINGSIDE_RESTART",
                "http://127.0.0.1:" + switchboardPort() + "/restart"));
    assertThat(outcome.passed()).as(outcome.output()).isTrue();
    assertThat(outcome.output()).contains("real.test.ts").doesNotContain("skipped");
  }

  private int switchboardPort() {
    return switchboard.getAddress().getPort();
  }

  private void restart(HttpExchange exchange) throws IOException {
    try (exchange) {
      server.restartInPlace();
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void playAWeek() {
    server.put(
        "/api/v1/organisation",
        "application/json",
        new JsonObject().put("boards", "public").encode());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", RULES);
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.post("/api/v1/contests", Season.contest("month", "agent"));
    JsonObject receipt = server.facts(calls()).json();
    assertThat(receipt.getInteger("accepted")).as(receipt.encode()).isEqualTo(16);
  }

  /** Calls unevenly spread over four agents. */
  private static List<JsonObject> calls() {
    Instant now = Instant.now().minusSeconds(5);
    var calls = new ArrayList<JsonObject>();
    for (int i = 0; i < 16; i++) {
      calls.add(
          TestServer.fact(
              "call-" + i,
              "leg.ended",
              now,
              "ext-" + (i % 7 % 4 + 1),
              new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer")));
    }
    return calls;
  }
}
