package org.ringside.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/**
 * Somebody of a test's server who can be recognised wherever a name, a number, a spelling or a
 * device of hers stands: each has a canary in it. Others work beside her, one of whom has an
 * extension that once was hers.
 */
public final class Canary {
  public static final String CODE = "canary-4711";
  public static final String NAME = "Kanarienvogel Canary-Gelb";
  public static final String LOGIN = "canary.yellow@example.com";
  public static final String SHARED = "ext-9";

  /** Whatever of hers is looked for; no case. */
  public static final String MARK = "canary";

  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      canary-4711,Kanarienvogel Canary-Gelb,eagle,上海,2020-01-01,,canary-ext;canary-phone
      1001,李娜,eagle,上海,2020-01-01,,ext-1
      2001,张伟,thunder,上海,2020-01-01,,ext-3
      """;

  private final TestServer server;
  private final Household people;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);
  private String boss = "";
  private String own = "";
  private String key = "";
  private int account;

  public Canary(TestServer server) {
    this.server = server;
    this.people = new Household(server);
  }

  /** Administrator's access token. */
  public String boss() {
    return boss;
  }

  /** Her own access token. */
  public String own() {
    return own;
  }

  public int account() {
    return account;
  }

  public TestDatabase database() {
    return server.database();
  }

  /** Everything that can have something of hers has it. */
  public Canary moveIn() {
    good(
        server.put(
            "/api/v1/organisation",
            "application/json",
            new JsonObject().put("secondFactor", "offered").encode()));
    boss = people.moveIn("boss", Household.role("administrator"), Household.role("manager"));
    good(server.put("/api/v1/roster", "text/csv", ROSTER));
    sharedExtension();
    invite();
    singleSignOn();
    contests();
    facts();
    return this;
  }

  /** It was hers until an hour ago, and is somebody else's since. */
  private void sharedExtension() {
    String then = now.minusSeconds(3600).toString();
    var hers = new JsonObject().put("alias", SHARED).put("from", "2020-01-01").put("to", then);
    var his = new JsonObject().put("alias", SHARED).put("from", then);
    var agents =
        new JsonArray()
            .add(agent(CODE, "canary-ext", "canary-phone", hers))
            .add(agent("2001", "ext-3", his));
    var roster = new JsonObject().put("agents", agents).encode();
    good(server.put("/api/v1/roster", "application/json", roster));
  }

  private static JsonObject agent(String code, Object... aliases) {
    var all = new JsonArray();
    for (Object alias : aliases) {
      all.add(alias instanceof JsonObject ? alias : new JsonObject().put("alias", alias));
    }
    return new JsonObject().put("id", code).put("aliases", all);
  }

  private void invite() {
    var person = new JsonObject().put("login", LOGIN).put("name", NAME).put("agent", CODE);
    person.put("roles", new JsonArray().add(Household.role("agent")));
    JsonObject invited = good(as(boss, "POST", "/api/v1/people", person)).json();
    account = invited.getInteger("number");
    String link = invited.getJsonObject("link").getString("token");
    own = good(people.redeem(link, Household.PASSWORD)).json().getString("accessToken");
    var in = new JsonObject().put("login", LOGIN).put("password", Household.PASSWORD);
    good(
        server.send(
            server
                .request("/api/v1/session", null)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Canary-Phone 12")
                .POST(HttpRequest.BodyPublishers.ofString(in.encode()))));
    person.remove("login");
    person.put("reason", "canary-4711 wanted it, says " + NAME);
    good(as(boss, "PUT", "/api/v1/people/" + account, person));
  }

  /** A provider knows her, too. */
  private void singleSignOn() {
    var provider =
        new JsonObject()
            .put("issuer", "https://login.example")
            .put("clientId", "ringside")
            .put("clientSecret", "of a provider that there is not")
            .put("label", "Example account")
            .put("login", "preferred_username");
    good(as(boss, "PUT", "/api/v1/organisation/single-sign-on", provider));
    server
        .database()
        .asSuperuser(
            "insert into account_identity (organisation, issuer, subject, account, linked_at)"
                + " values (1, 'https://login.example', 'canary-subject', %d, now())"
                    .formatted(account));
  }

  private void contests() {
    var line =
        new JsonObject()
            .put("metric", "valid_calls")
            .put("conversion", new JsonObject().put("kind", "per_unit").put("points", "1"));
    var override = new JsonObject().put("name", NAME).put("reason", NAME + " says so");
    var rules =
        new JsonObject()
            .put("name", "Rules")
            .put("direction", "out")
            .put("override", override)
            .put("lines", new JsonArray().add(line));
    good(as(boss, "POST", "/api/v1/rule-books", rules));
    for (String competitors : List.of("agent", "team")) {
      var contest =
          new JsonObject().put("name", "Week").put("ruleBook", 1).put("competitors", competitors);
      good(as(boss, "POST", "/api/v1/contests", contest));
    }
    var series = new JsonObject().put("name", "Listed").put("ruleBook", 1).put("cadence", "month");
    series.put("competitors", "agent").put("listed", new JsonArray().add(CODE).add("1001"));
    good(as(boss, "POST", "/api/v1/series", series));
  }

  private void facts() {
    var source = new JsonObject().put("name", "pbx");
    key = good(as(boss, "POST", "/api/v1/sources", source)).json().getString("key");
    var facts = new ArrayList<JsonObject>();
    for (int i = 0; i < 3; i++) {
      facts.add(call("hers-" + i, "canary-ext", 0));
      facts.add(call("shared-hers-" + i, SHARED, 2 * 3600));
      facts.add(call("shared-his-" + i, SHARED, 0));
    }
    facts.add(call("1700000000.1:AGENT:" + CODE + ":0", CODE, 0));
    facts.add(call("others", "ext-1", 0));
    var aside = call("aside", "ext-1", 0);
    aside.getJsonObject("data").put("colleague", CODE).put("note", "with " + NAME + ".");
    facts.add(aside);
    facts.add(closed("case-one", CODE, "canary-ext"));
    facts.add(closed("case-two", "canary-ext", "canary-ext"));
    facts.add(call("stranger", LOGIN, 0));
    facts.add(call("bad:canary-ext", "canary-ext", 0).put("type", "nonsense"));
    good(send(facts));
    good(send(List.of(call("hers-0", "canary-ext", 0).put("revision", 1))));
  }

  /** A call of whomever the source means, so many seconds before the canary's last. */
  public JsonObject call(String id, String subject, int before) {
    var data = new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer");
    data.put("direction", "out");
    return TestServer.fact(id, "leg.ended", now.minusSeconds(before), subject, data);
  }

  private JsonObject closed(String id, String first, String by) {
    var data = new JsonObject().put("case_id", id).put("first_owner", first).put("closed_by", by);
    return TestServer.fact(id, "case.closed", now, "ext-1", data);
  }

  public Answer send(List<JsonObject> facts) {
    return server.send(
        server
            .request("/api/v1/facts", key)
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(HttpRequest.BodyPublishers.ofString(new JsonArray(facts).encode())));
  }

  public Answer anonymise(String reason) {
    return as(
        boss,
        "POST",
        "/api/v1/personal-data/anonymisation",
        new JsonObject().put("agent", CODE).put("reason", reason));
  }

  public Answer as(String token, String method, String path, @Nullable JsonObject body) {
    return people.send(method, path, token, body);
  }

  /**
   * Rows of any table in which she can be recognised, but for those that are asked to be left out.
   */
  public static List<String> seen(TestDatabase database) {
    var seen = new ArrayList<String>();
    for (var table :
        database.asOwner(
            "select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace"
                + " and c.relkind in ('r', 'p') and not c.relispartition")) {
      String name = table.getString(0);
      for (var row : database.asOwner("select t::text from \"" + name + "\" t")) {
        if (row.getString(0).toLowerCase(Locale.ROOT).contains(MARK)) {
          seen.add(name + ": " + row.getString(0));
        }
      }
    }
    return seen;
  }

  private static Answer good(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer;
  }
}
