package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;

/** The running server against its contract. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,李娜,eagle,上海,2020-01-01,,ext-1
      1002,王芳,eagle,上海,2020-01-01,,ext-2
      2001,张伟,thunder,北京,2020-01-01,,ext-3
      """;

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final ContractedServer contracted = new ContractedServer(server);

  @BeforeAll
  void roster() {
    contracted.call("PUT", "/api/v1/roster", "text/csv", ROSTER);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void every_operation_of_the_server_is_in_the_contract_and_the_other_way_round() {
    Set<String> served = new TreeSet<>();
    server.endpoints().forEach(endpoint -> served.add(spelling(endpoint)));
    assertThat(declared()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void every_query_parameter_of_the_server_is_in_the_contract_and_the_other_way_round() {
    var served = new TreeMap<String, Set<String>>();
    for (Endpoint endpoint : server.endpoints()) {
      served.put(spelling(endpoint), new TreeSet<>(endpoint.queries()));
    }
    assertThat(declaredQueries()).isEqualTo(served);
  }

  private static Map<String, Set<String>> declaredQueries() {
    Contract contract = Contract.openApi();
    var declared = new TreeMap<String, Set<String>>();
    for (String operation : declared()) {
      String[] words = operation.split(" ", -1);
      Map<String, Object> item = map(map(contract.tree().get("paths")).get(words[1]));
      Map<String, Object> details = map(item.get(words[0].toLowerCase(Locale.ROOT)));
      var names = new TreeSet<String>();
      Stream.of(item, details)
          .flatMap(node -> Contract.list(node.get("parameters")).stream())
          .map(contract::resolved)
          .filter(parameter -> "query".equals(parameter.get("in")))
          .forEach(parameter -> names.add(Contract.text(parameter, "name")));
      declared.put(operation, names);
    }
    return declared;
  }

  private static String spelling(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.path().replaceAll(":([a-z]+)", "{$1}");
  }

  @Test
  void query_parameter_that_there_is_not_is_refused_before_anything_is_done() {
    Answer answer = server.put("/api/v1/roster?dry_run=true", "text/csv", ROSTER);
    assertThat(answer.status()).isEqualTo(400);
    JsonObject fault = answer.json().getJsonArray("errors").getJsonObject(0);
    assertThat(fault.getString("field")).isEqualTo("dry_run");
    assertThat(fault.getString("example")).isEqualTo("dryRun");
  }

  @Test
  void every_reference_of_both_contracts_leads_somewhere() {
    for (Contract contract : List.of(Contract.openApi(), Contract.asyncApi())) {
      var references = new ArrayList<Map<String, Object>>();
      collect(contract.tree(), references);
      assertThat(references).isNotEmpty();
      assertThat(references)
          .allSatisfy(node -> assertThat(contract.resolved(node)).as("%s", node).isNotEmpty());
    }
  }

  @Test
  void every_operation_answers_as_its_contract_says() {
    sources();
    facts();
    contests();
    contracted.get("/api/v1/organisation");
    var zone = new JsonObject().put("name", "华东").put("dayStart", "04:00");
    contracted.call("PUT", "/api/v1/organisation", "application/json", zone.encode());
    contracted.get("/api/v1/metrics");
    contracted.get("/api/v1/roster");
    contracted.get("/api/v1/roster/unknown-agents");
    contracted.get("/api/v1/boards");
    contracted.get("/api/v1/build");
    contracted.get("/api/v1/openapi.yaml");
    contracted.get("/api/v1/asyncapi.yaml");
    contracted.get("/api/docs");
    contracted.get("/api/docs.css");
    reports();
    assertThat(contracted.proved()).containsExactlyInAnyOrderElementsOf(declared());
  }

  private void reports() {
    String path = "/api/v1/reports/metrics?by=team&metrics=handled,aht&period=";
    assertThat(contracted.get(path + "all").items()).isNotEmpty();
    contracted.get(path + "week");
    contracted.get(path + "year");
  }

  private void sources() {
    var source =
        new JsonObject().put("name", "crm-1").put("serviceFrom", "08:00").put("serviceTo", "20:00");
    contracted.post("/api/v1/sources", source);
    contracted.post("/api/v1/sources", source);
    Answer second = contracted.call("POST", "/api/v1/sources/{name}/keys", null, null, "crm-1");
    contracted.call("POST", "/api/v1/sources/{name}/keys", null, null, "crm-1");
    String hint = second.json().getString("key").substring(0, 12);
    contracted.call("DELETE", "/api/v1/sources/{name}/keys/{hint}", null, null, "crm-1", hint);
    contracted.post("/api/v1/sources/{name}/heartbeat", new JsonObject(), "crm-1");
    contracted.get("/api/v1/sources");
  }

  private void facts() {
    String one = fact("one").encode();
    contracted.call("POST", "/api/v1/facts", "application/cloudevents+json", one);
    contracted.call(
        "POST", "/api/v1/facts", "application/cloudevents+json", one.replace("61000", "7"));
    contracted.call(
        "POST",
        "/api/v1/facts",
        "application/cloudevents+json",
        one.replace("leg.ended", "leg.eaten"));
    var batch = new JsonArray().add(fact("two")).add(fact("three").put("subject", "ext-9"));
    contracted.call("POST", "/api/v1/facts", "application/cloudevents-batch+json", batch.encode());
    String lines = fact("four").encode() + "\n" + "not a fact\n";
    contracted.call("POST", "/api/v1/facts", "application/x-ndjson", lines);
    contracted.call("POST", "/api/v1/facts", "text/plain", lines);
    Answer refusals = contracted.get("/api/v1/sources/{name}/refusals", "pbx");
    assertThat(refusals.items()).isNotEmpty();
  }

  private static JsonObject fact(String id) {
    return TestServer.fact(
        id,
        "leg.ended",
        Instant.now().minusSeconds(60),
        "ext-1",
        new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer"));
  }

  private void contests() {
    contracted.post("/api/v1/rule-books", ruleBook());
    contracted.post("/api/v1/rule-books", ruleBook());
    contracted.post("/api/v1/rule-books", new JsonObject().put("name", "empty"));
    contracted.get("/api/v1/rule-books?limit=1");
    contracted.get("/api/v1/rule-books/{number}", "1");
    contracted.get("/api/v1/rule-books/{number}", "99");
    var series = new JsonObject().put("name", "周赛").put("ruleBook", 1);
    contracted.post("/api/v1/series", series);
    contracted.post("/api/v1/series", series);
    contracted.get("/api/v1/series");
    var contest =
        new JsonObject()
            .put("name", "节日赛")
            .put("cadence", "month")
            .put("competitors", "agent")
            .put("ruleBook", 1)
            .put("site", "上海");
    String id = contracted.post("/api/v1/contests", contest).json().getString("id");
    contracted.post("/api/v1/contests", contest);
    contracted.get("/api/v1/contests?limit=1");
    contracted.get("/api/v1/contests/{id}", id);
    contracted.get("/api/v1/contests/{id}", "4711");
    contracted.call("POST", "/api/v1/contests/{id}/rebuild", null, null, id);
    contracted.get("/api/v1/contests/{id}/standings", id);
    contracted.get("/api/v1/contests/{id}/standings?around=1001&limit=1", id);
    contracted.get("/api/v1/contests/{id}/standings?cursor=no", id);
  }

  private static JsonObject ruleBook() {
    return new JsonObject(
        """
        {"name": "Outbound", "direction": "out",
         "lines": [
           {"metric": "valid_calls", "conversion": {"kind": "per_unit", "points": "1"}, "cap": "50"},
           {"metric": "short_call_rate", "gate": {"metric": "handled", "minimum": 1},
            "conversion": {"kind": "linear", "floor": "0.2", "target": "0", "points": "10"}}],
         "gates": [{"metric": "valid_calls", "minimum": 1}],
         "tieBreak": "sales"}
        """);
  }

  private static Set<String> declared() {
    Set<String> declared = new TreeSet<>();
    map(Contract.openApi().tree().get("paths"))
        .forEach(
            (path, item) ->
                map(item).keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> declared.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return declared;
  }

  private static void collect(Object node, List<Map<String, Object>> references) {
    if (map(node).containsKey("$ref")) {
      references.add(map(node));
    }
    map(node).values().forEach(child -> collect(child, references));
    Contract.list(node).forEach(child -> collect(child, references));
  }
}
