package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.cookie;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.credential.TotpCodes;
import org.ringside.db.TestDatabase;

class OwnAccountTest {
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void machine_has_no_account() {
    assertThat(server.get("/api/v1/me").status()).isEqualTo(403);
    assertThat(people.get("/api/v1/me", null).status()).isEqualTo(401);
  }

  @Test
  void sessions_are_listed_and_one_is_ended_from_another() {
    String here = people.moveIn("li", role("agent"));
    Answer there = people.signIn("li", PASSWORD);

    JsonArray sessions = people.get("/api/v1/me/sessions", here).items();
    assertThat(sessions).hasSize(2);
    String other =
        sessions.stream()
            .map(JsonObject.class::cast)
            .filter(one -> !one.getBoolean("current"))
            .map(one -> one.getString("id"))
            .findFirst()
            .orElseThrow();
    assertThat(people.send("DELETE", "/api/v1/me/sessions/" + other, here, null).status())
        .isEqualTo(204);

    assertThat(people.get("/api/v1/me", there.json().getString("accessToken")).status())
        .isEqualTo(401);
    assertThat(people.get("/api/v1/me", here).status()).isEqualTo(200);
    assertThat(people.send("DELETE", "/api/v1/me/sessions/" + other, here, null).status())
        .isEqualTo(404);
  }

  @Test
  void nobody_ends_the_session_of_somebody_else() {
    String li = people.moveIn("li", role("agent"));
    String wu = people.moveIn("wu", role("agent"));
    String session = people.get("/api/v1/me", li).json().getString("session");

    assertThat(people.send("DELETE", "/api/v1/me/sessions/" + session, wu, null).status())
        .isEqualTo(404);
    assertThat(people.get("/api/v1/me", li).status()).isEqualTo(200);
  }

  @Test
  void sign_out_everywhere_is_everywhere() {
    String first = people.moveIn("li", role("agent"));
    Answer second = people.signIn("li", PASSWORD);

    people.send("DELETE", "/api/v1/me/sessions", first, null);

    assertThat(people.get("/api/v1/me", first).status()).isEqualTo(401);
    assertThat(people.refresh(cookie(second)).status()).isEqualTo(401);
  }

  @Test
  void password_is_changed_by_who_knows_it_and_signs_out_everybody_else() {
    String here = people.moveIn("li", role("agent"));
    Answer there = people.signIn("li", PASSWORD);
    String wanted = "eleven green lanterns";

    Answer guessed = change(here, "not my password", wanted);
    assertThat(guessed.json().getString("code")).isEqualTo("WRONG_PASSWORD");
    assertThat(change(here, PASSWORD, "short").status()).isEqualTo(400);
    assertThat(change(here, PASSWORD, wanted).status()).isEqualTo(204);

    assertThat(people.get("/api/v1/me", here).status()).isEqualTo(200);
    assertThat(people.refresh(cookie(there)).status()).isEqualTo(401);
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(401);
    assertThat(people.signIn("li", wanted).status()).isEqualTo(200);
  }

  @Test
  void guesses_of_the_present_password_are_paused_like_those_at_the_door() {
    String token = people.moveIn("li", role("agent"));
    for (int i = 0; i < 5; i++) {
      assertThat(change(token, "guess number " + i, "eleven green lanterns").status())
          .isEqualTo(403);
    }

    Answer paused = change(token, PASSWORD, "eleven green lanterns");

    assertThat(paused.status()).isEqualTo(429);
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(429);
  }

  private Answer change(String token, String present, String wanted) {
    var body = new JsonObject().put("present", present).put("wanted", wanted);
    return people.send("PUT", "/api/v1/me/password", token, body);
  }

  @Test
  void manager_without_second_factor_can_only_set_one_up() {
    String token = people.moveIn("boss", role("manager"));
    assertThat(people.get("/api/v1/me", token).json().getBoolean("secondFactorNeeded")).isTrue();
    assertThat(people.get("/api/v1/contests", token).status()).isEqualTo(403);

    setUp(token);

    assertThat(people.get("/api/v1/me", token).json().getBoolean("secondFactorNeeded")).isFalse();
    assertThat(people.get("/api/v1/contests", token).status()).isEqualTo(200);
  }

