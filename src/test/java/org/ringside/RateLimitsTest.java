package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.account.Neighbour;
import org.ringside.credential.RefreshToken;
import org.ringside.credential.TotpCodes;
import org.ringside.db.TestDatabase;
import org.ringside.screen.Display;
import org.ringside.source.Signed;

/**
 * How often somebody may ask. All of them come from one address, as from one office; the clock
 * stands unless it is turned, so that no token comes back by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitsTest {
  /** Each times the five seconds that may be asked at once. */
  private static final int ADDRESS = 100;

  private static final int UNKNOWN = 5;
  private static final int KEY = 20;
  private static final int PERSON = 10;
  private static final int ORGANISATION = 30;
  private static final String PUBLIC = "/api/v1/build";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final TestServer server =
      TestServer.start(
          TestDatabase.fresh(),
          clock,
          Map.of(
              "RINGSIDE_LIMIT_ADDRESS", Integer.toString(ADDRESS / 5),
              "RINGSIDE_LIMIT_UNKNOWN", Integer.toString(UNKNOWN / 5),
              "RINGSIDE_LIMIT_KEY", Integer.toString(KEY / 5),
              "RINGSIDE_LIMIT_PERSON", Integer.toString(PERSON / 5),
              "RINGSIDE_LIMIT_ORGANISATION", Integer.toString(ORGANISATION / 5)));
  private final Household people = new Household(server);
  private String key = "";
  private String otherKey = "";
  private String person = "";
  private String stranger = "";

  @BeforeAll
  void moveIn() {
    key = register(TestServer.TOKEN, "pbx");
    otherKey = register(TestServer.TOKEN, "crm");
    person = people.moveIn("li", role("agent"));
    rest();
    var second = new JsonObject().put("code", "second").put("name", "Second");
    assertThat(server.post("/api/v1/organisations", second).status()).isEqualTo(201);
    stranger = register(administrator(), "pbx");
  }

  private String register(String token, String name) {
    var source = new JsonObject().put("name", name);
    Answer made = people.send("POST", "/api/v1/sources", token, source);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().getString("key");
  }

  private String administrator() {
    var berg = new JsonObject().put("login", "berg").put("name", "Berg");
    Answer invited = server.post("/api/v1/organisations/second/administrators", berg);
    String token =
        people.redeem(Neighbour.link(invited), Household.PASSWORD).json().getString("accessToken");
    String path = "/api/v1/me/second-factor";
    String secret = people.send("POST", path, token, null).json().getString("secret");
    var code = new JsonObject().put("code", TotpCodes.at(secret, clock.instant()));
    assertThat(people.send("PUT", path, token, code).status()).isLessThan(300);
    return token;
  }

  @BeforeEach
  void rest() {
    clock.turn(Duration.ofSeconds(10));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Answer heartbeat(String token, String source) {
    return people.send("POST", "/api/v1/sources/" + source + "/heartbeat", token, new JsonObject());
  }

  private Answer look(@Nullable String token) {
    return people.get(token == null ? PUBLIC : "/api/v1/me", token);
  }

  private void assertLimited(Answer answer, String by) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(429);
    assertThat(answer.json().getString("code")).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(answer.json().getString("detail")).contains("limit: " + by);
    assertThat(server.metrics())
        .containsPattern("ringside_requests_limited_total\\{by=\"" + by + "\"} [1-9]");
  }

  private Duration retryAfter(Answer answer) {
    String seconds = answer.response().headers().firstValue("retry-after").orElseThrow();
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  @Test
  void key_that_floods_waits_and_nobody_else_does() {
    for (int i = 0; i < KEY; i++) {
      assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
    }
    Answer limited = heartbeat(key, "pbx");
    for (int i = 0; i < 10 * KEY; i++) {
      assertLimited(heartbeat(key, "pbx"), "key");
      if (i % KEY == 0) {
        assertThat(look(null).status()).as("the public, at the same address").isEqualTo(200);
      }
    }
    for (int i = 0; i < KEY; i++) {
      assertThat(heartbeat(stranger, "pbx").status()).as("another tenant").isEqualTo(204);
    }
    assertThat(heartbeat(otherKey, "crm").status()).as("another source").isEqualTo(204);
    assertThat(look(person).status()).as("a person").isEqualTo(200);

    clock.turn(retryAfter(limited));
    assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
  }

  @Test
  void second_key_of_a_source_is_no_second_measure() {
    Answer made = server.post("/api/v1/sources/crm/keys", new JsonObject());
    for (int i = 0; i < KEY; i++) {
      assertThat(heartbeat(otherKey, "crm").status()).isEqualTo(204);
    }
    assertLimited(heartbeat(made.json().getString("key"), "crm"), "key");
  }

  @Test
  void person_waits_for_themselves() {
    for (int i = 0; i < PERSON; i++) {
      assertThat(look(person).status()).isEqualTo(200);
    }
    Answer limited = look(person);
    assertLimited(limited, "person");
    assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
    clock.turn(retryAfter(limited));
    assertThat(look(person).status()).isEqualTo(200);
  }

  @Test
  void organisation_has_a_measure_for_all_of_its_own() {
    for (int i = 0; i < ORGANISATION / 2; i++) {
      assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
      assertThat(heartbeat(otherKey, "crm").status()).isEqualTo(204);
    }
    Answer limited = look(person);
    assertLimited(limited, "organisation");
    assertThat(heartbeat(stranger, "pbx").status()).isEqualTo(204);
    assertThat(look(null).status()).isEqualTo(200);
    clock.turn(retryAfter(limited));
    assertThat(look(person).status()).isEqualTo(200);
  }

  @Test
  void public_of_one_address_waits_and_those_who_show_a_credential_there_do_not() {
    for (int i = 0; i < ADDRESS; i++) {
      assertThat(look(null).status()).isEqualTo(200);
    }
    Answer limited = look(null);
    assertLimited(limited, "address");
    assertThat(people.get("/wall", null).status()).isEqualTo(429);
    assertThat(people.get(PUBLIC, person).status()).as("a token for nothing").isEqualTo(429);
    assertThat(people.get("/wall", "nonsense").status()).isEqualTo(429);
    assertThat(people.signIn("li", Household.PASSWORD).status()).isEqualTo(429);
    assertThat(look(person).status()).isEqualTo(200);
    assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
    clock.turn(retryAfter(limited));
    assertThat(look(null).status()).isEqualTo(200);
  }

  @Test
  void keys_that_nobody_knows_are_looked_up_only_so_often_and_known_ones_go_on() {
    assertThat(heartbeat(key, "pbx").status()).isEqualTo(204);
    for (int turn = 0; turn < 3; turn++) {
      clock.turn(Duration.ofSeconds(40)); // the known key is to be looked up anew
      for (int i = 0; i < UNKNOWN; i++) {
        assertThat(heartbeat("rsk_made-up-" + turn + i, "pbx").status()).isEqualTo(401);
      }
      assertLimited(heartbeat("rsk_made-up", "pbx"), "unknown");
      assertThat(heartbeat(key, "pbx").status()).as("in turn %d", turn).isEqualTo(204);
    }
  }

  @Test
  void key_that_somebody_knows_costs_nothing_to_look_up() {
    for (int i = 0; i < 2 * UNKNOWN; i++) {
      String name = "fresh-" + i;
      String fresh = register(TestServer.TOKEN, name);
      assertThat(heartbeat(fresh, name).status()).isEqualTo(204);
      rest(1);
    }
    for (int i = 0; i < UNKNOWN; i++) {
      assertThat(heartbeat("rsk_nobody-" + i, "pbx").status()).isEqualTo(401);
    }
  }

  private void rest(int seconds) {
    clock.turn(Duration.ofSeconds(seconds));
  }

  @Test
  void tokens_that_are_none_count_for_the_address() {
    for (int i = 0; i < ADDRESS; i++) {
      assertThat(look("a.b.c").status()).isEqualTo(401);
    }
    assertLimited(look("a.b.c"), "address");
    assertThat(look(person).status()).isEqualTo(200);
  }

  @Test
  void addresses_that_there_are_not_count_for_whoever_shows_a_token_there() {
    String[] none = {"/api/v1/nowhere", "/api/v1/me/export/nothing", "/api/v2/facts"};
    for (int i = 0; i < ADDRESS; i++) {
      assertThat(people.get(none[i % none.length], "nonsense").status()).isEqualTo(404);
    }
    assertLimited(people.get(none[0], "nonsense"), "address");
    assertLimited(people.send("DELETE", PUBLIC, "nonsense", null), "address");
    var packed =
        server
            .request("/api/v1/facts", "nonsense")
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("{}"));
    assertLimited(server.send(packed), "address");
    assertThat(look(person).status()).isEqualTo(200);
  }

  @Test
  void tokens_of_screens_that_nobody_has_are_looked_up_only_so_often_and_good_ones_cost_nothing() {
    Display display =
        Display.paired(server, TestServer.TOKEN, Display.settings(null, Display.everything()));
    for (int i = 0; i < 2 * UNKNOWN; i++) {
      assertThat(display.renew().status()).isEqualTo(200);
    }
    for (int i = 0; i < UNKNOWN; i++) {
      String madeUp = RefreshToken.fresh("rsw_", 1 + i, UUID.randomUUID()).reveal();
      assertThat(display.renew(madeUp).json().getString("code")).isEqualTo("SCREEN_NOT_PAIRED");
    }
    String madeUp = RefreshToken.fresh("rsw_", 1, UUID.randomUUID()).reveal();
    assertLimited(display.renew(madeUp), "unknown");
    assertThat(display.renew().status()).as("one that was there before").isEqualTo(200);
  }

  @Test
  void forged_signatures_count_for_the_address_and_unknown_hooks_are_looked_up_only_so_often() {
    String hook = "/api/v1/hooks/00000000-0000-0000-0000-00000000000%d/facts";
    for (int i = 0; i < UNKNOWN; i++) {
      assertThat(people.send("POST", hook.formatted(i), null, new JsonObject()).status())
          .isEqualTo(401);
    }
    assertLimited(people.send("POST", hook.formatted(9), null, new JsonObject()), "unknown");
    for (int i = UNKNOWN + 1; i < ADDRESS; i++) {
      people.send("POST", "/api/v1/hooks/nonsense/facts", null, new JsonObject());
    }
    assertLimited(
        people.send("POST", "/api/v1/hooks/nonsense/facts", null, new JsonObject()), "address");
  }

  @Test
  void limited_request_is_answered_before_its_body_is_sent() {
    for (int i = 0; i < PERSON; i++) {
      look(person);
    }
    try (var waiting = new RawRequest(server.base())) {
      waiting.send(
          "PUT /api/v1/roster HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + person
              + "\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n");
      assertThat(waiting.head()).startsWith("HTTP/1.1 429");
    }
  }

  @Test
  void live_socket_is_refused_where_the_address_asks_too_much() {
    for (int i = 0; i < ADDRESS; i++) {
      look(null);
    }
    try (var live = new RawRequest(server.base())) {
      live.send(RawRequest.HANDSHAKE);
      assertThat(live.head()).startsWith("HTTP/1.1 429").containsIgnoringCase("retry-after: 1");
    }
  }

  @Test
  void what_asks_for_a_socket_counts_for_its_address_whatever_else_is_wrong_with_it() {
    String elsewhere = RawRequest.HANDSHAKE.replace("/api/v1/live", "/anywhere");
    String foreign =
        RawRequest.HANDSHAKE.replace("Host: x", "Host: x\r\nOrigin: http://evil.example");
    for (int i = 0; i < ADDRESS / 2; i++) {
      assertThat(headOf(elsewhere)).startsWith("HTTP/1.1 404");
      assertThat(headOf(foreign)).startsWith("HTTP/1.1 403");
    }
    assertThat(headOf(elsewhere)).startsWith("HTTP/1.1 429").containsIgnoringCase("retry-after: 1");
    assertThat(headOf(foreign)).startsWith("HTTP/1.1 429");
  }

  private String headOf(String request) {
    try (var asking = new RawRequest(server.base())) {
      asking.send(request);
      return asking.head();
    }
  }

  @Test
  void proof_by_signature_counts_for_the_source() {
    Answer made = server.post("/api/v1/sources/crm/secrets", new JsonObject());
    String secret = made.json().getString("secret");
    String hook =
        server.get("/api/v1/sources").items().stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("name").equals("crm"))
            .map(one -> one.getString("hook"))
            .findFirst()
            .orElseThrow();
    rest(10);
    for (int i = 0; i < KEY; i++) {
      assertThat(signed(hook, secret, i).status()).isEqualTo(200);
    }
    assertLimited(signed(hook, secret, KEY), "key");
    for (int i = 0; i < ADDRESS - 1; i++) {
      assertThat(look(null).status()).as("nothing of it counts for the address").isEqualTo(200);
    }
    rest(10);
    assertThat(signed(hook, secret, KEY).status()).as("it may come again as it was").isEqualTo(200);
  }

  private Answer signed(String hook, String secret, int message) {
    String body = "[]";
    var request =
        server
            .request(hook, null)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    Instant at = Instant.parse("2026-11-23T09:02:00Z");
    Signed.headers(secret, "msg_" + message, at, body).forEach(request::header);
    return server.send(request);
  }
}
