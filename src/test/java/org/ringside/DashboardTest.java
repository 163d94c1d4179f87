package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.db.TestDatabase;

/** Every query of the dashboards names metrics and labels that a running server shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before all
  private WebSocket socket;

  @BeforeAll
  void useEverything() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("week", "team"));
    server.facts(List.of(call("c1"), call("c1"), call("c2").put("revision", -1)));
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(server.base().toString().replace("http", "ws") + "/api/v1/live"),
                new WebSocket.Listener() {})
            .join();
    server.get("/api/v1/contests");
    server.post("/api/v1/contests/1/rebuild", new JsonObject());
    TestServer.eventually(
        "a checkpoint",
        () -> Exposition.of(server.metrics()).value("ringside_checkpoint_seconds_count") > 0);
  }

  @AfterAll
  void stop() {
    socket.abort();
    client.close();
    server.close();
  }

  /** Those of the HTTP server cost a client that comes too early its answer: see Server. */
  @Test
  void of_the_meters_of_vertx_only_those_of_pools_and_sql_are_on() {
    assertThat(server.metrics().lines().filter(line -> line.startsWith("vertx_")))
        .isNotEmpty()
        .allMatch(line -> line.matches("vertx_(pool|sql)_.*"));
  }

  @Test
  void dashboards_ask_for_what_the_server_shows() throws IOException {
    Exposition shown = Exposition.of(server.metrics());
    List<String> expressions = expressions();
    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(expressions)
        .allSatisfy(expression -> assertThat(shown.missing(expression)).as(expression).isEmpty());
  }

  @Test
  void query_for_another_name_label_or_value_is_found() {
    Exposition shown = Exposition.of(server.metrics());
    assertThat(shown.missing("sum by (outcome) (rate(ringside_facts_total[1m]))")).isEmpty();
    assertThat(shown.missing("rate(ringside_fact_total[1m])"))
        .containsExactly("ringside_fact_total");
    assertThat(shown.missing("sum by (result) (ringside_facts_total)"))
        .containsExactly("result of ringside_facts_total");
    assertThat(shown.missing("ringside_commit_seconds{quantile=\"0.42\"}"))
        .containsExactly("ringside_commit_seconds{quantile=\"0.42\"}");
    assertThat(shown.missing("ringside_commit_seconds_sum / ringside_commit_seconds_bucket"))
        .containsExactly("ringside_commit_seconds_bucket");
  }

  private static List<String> expressions() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(Path.of("grafana/dashboards"), "*.json")) {
      for (Path file : files) {
        collect(new JsonObject(Files.readString(file)).getMap(), found);
      }
    }
    return found;
  }

  private static void collect(Object node, List<String> found) {
    if (node instanceof java.util.Map<?, ?> map) {
      if (map.get("expr") instanceof String expression) {
        found.add(expression);
      }
      map.values().forEach(child -> collect(child, found));
    } else if (node instanceof List<?> list) {
      list.forEach(child -> collect(child, found));
    }
  }

  private static JsonObject call(String id) {
    Instant at = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var data = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
    return TestServer.fact(id, "leg.ended", at, "ext-1", data);
  }
}
