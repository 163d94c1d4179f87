package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.cookie;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.db.TestDatabase;

class SignInTest {
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void invited_person_chooses_a_password_and_signs_in_with_it() {
    people.moveIn("Li.Wei@Example.com", role("agent"));

    Answer answer = people.signIn("li.wei@example.COM ", PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    String token = answer.json().getString("accessToken");
    JsonObject me = people.get("/api/v1/me", token).json();
    assertThat(me.getString("login")).isEqualTo("li.wei@example.com");
    assertThat(me.getString("state")).isEqualTo("active");
    assertThat(me.getJsonArray("roles").getJsonObject(0).getString("role")).isEqualTo("agent");
  }

  @Test
  void cookie_is_out_of_reach_of_scripts_and_of_other_pages() {
    people.moveIn("li", role("agent"));

    String header =
        people.signIn("li", PASSWORD).response().headers().firstValue("set-cookie").orElseThrow();

    assertThat(header)
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Strict")
        .contains("; Path=/api/v1/session;");
  }

  @Test
  void unknown_login_wrong_password_and_unknown_organisation_are_refused_in_the_same_words() {
    people.moveIn("li", role("agent"));
    people.invite("invited-only", role("agent"));
    var elsewhere =
        new JsonObject()
            .put("organisation", "nowhere")
            .put("login", "li")
            .put("password", PASSWORD);

    String wrong = people.signIn("li", "wrong password!").body();

    assertThat(people.signIn("wu", "wrong password!").body()).isEqualTo(wrong);
    assertThat(people.signIn("invited-only", PASSWORD).body()).isEqualTo(wrong);
    assertThat(people.send("POST", "/api/v1/session", null, elsewhere).body()).isEqualTo(wrong);
    assertThat(wrong).contains("SIGN_IN_REFUSED");
  }

  @Test
  void who_keeps_failing_waits_and_then_may_try_again() {
    people.moveIn("li", role("agent"));
    for (int i = 0; i < 5; i++) {
      assertThat(people.signIn("li", "wrong password!").status()).isEqualTo(401);
    }

    Answer paused = people.signIn("li", PASSWORD);

    assertThat(paused.status()).isEqualTo(429);
    assertThat(paused.json().getString("code")).isEqualTo("SIGN_IN_PAUSED");
    assertThat(paused.response().headers().firstValue("retry-after")).hasValue("1");
    clock.turn(Duration.ofSeconds(2));
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void name_that_nobody_has_is_paused_like_one_that_somebody_has() {
    for (int i = 0; i < 5; i++) {
      people.signIn("nobody", "wrong password!");
    }

    assertThat(people.signIn("nobody", "wrong password!").status()).isEqualTo(429);
  }

  @Test
  void session_is_renewed_by_its_cookie_which_is_turned_over() {
    people.moveIn("li", role("agent"));
    String first = cookie(people.signIn("li", PASSWORD));

    Answer renewed = people.refresh(first);

    assertThat(renewed.status()).isEqualTo(200);
    assertThat(cookie(renewed)).isNotEqualTo(first);
    assertThat(people.get("/api/v1/me", renewed.json().getString("accessToken")).status())
        .isEqualTo(200);
  }

  @Test
  void second_tab_that_asks_at_the_same_moment_gets_a_token_and_no_cookie() {
    people.moveIn("li", role("agent"));
    String first = cookie(people.signIn("li", PASSWORD));
    people.refresh(first);

    Answer second = people.refresh(first);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.response().headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void cookie_that_was_turned_over_long_ago_ends_the_session_for_everybody() {
    people.moveIn("li", role("agent"));
    String first = cookie(people.signIn("li", PASSWORD));
    Answer renewed = people.refresh(first);
    clock.turn(Duration.ofSeconds(11));

    assertThat(people.refresh(first).json().getString("code")).isEqualTo("SESSION_ENDED");

    assertThat(people.refresh(cookie(renewed)).status()).isEqualTo(401);
    assertThat(people.get("/api/v1/me", renewed.json().getString("accessToken")).status())
        .isEqualTo(401);
    assertThat(server.get("/api/v1/audit?act=session.reuse-detected").items()).hasSize(1);
  }

  @Test
  void token_that_never_was_ends_nobodys_session() {
    people.moveIn("li", role("agent"));
    Answer in = people.signIn("li", PASSWORD);
    String forged = cookie(in).substring(0, 40) + "AAAAAAAAA";

    assertThat(people.refresh(forged).status()).isEqualTo(401);

    assertThat(people.refresh(cookie(in)).status()).isEqualTo(200);
  }

  @Test
  void cookie_alone_is_not_enough_because_another_page_could_send_it() {
    people.moveIn("li", role("agent"));
    String cookie = cookie(people.signIn("li", PASSWORD));

    Answer refused = people.withCookie("/api/v1/session/refresh", cookie);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getString("code")).isEqualTo("FOREIGN_REQUEST");
    assertThat(people.refresh(cookie).status()).isEqualTo(200);
  }

  @Test
  void access_token_ends_after_ten_minutes_and_a_minute_for_clocks_that_differ() {
    people.moveIn("li", role("agent"));
    String token = people.signIn("li", PASSWORD).json().getString("accessToken");

    clock.turn(Duration.ofSeconds(600 + 59));
    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(200);

    clock.turn(Duration.ofSeconds(2));
    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(401);
  }

  @Test
  void session_ends_after_a_shift_however_often_it_was_renewed() {
    people.moveIn("li", role("agent"));
    String cookie = cookie(people.signIn("li", PASSWORD));
    clock.turn(Duration.ofHours(15));
    cookie = cookie(people.refresh(cookie));

    clock.turn(Duration.ofHours(1));

    assertThat(people.refresh(cookie).status()).isEqualTo(401);
  }

  @Test
  void tab_that_has_the_cookie_of_before_can_sign_out() {
    people.moveIn("li", role("agent"));
    String first = cookie(people.signIn("li", PASSWORD));
    String second = cookie(people.refresh(first));

    assertThat(people.signOut(first).status()).isEqualTo(204);

    assertThat(people.refresh(second).status()).isEqualTo(401);
  }

  @Test
  void signed_out_is_signed_out_at_once_and_after_a_restart() {
    people.moveIn("li", role("agent"));
    Answer in = people.signIn("li", PASSWORD);
    String token = in.json().getString("accessToken");

    assertThat(people.signOut(cookie(in)).status()).isEqualTo(204);

    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(401);
    assertThat(people.refresh(cookie(in)).status()).isEqualTo(401);
    server.restart();
    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(401);
  }

  @Test
  void access_token_outlives_a_restart() {
    String token = people.moveIn("li", role("agent"));

    server.restart();

    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(200);
  }

  @Test
  void link_works_once_and_not_for_ever() {
    String link =
        people.invite("li", role("agent")).json().getJsonObject("link").getString("token");
    assertThat(people.redeem(link, PASSWORD).status()).isEqualTo(200);
    assertThat(people.redeem(link, PASSWORD).json().getString("code")).isEqualTo("LINK_SPENT");

    String late =
        people.invite("wu", role("agent")).json().getJsonObject("link").getString("token");
    clock.turn(Duration.ofDays(7));
    assertThat(people.redeem(late, PASSWORD).status()).isEqualTo(410);
  }

  @Test
  void link_of_another_organisation_and_nonsense_are_spent_links() {
    String link =
        people.invite("li", role("agent")).json().getJsonObject("link").getString("token");

    assertThat(people.redeem(link.replace("rsl_1.", "rsl_2."), PASSWORD).status()).isEqualTo(410);
    assertThat(people.redeem("rsl_1.nonsense", PASSWORD).status()).isEqualTo(410);
    assertThat(people.redeem(link, PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void password_that_is_too_short_or_made_of_the_name_is_refused_and_the_link_still_works() {
    String link =
        people.invite("li.wei", role("agent")).json().getJsonObject("link").getString("token");

    Answer tooShort = people.redeem(link, "short");
    assertThat(tooShort.status()).isEqualTo(400);
    assertThat(tooShort.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("password");
    assertThat(people.redeem(link, "li.wei li.wei li.wei").status()).isEqualTo(400);

    assertThat(people.redeem(link, PASSWORD).status()).isEqualTo(200);
  }
}