  @Test
  void organisation_may_make_the_second_factor_an_offer() {
    String token = people.moveIn("boss", role("manager"));

    server.put(
        "/api/v1/organisation",
        "application/json",
        new JsonObject().put("secondFactor", "offered").encode());

    assertThat(people.get("/api/v1/contests", token).status()).isEqualTo(200);
  }

  @Test
  void second_factor_is_asked_for_and_each_code_is_good_once() {
    String token = people.moveIn("boss", role("manager"));
    String secret = setUp(token);

    assertThat(people.signIn("boss", PASSWORD).json().getString("code"))
        .isEqualTo("SECOND_FACTOR_NEEDED");
    assertThat(people.signIn("boss", "wrong password!").json().getString("code"))
        .isEqualTo("SIGN_IN_REFUSED");
    assertThat(people.signIn("boss", PASSWORD, "000000").json().getString("code"))
        .isEqualTo("SECOND_FACTOR_REFUSED");

    clock.turn(Duration.ofSeconds(30));
    String code = TotpCodes.at(secret, clock.instant());
    assertThat(people.signIn("boss", PASSWORD, code).status()).isEqualTo(200);
    assertThat(people.signIn("boss", PASSWORD, code).status()).isEqualTo(401);
  }

  @Test
  void link_does_not_stand_for_the_second_factor() {
    String token = people.moveIn("boss", role("manager"));
    setUp(token);
    int number = people.get("/api/v1/me", token).json().getInteger("number");
    Answer link = server.post("/api/v1/people/" + number + "/link", new JsonObject());

    Answer redeemed = people.redeem(link.json().getString("token"), "eleven green lanterns");

    assertThat(redeemed.status()).isEqualTo(204);
    assertThat(redeemed.response().headers().firstValue("set-cookie")).isEmpty();
    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(401);
    assertThat(people.signIn("boss", "eleven green lanterns").json().getString("code"))
        .isEqualTo("SECOND_FACTOR_NEEDED");
  }

  @Test
  void code_that_proved_the_app_is_not_good_for_signing_in() {
    String token = people.moveIn("boss", role("manager"));
    String secret = setUp(token);

    String code = TotpCodes.at(secret, clock.instant());

    assertThat(people.signIn("boss", PASSWORD, code).status()).isEqualTo(401);
  }

  @Test
  void second_factor_is_removed_with_the_password_and_only_where_the_role_needs_none() {
    String agent = people.moveIn("li", role("agent"));
    setUp(agent);
    assertThat(remove(agent, "not my password").status()).isEqualTo(403);
    assertThat(remove(agent, PASSWORD).status()).isEqualTo(204);
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(200);

    String manager = people.moveIn("boss", role("manager"));
    setUp(manager);
    assertThat(remove(manager, PASSWORD).json().getString("code"))
        .isEqualTo("SECOND_FACTOR_REQUIRED");
  }

  private Answer remove(String token, String password) {
    return people.send(
        "DELETE", "/api/v1/me/second-factor", token, new JsonObject().put("password", password));
  }

  /** Sets a second factor up as an app does; gives its secret. */
  private String setUp(String token) {
    JsonObject offered = people.send("POST", "/api/v1/me/second-factor", token, null).json();
    String secret = offered.getString("secret");
    var wrong = new JsonObject().put("code", "12345x");
    assertThat(people.send("PUT", "/api/v1/me/second-factor", token, wrong).status())
        .isEqualTo(400);
    var code = new JsonObject().put("code", TotpCodes.at(secret, clock.instant()));
    assertThat(people.send("PUT", "/api/v1/me/second-factor", token, code).status()).isEqualTo(204);
    return secret;
  }

  @Test
  void account_linked_to_an_agent_says_which() {
    server.put(
        "/api/v1/roster",
        "application/json",
        new JsonObject()
            .put(
                "agents",
                new JsonArray(List.of(new JsonObject().put("id", "1001").put("name", "李薇"))))
            .encode());
    var body = new JsonObject().put("login", "li").put("name", "李薇").put("agent", "1001");
    Answer invited = server.post("/api/v1/people", body);
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);

    assertThat(invited.json().getString("agent")).isEqualTo("1001");
    assertThat(
            server.post("/api/v1/people", body.copy().put("login", "li2")).json().getString("code"))
        .isEqualTo("AGENT_TAKEN");
    assertThat(server.post("/api/v1/people", body.copy().put("agent", "9")).status())
        .isEqualTo(400);
  }
}
