package org.ringside.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** The same letters are the same name, however a system composes them (R8). */
class ComposedNamesTest {
  private static final String AGENT = "Zo\u00eb";
  private static final String QUEUE = "B\u00fcro";
  private static final String ROSTER =
      """
      {"teams": [{"id": "eagle"}], "queues": [{"queue": "%s", "team": "eagle"}],
       "agents": [{"id": "1001", "name": "Zoe", "aliases": [{"alias": "%s"}],
         "memberships": [{"team": "eagle"}]}]}
      """
          .formatted(QUEUE, AGENT);

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void agent_and_queue_spelled_decomposed_are_the_ones_of_the_roster() {
    assertThat(server.put("/api/v1/roster", "application/json", ROSTER).status()).isEqualTo(200);
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      String agent = Normalizer.normalize(AGENT, form);
      String queue = Normalizer.normalize(QUEUE, form);
      var call = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
      var offer = new JsonObject().put("queue", queue);
      assertThat(
              server
                  .facts(
                      List.of(
                          TestServer.fact("call " + form, "leg.ended", at, agent, call),
                          TestServer.fact("offer " + form, "contact.offered", at, null, offer)))
                  .json()
                  .getInteger("accepted"))
          .isEqualTo(2);
    }
    assertThat(counted("agent", "handled")).isEqualTo(2);
    assertThat(counted("team", "offered")).isEqualTo(2);
    assertThat(server.get("/api/v1/roster/unknown-agents").items()).isEmpty();
  }

  private int counted(String by, String metric) {
    String from = at.minus(1, ChronoUnit.DAYS).toString().substring(0, 10);
    String to = at.plus(2, ChronoUnit.DAYS).toString().substring(0, 10);
    return server
        .get(
            "/api/v1/reports/metrics?period=all&by=%s&metrics=%s&from=%s&to=%s"
                .formatted(by, metric, from, to))
        .items()
        .stream()
        .map(JsonObject.class::cast)
        .filter(row -> !row.getString("id").isEmpty())
        .mapToInt(row -> row.getInteger("numerator"))
        .sum();
  }
}
