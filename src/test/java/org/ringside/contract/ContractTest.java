package org.ringside.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contract.Contract.map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
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
import org.ringside.account.Household;
import org.ringside.credential.TotpCodes;
import org.ringside.credential.WebhookSecret;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.oidc.FakeProvider;
import org.ringside.oidc.Traveller;
import org.ringside.source.Signed;

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
    contracted.get("/.well-known/jwks.json");
    organisations();
    people();
    screens();
    personalData();
    singleSignOn();
    contracted.get("/api/v1/audit?limit=5&act=account.invited");
    assertThat(contracted.proved()).containsExactlyInAnyOrderElementsOf(declared());
  }

  private void organisations() {
    var acme =
        new JsonObject().put("code", "acme").put("name", "Acme").put("zone", "Europe/Berlin");
    contracted.post("/api/v1/organisations", acme);
    contracted.post("/api/v1/organisations", acme);
    contracted.get("/api/v1/organisations");
    var anna = new JsonObject().put("login", "anna").put("name", "Anna Berg");
    contracted.post("/api/v1/organisations/{code}/administrators", anna, "acme");
    contracted.post("/api/v1/organisations/{code}/administrators", anna, "nobody");
  }

  private void personalData() {
    String retention = "/api/v1/organisation/retention";
    contracted.get(retention);
    var days = new JsonObject().put("sessionsDays", 30);
    contracted.call("PUT", retention, "application/json", days.encode());
    var agent = new JsonObject().put("agent", "1002");
    contracted.post("/api/v1/personal-data/export", agent);
    contracted.post("/api/v1/personal-data/export", new JsonObject().put("account", 999));
    var anonymise = agent.copy().put("reason", "asked for it");
    contracted.post("/api/v1/personal-data/anonymisation", anonymise);
    contracted.post("/api/v1/personal-data/anonymisation", anonymise.put("agent", "former-2"));
  }

  private void people() {
    var roles = new JsonArray().add(new JsonObject().put("role", "leader").put("team", "eagle"));
    var li = new JsonObject().put("login", "li").put("name", "李薇").put("roles", roles);
    JsonObject invited = contracted.post("/api/v1/people", li).json();
    contracted.post("/api/v1/people", li);
    String number = invited.getInteger("number").toString();
    contracted.get("/api/v1/people");
    contracted.get("/api/v1/people/{number}", number);
    String own = welcome(invited.getJsonObject("link").getString("token"));
    ownAccount(own);
    contracted.as(TestServer.TOKEN, Map.of());
    contracted.call("POST", "/api/v1/people/{number}/link", null, null, number);
    contracted.call("DELETE", "/api/v1/people/{number}/second-factor", null, null, number);
    contracted.call("DELETE", "/api/v1/people/{number}/sessions", null, null, number);
    var blocked = new JsonObject().put("name", "李薇").put("state", "blocked");
    contracted.call("PUT", "/api/v1/people/{number}", "application/json", blocked.encode(), number);
  }

  private void screens() {
    contracted.as(null, Map.of());
    JsonObject asked = contracted.post("/api/v1/pairings", new JsonObject()).json();
    var secret = new JsonObject().put("secret", asked.getString("secret"));
    contracted.post("/api/v1/pairings/claim", secret);
    contracted.post("/api/v1/pairings/claim", new JsonObject().put("secret", "unknown"));
    contracted.as(TestServer.TOKEN, Map.of());
    contracted.get("/api/v1/pairings/{code}", asked.getString("code"));
    contracted.get("/api/v1/pairings/{code}", "BBBBBBBB");
    var chosen = new JsonObject().put("show", "chosen").put("series", new JsonArray().add(1));
    var hall = new JsonObject().put("name", "Hall 2").put("site", "上海").put("playlist", chosen);
    var pair = hall.copy().put("code", asked.getString("code"));
    String number = contracted.post("/api/v1/screens", pair).json().getInteger("screen").toString();
    contracted.post("/api/v1/screens", pair);
    contracted.post("/api/v1/screens", hall);
    contracted.get("/api/v1/screens");
    contracted.as(null, Map.of());
    String first = Household.cookie(contracted.post("/api/v1/pairings/claim", secret));
    String second = renewed(first);
    renewed(second);
    contracted.as(null, cookie(first));
    contracted.call("POST", "/api/v1/screen/session", null, null);
    contracted.as(TestServer.TOKEN, Map.of());
    contracted.get("/api/v1/screens");
    var why = new JsonObject().put("why", "a test");
    contracted.post("/api/v1/screens/{screen}/alarm/settle", why, number);
    var all = new JsonObject().put("name", "Hall 3");
    contracted.call("PUT", "/api/v1/screens/{screen}", "application/json", all.encode(), number);
    contracted.post("/api/v1/screens/{screen}/revoke", why, number);
    contracted.call("PUT", "/api/v1/screens/{screen}", "application/json", all.encode(), number);
    contracted.post("/api/v1/screens/{screen}/revoke", why, "4711");
    contracted.get("/api/v1/screens");
  }

  private static Map<String, String> cookie(String screen) {
    return Map.of("Cookie", "ringside_screen=" + screen, "Ringside-Request", "1");
  }

  /** The next cookie of a screen. */
  private String renewed(String cookie) {
    contracted.as(null, cookie(cookie));
    return Household.cookie(contracted.call("POST", "/api/v1/screen/session", null, null));
  }

  /** Gives the access token of somebody who has signed in. */
  private String welcome(String link) {
    contracted.as(null, Map.of());
    contracted.post("/api/v1/welcome/look", new JsonObject().put("token", link));
    var use = new JsonObject().put("token", link).put("password", Household.PASSWORD);
    contracted.post("/api/v1/welcome", use);
    contracted.post("/api/v1/welcome", use);
    var signIn = new JsonObject().put("organisation", "ringside").put("login", "li");
    contracted.post("/api/v1/session", signIn.copy().put("password", "not my password"));
    signIn.put("password", Household.PASSWORD);
    Answer in = contracted.post("/api/v1/session", signIn);
    String cookie = cookie("/api/v1/session/refresh", Household.cookie(in));
    cookie("/api/v1/session/end", cookie);
    contracted.as(null, Map.of());
    return contracted.post("/api/v1/session", signIn).json().getString("accessToken");
  }

  /** Uses the cookie; gives the next one. */
  private String cookie(String path, String cookie) {
    contracted.as(null, Map.of("Cookie", "ringside_session=" + cookie, "Ringside-Request", "1"));
    return Household.cookie(contracted.call("POST", path, null, null));
  }

  private void ownAccount(String token) {
    contracted.as(token, Map.of());
    contracted.get("/api/v1/me");
    contracted.get("/api/v1/me/export");
    JsonArray sessions = contracted.get("/api/v1/me/sessions").items();
    String other = sessions.getJsonObject(1).getString("id");
    contracted.call("DELETE", "/api/v1/me/sessions/{id}", null, null, other);
    var change =
        new JsonObject().put("present", Household.PASSWORD).put("wanted", "eleven green lanterns");
    contracted.call("PUT", "/api/v1/me/password", "application/json", change.encode());
    String factor = "/api/v1/me/second-factor";
    String secret = contracted.call("POST", factor, null, null).json().getString("secret");
    var code = new JsonObject().put("code", TotpCodes.at(secret, Instant.now()));
    contracted.call("PUT", factor, "application/json", code.encode());
    var password = new JsonObject().put("password", "eleven green lanterns");
    contracted.call("DELETE", factor, "application/json", password.encode());
    contracted.call("DELETE", "/api/v1/me/sessions", null, null);
  }

  private void singleSignOn() {
    String path = "/api/v1/organisation/single-sign-on";
    contracted.get(path);
    try (var provider = new FakeProvider(Clock.systemUTC())) {
      contracted.call("PUT", path, "application/json", setup(provider).encode());
      contracted.get(path);
      contracted.call("POST", path + "/test", null, null);
      int number = signInBy(provider);
      contracted.as(TestServer.TOKEN, Map.of());
      String account = Integer.toString(number);
      contracted.call("DELETE", "/api/v1/people/{number}/single-sign-on", null, null, account);
      contracted.call("DELETE", "/api/v1/people/{number}/single-sign-on", null, null, account);
    }
    contracted.call("POST", path + "/test", null, null);
    contracted.call("DELETE", path, null, null);
  }

  private static JsonObject setup(FakeProvider provider) {
    var leader = new JsonObject().put("claim", "groups").put("value", "leaders");
    return new JsonObject()
        .put("issuer", provider.issuer())
        .put("clientId", FakeProvider.CLIENT)
        .put("clientSecret", FakeProvider.SECRET)
        .put("label", "Acme account")
        .put("newcomers", "made")
        .put("rules", new JsonArray().add(leader.put("role", "leader").put("team", "eagle")));
  }

  /** Comes twice, the second time with a second factor; gives the account's number. */
  private int signInBy(FakeProvider provider) {
    contracted.as(null, Map.of());
    contracted.get("/api/v1/session/ways?organisation=ringside");
    contracted.get("/api/v1/session/ways?organisation=nowhere");
    String own = cameBack(provider).json().getString("accessToken");
    contracted.as(own, Map.of());
    int number = contracted.get("/api/v1/me").json().getInteger("number");
    String factor = "/api/v1/me/second-factor";
    String secret = contracted.call("POST", factor, null, null).json().getString("secret");
    var before = new JsonObject().put("code", TotpCodes.at(secret, Instant.now().minusSeconds(30)));
    contracted.call("PUT", factor, "application/json", before.encode());
    assertThat(cameBack(provider).json().getString("code")).isEqualTo("SECOND_FACTOR_NEEDED");
    String path = "/api/v1/session/single-sign-on/code";
    contracted.post(path, new JsonObject().put("code", TotpCodes.at(secret, Instant.now())));
    contracted.post(path, new JsonObject().put("code", "000000"));
    return number;
  }

  private Answer cameBack(FakeProvider provider) {
    String path = "/api/v1/session/single-sign-on";
    contracted.as(null, Map.of());
    var start = new JsonObject().put("organisation", "ringside").put("then", "/wall");
    Answer started = contracted.post(path, start);
    var cookie = "ringside_sign_in=" + Household.cookie(started);
    contracted.as(null, Map.of("Cookie", cookie));
    URI address = Traveller.address(started);
    var person = new JsonObject().put("sub", "17").put("preferred_username", "lina");
    String code = provider.code(address, person.put("groups", "leaders"));
    return contracted.post(path + "/return", Traveller.found(address, code));
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
    signed();
    contracted.get("/api/v1/sources");
  }

  private void signed() {
    String path = "/api/v1/sources/{name}/secrets";
    String secret = contracted.call("POST", path, null, null, "crm-1").json().getString("secret");
    var own = new JsonObject().put("secret", WebhookSecret.fresh());
    contracted.post(path, own, "crm-1");
    contracted.post(path, own, "crm-1");
    contracted.post(path, new JsonObject().put("secret", "whsec_short"), "crm-1");
    JsonObject source = contracted.get("/api/v1/sources").items().getJsonObject(0);
    String hook = source.getString("hook").split("/", -1)[4];
    String body = fact("signed").put("source", "crm-1").encode();
    String facts = "/api/v1/hooks/{hook}/facts";
    contracted.as(null, Map.of("webhook-id", "msg_1"));
    contracted.call("POST", facts, "application/json", body, hook);
    contracted.as(null, Signed.headers(secret, "msg_1", Instant.now(), body));
    contracted.call("POST", facts, "application/json", body, hook);
    contracted.as(TestServer.TOKEN, Map.of());
    String hint = own.getString("secret").substring(0, 12);
    contracted.call("DELETE", path + "/{hint}", null, null, "crm-1", hint);
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
            .put("site", "上海")
            .put("audiences", discreet());
    String id = contracted.post("/api/v1/contests", contest).json().getString("id");
    contracted.post("/api/v1/contests", contest);
    contracted.get("/api/v1/contests?limit=1");
    contracted.get("/api/v1/contests/{id}", id);
    contracted.get("/api/v1/contests/{id}", "4711");
    contracted.call("POST", "/api/v1/contests/{id}/rebuild", null, null, id);
    contracted.get("/api/v1/contests/{id}/standings", id);
    contracted.get("/api/v1/contests/{id}/standings?around=1001&limit=1", id);
    contracted.get("/api/v1/contests/{id}/standings?cursor=no", id);
    String agent = new Household(server).moveIn("watcher", Household.role("agent"));
    contracted.as(agent, Map.of());
    Answer nameless = contracted.get("/api/v1/contests/{id}/standings", id);
    assertThat(nameless.items().getJsonObject(0).getString("name")).isNull();
    contracted.as(TestServer.TOKEN, Map.of());
  }

  /** Names nobody to the floor, and on walls the first three. */
  private static JsonObject discreet() {
    return new JsonObject()
        .put("floor", new JsonObject().put("names", "me"))
        .put("wall", new JsonObject().put("names", "top").put("top", 3));
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
