package org.ringside.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.credential.TotpCodes;
import org.ringside.screen.Display;

/**
 * An organisation of a test's server with one of everything: a floor, a source, a rule book, two
 * contests (one more by a series), facts that count, facts that were refused, people, and a screen.
 * Whatever can have a name has one with the organisation's mark in it.
 */
public final class Neighbour {
  public static final String CODE_OF_FIRST = "ringside";

  private final TestServer server;
  private final Household people;
  private final String code;
  private final String mark;
  private String boss = "";
  private String sourceKey = "";
  private @Nullable Display wall;

  /**
   * @param code of the organisation, which is founded unless it is the first one's
   */
  public Neighbour(TestServer server, String code, String mark) {
    this.server = server;
    this.people = new Household(server);
    this.code = code;
    this.mark = mark;
  }

  /** Access token of an administrator who is manager as well. */
  public String boss() {
    return boss;
  }

  public String sourceKey() {
    return sourceKey;
  }

  public String source() {
    return "pbx-" + mark;
  }

  /** Founds it, and moves everything in. */
  public Neighbour moveIn() {
    if (!code.equals(CODE_OF_FIRST)) {
      server.post(
          "/api/v1/organisations",
          new JsonObject().put("code", code).put("name", "Organisation " + mark));
    }
    admit();
    floor();
    contests();
    facts();
    person();
    screen();
    singleSignOn();
    return this;
  }

  private void admit() {
    var administrator = new JsonObject().put("login", "boss-" + mark).put("name", "Boss " + mark);
    Answer invited =
        good(server.post("/api/v1/organisations/" + code + "/administrators", administrator));
    Answer in = good(people.redeem(link(invited), Household.PASSWORD));
    boss = in.json().getString("accessToken");
    String secret =
        good(as(boss, "POST", "/api/v1/me/second-factor", null)).json().getString("secret");
    var digits = new JsonObject().put("code", TotpCodes.at(secret, Instant.now()));
    good(as(boss, "PUT", "/api/v1/me/second-factor", digits));
    var both = new JsonArray().add(Household.role("administrator")).add(Household.role("manager"));
    int number = invited.json().getInteger("number");
    var roles = new JsonObject().put("name", "Boss " + mark).put("roles", both);
    good(as(boss, "PUT", "/api/v1/people/" + number, roles));
  }

  /** The secret of a one-time link. */
  public static String link(Answer answer) {
    return answer.json().getJsonObject("link").getString("token");
  }

  private void floor() {
    var settings = new JsonObject().put("name", "Organisation " + mark);
    good(as(boss, "PUT", "/api/v1/organisation", settings.put("secondFactor", "offered")));
    var table =
        """
        agent,name,team,site,from,to,aliases
        1001,Agent %1$s,team-%1$s,site-%1$s,2020-01-01,,ext-1
        2001-%1$s,Another %1$s,other-%1$s,site-%1$s,2020-01-01,,ext-2
        """
            .formatted(mark);
    good(
        server.send(
            server
                .request("/api/v1/roster", boss)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofString(table))));
  }

  private void contests() {
    var override = new JsonObject().put("name", "Boss " + mark).put("reason", "a test " + mark);
    var line =
        new JsonObject()
            .put("metric", "valid_calls")
            .put("conversion", new JsonObject().put("kind", "per_unit").put("points", "1"));
    var rules =
        new JsonObject()
            .put("name", "Rules " + mark)
            .put("direction", "out")
            .put("override", override)
            .put("lines", new JsonArray().add(line));
    int book = good(as(boss, "POST", "/api/v1/rule-books", rules)).json().getInteger("number");
    var contest = new JsonObject().put("name", "Contest " + mark).put("ruleBook", book);
    good(as(boss, "POST", "/api/v1/contests", contest));
    good(as(boss, "POST", "/api/v1/contests", contest.copy().put("competitors", "agent")));
    good(as(boss, "POST", "/api/v1/series", contest.copy().put("name", "Series " + mark)));
  }

  private void facts() {
    var source = new JsonObject().put("name", source());
    sourceKey = good(as(boss, "POST", "/api/v1/sources", source)).json().getString("key");
    var facts = new JsonArray().add(call("one", "ext-1")).add(call("two", "ext-2"));
    facts.add(call("three", "stranger-" + mark));
    facts.add(call("bad-" + mark, "ext-1").put("type", "nonsense." + mark));
    good(send(facts));
  }

  /** Sends facts with the source's key. */
  public Answer send(JsonArray facts) {
    return server.send(
        server
            .request("/api/v1/facts", sourceKey)
            .header("Content-Type", "application/cloudevents-batch+json")
            .POST(HttpRequest.BodyPublishers.ofString(facts.encode())));
  }

  /** A call a minute ago of somebody whom the source calls so. */
  public JsonObject call(String id, String subject) {
    var data = new JsonObject().put("talk_ms", 61_000).put("ended_by", "customer");
    return TestServer.fact(id, "leg.ended", Instant.now().minusSeconds(60), subject, data)
        .put("source", source());
  }

  /** With a provider that nobody asks. */
  private void singleSignOn() {
    var setup =
        new JsonObject()
            .put("issuer", "https://login.example/" + mark)
            .put("clientId", "ringside")
            .put("client", "public")
            .put("label", "Account of " + mark);
    good(as(boss, "PUT", "/api/v1/organisation/single-sign-on", setup));
  }

  private void person() {
    var agent =
        new JsonObject()
            .put("login", "agent-" + mark)
            .put("name", "Person " + mark)
            .put("agent", "1001")
            .put("roles", new JsonArray().add(Household.role("agent")));
    good(as(boss, "POST", "/api/v1/people", agent));
  }

  private void screen() {
    var settings = Display.settings(null, Display.everything()).put("name", "Screen " + mark);
    wall = Display.paired(server, boss, settings);
  }

  /** That is paired. */
  public Display wall() {
    return Objects.requireNonNull(wall, "moved in");
  }

  public Answer as(String token, String method, String path, @Nullable JsonObject body) {
    return people.send(method, path, token, body);
  }

  /** What stands under a key in each item of a list. */
  public List<String> all(String path, String key) {
    var found = new ArrayList<String>();
    for (Object item : good(people.get(path, boss)).items()) {
      found.add(String.valueOf(((JsonObject) item).getValue(key)));
    }
    return found;
  }

  private static Answer good(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
