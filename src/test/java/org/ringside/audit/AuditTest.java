package org.ringside.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.cookie;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.account.Neighbour;
import org.ringside.credential.TotpCodes;
import org.ringside.db.TestDatabase;

/** Every act is in the log with who, before and after; what was refused is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
  private static final String JSON = "application/json";
  private static final String CHOSEN = "eleven green lanterns";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);

  @BeforeAll
  void floor() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** The newest entry of that act. */
  private JsonObject newest(String act) {
    JsonArray found = server.get("/api/v1/audit?limit=1&act=" + act).items();
    assertThat(found).as(act).hasSize(1);
    return found.getJsonObject(0);
  }

  private static void assertActor(JsonObject entry, String actor, String subject) {
    assertThat(entry.getString("actor")).as(entry.encode()).isEqualTo(actor);
    assertThat(entry.getString("subject")).as(entry.encode()).isEqualTo(subject);
  }

  private int number(String token) {
    return people.get("/api/v1/me", token).json().getInteger("number");
  }

  private static void good(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  @Test
  void invitation_and_change_of_roles_with_its_reason() {
    String token = people.moveIn("invited", role("agent"));
    String account = "account:" + number(token);
    JsonObject invited = newest("account.invited");
    assertActor(invited, "bootstrap", account);
    assertThat(invited.getValue("before")).isNull();
    assertThat(invited.getJsonObject("after").getString("login")).isEqualTo("invited");
    assertActor(newest("password.chosen"), account, account);

    var change = new JsonObject().put("name", "Else").put("reason", "moved to another team");
    change.put("roles", new JsonArray().add(role("leader").put("team", "eagle")));
    good(server.put("/api/v1/people/" + number(token), JSON, change.encode()));

    JsonObject changed = newest("account.changed");
    assertActor(changed, "bootstrap", account);
    assertThat(changed.getString("reason")).isEqualTo("moved to another team");
    assertThat(changed.getJsonObject("before").getJsonArray("roles").encode())
        .isEqualTo("[{\"role\":\"agent\",\"site\":null,\"team\":null}]");
    assertThat(changed.getJsonObject("after").getJsonArray("roles").encode())
        .isEqualTo("[{\"role\":\"leader\",\"site\":null,\"team\":\"eagle\"}]");
    assertThat(changed.getString("address")).isEqualTo("127.0.0.1");
    assertThat(changed.getString("at")).isEqualTo(clock.instant().toString());
  }

  @Test
  void session_from_beginning_to_end() {
    String account = "account:" + number(people.moveIn("sitting", role("agent")));
    Answer in = people.signIn("sitting", PASSWORD);
    String session =
        people.get("/api/v1/me", in.json().getString("accessToken")).json().getString("session");
    assertActor(newest("session.opened"), account, session);
    good(people.signOut(cookie(in)));
    assertActor(newest("session.ended"), account, session);

    String other = people.signIn("sitting", PASSWORD).json().getString("accessToken");
    good(people.send("DELETE", "/api/v1/me/sessions", other, null));
    assertActor(newest("session.ended-everywhere"), account, account);
  }

  @Test
  void link_and_the_end_of_somebody_s_sessions_are_the_administrator_s_acts() {
    String token = people.moveIn("forgetful", role("agent"));
    int number = number(token);
    good(server.post("/api/v1/people/" + number + "/link", new JsonObject()));
    assertActor(newest("account.link-made"), "bootstrap", "account:" + number);
    good(people.send("DELETE", "/api/v1/people/" + number + "/sessions", TestServer.TOKEN, null));
    assertActor(newest("session.ended-everywhere"), "bootstrap", "account:" + number);
  }

  @Test
  void who_is_blocked_is_signed_out_by_the_system() {
    int number = number(people.moveIn("blocked", role("agent")));
    var blocked = new JsonObject().put("name", "B").put("state", "blocked");
    good(server.put("/api/v1/people/" + number, JSON, blocked.encode()));
    assertActor(newest("session.ended-everywhere"), "system", "account:" + number);
    assertThat(newest("account.changed").getJsonObject("before").getString("state"))
        .isEqualTo("active");
    assertThat(newest("account.changed").getJsonObject("after").getString("state"))
        .isEqualTo("blocked");
  }

  @Test
  void password_and_second_factor_are_the_owner_s_acts() {
    String token = people.moveIn("careful", role("agent"));
    String account = "account:" + number(token);
    String secret = setUp(token);
    assertThat(secret).isNotEmpty();
    assertActor(newest("second-factor.set"), account, account);
    good(
        people.send(
            "DELETE",
            "/api/v1/me/second-factor",
            token,
            new JsonObject().put("password", PASSWORD)));
    assertActor(newest("second-factor.removed"), account, account);
    good(change(token));
    assertActor(newest("password.changed"), account, account);
  }

  private Answer change(String token) {
    var body = new JsonObject().put("present", PASSWORD).put("wanted", CHOSEN);
    return people.send("PUT", "/api/v1/me/password", token, body);
  }

  private String setUp(String token) {
    Answer offered = people.send("POST", "/api/v1/me/second-factor", token, null);
    String secret = offered.json().getString("secret");
    var code = new JsonObject().put("code", TotpCodes.at(secret, clock.instant()));
    good(people.send("PUT", "/api/v1/me/second-factor", token, code));
    return secret;
  }

  @Test
  void source_and_its_keys() {
    var source = new JsonObject().put("name", "audited");
    String key = server.post("/api/v1/sources", source).json().getString("key");
    String hint = key.substring(0, 12);
    JsonObject registered = newest("source.registered");
    assertActor(registered, "bootstrap", "audited");
    assertThat(registered.getJsonObject("after").getString("wrapUp")).isEqualTo("inside");
    assertThat(newest("source-key.made").getJsonObject("after").getString("hint")).isEqualTo(hint);

    good(server.post("/api/v1/sources", source.copy().put("wrapUp", "apart")));
    JsonObject changed = newest("source.changed");
    assertThat(changed.getJsonObject("before").getString("wrapUp")).isEqualTo("inside");
    assertThat(changed.getJsonObject("after").getString("wrapUp")).isEqualTo("apart");

    String path = "/api/v1/sources/audited/keys/" + hint;
    good(people.send("DELETE", path, TestServer.TOKEN, null));
    JsonObject revoked = newest("source-key.revoked");
    assertActor(revoked, "bootstrap", "audited");
    assertThat(revoked.getJsonObject("before").getString("hint")).isEqualTo(hint);
  }

  @Test
  void roster_and_organisation() {
    good(server.put("/api/v1/roster", "text/csv", Season.ROSTER + "3001,赵敏,eagle,上海,,,\n"));
    JsonObject roster = newest("roster.changed");
    assertActor(roster, "bootstrap", "roster");
    assertThat(roster.getJsonObject("after").encode()).contains("3001");

    var settings = new JsonObject().put("name", "Renamed");
    good(server.put("/api/v1/organisation", JSON, settings.encode()));
    JsonObject renamed = newest("organisation.changed");
    assertActor(renamed, "bootstrap", "ringside");
    assertThat(renamed.getJsonObject("before").getString("name")).isNotEqualTo("Renamed");
    assertThat(renamed.getJsonObject("after").getString("name")).isEqualTo("Renamed");
  }

  @Test
  void settings_that_book_the_whole_log_anew() {
    good(server.put("/api/v1/organisation", JSON, "{\"missedRingMs\": 4000}"));
    JsonObject changed = newest("organisation.changed");
    assertActor(changed, "bootstrap", "ringside");
    assertThat(changed.getJsonObject("after").getInteger("missedRingMs")).isEqualTo(4000);
  }

  @Test
  void rule_book_and_contest_of_a_person() {
    good(server.put("/api/v1/organisation", JSON, "{\"secondFactor\": \"offered\"}"));
    String boss = people.moveIn("boss", role("manager"));
    String account = "account:" + number(boss);

    good(people.send("POST", "/api/v1/rule-books", boss, Season.rules().put("name", "Mine")));
    JsonObject added = newest("rule-book.added");
    assertThat(added.getString("actor")).isEqualTo(account);
    assertThat(added.getJsonObject("after").getString("name")).isEqualTo("Mine");

    var contest = Season.contest("month", "agent");
    String id = people.send("POST", "/api/v1/contests", boss, contest).json().getString("id");
    JsonObject opened = newest("contest.opened");
    assertActor(opened, account, "contest:" + id);
    assertThat(opened.getJsonObject("after").getString("name")).isEqualTo("month of agent");
  }

  @Test
  void series_of_a_person_opens_contests_by_the_system() {
    var series = Season.contest("week", "agent");
    int number = server.post("/api/v1/series", series).json().getInteger("number");
    JsonObject opened = newest("series.opened");
    assertActor(opened, "bootstrap", "series:" + number);
    assertThat(opened.getJsonObject("after").getString("cadence")).isEqualTo("week");
    int before = opened("system");
    assertThat(before).isPositive();

    clock.turn(Duration.ofDays(7));

    TestServer.eventually("next week's is opened", () -> opened("system") > before);
    assertThat(newest("contest.opened").getJsonObject("after").getInteger("series"))
        .isEqualTo(number);
  }

  private int opened(String actor) {
    return server.get("/api/v1/audit?act=contest.opened&actor=" + actor).items().size();
  }

  @Test
  void refused_act_leaves_no_entry() {
    people.moveIn("there", role("agent"));
    good(server.post("/api/v1/sources", new JsonObject().put("name", "full")));
    good(server.post("/api/v1/sources/full/keys", new JsonObject()));
    good(server.post("/api/v1/contests", Season.contest("week", "team")));
    long before = head();
    var refused =
        List.of(
            people.invite("there", role("agent")),
            people.invite("nobody", role("emperor")),
            server.put("/api/v1/people/999", JSON, "{\"name\": \"Nobody\"}"),
            server.post("/api/v1/people/999/link", new JsonObject()),
            server.put("/api/v1/roster", "text/csv", "agent,nonsense\n1,2\n"),
            server.put("/api/v1/organisation", JSON, "{\"zone\": \"Mars/Olympus\"}"),
            server.post("/api/v1/sources/full/keys", new JsonObject()),
            people.send("DELETE", "/api/v1/sources/full/keys/x", TestServer.TOKEN, null),
            server.post("/api/v1/contests", Season.contest("week", "team")),
            server.post("/api/v1/rule-books", new JsonObject().put("name", "empty")),
            server.post("/api/v1/series", Season.contest("week", "team").put("ruleBook", 999)),
            server.post("/api/v1/organisations", new JsonObject().put("code", "ringside")),
            people.signIn("there", "not my password"),
            people.redeem("rsl_1.nonsense", PASSWORD));
    assertThat(refused).allMatch(answer -> answer.status() >= 400 && answer.status() < 500);
    assertThat(head()).isEqualTo(before);
  }

  private long head() {
    return server
        .database()
        .asOwner("select seq from audit_head where organisation = 1")
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void dry_run_and_what_is_there_already_are_no_acts() {
    long before = head();
    good(server.put("/api/v1/roster?dryRun", "text/csv", Season.ROSTER + "4001,Dry,,,,,\n"));
    good(server.post("/api/v1/rule-books", Season.rules()));
    assertThat(head()).isEqualTo(before);
  }

  /** Whoever reads the log can act as nobody. */
  @Test
  void no_secret_is_in_the_log() {
    var secrets = new ArrayList<String>(List.of(PASSWORD, CHOSEN, TestServer.TOKEN));
    Answer invited = people.invite("secretive", role("agent"));
    secrets.add(Neighbour.link(invited));
    Answer in = people.redeem(Neighbour.link(invited), PASSWORD);
    String token = in.json().getString("accessToken");
    secrets.add(token);
    secrets.add(cookie(in));
    secrets.add(setUp(token));
    good(change(token));
    String link = "/api/v1/people/" + number(token) + "/link";
    secrets.add(server.post(link, new JsonObject()).json().getString("token"));
    Answer source = server.post("/api/v1/sources", new JsonObject().put("name", "secretive"));
    secrets.add(source.json().getString("key"));

    var log = new StringBuilder();
    server
        .database()
        .asOwner("select to_jsonb(e)::text from audit_entry e")
        .forEach(row -> log.append(row.getString(0)));
    assertThat(log).contains("secretive").contains("second-factor.set");
    assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
  }
}
