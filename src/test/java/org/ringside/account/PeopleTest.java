package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** Inviting people, changing them, and helping them back in. */
class PeopleTest {
  private static final String PEOPLE = "/api/v1/people";

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Household people = new Household(server);

  @BeforeEach
  void floor() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer invite(JsonObject change) {
    var person = new JsonObject().put("login", "li").put("name", "李薇").mergeIn(change);
    return server.post(PEOPLE, person);
  }

  private Answer withRole(JsonObject role) {
    return invite(new JsonObject().put("roles", new JsonArray().add(role)));
  }

  private static void assertFault(Answer answer, String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").stream())
        .as(answer.body())
        .extracting(error -> ((JsonObject) error).getString("field"))
        .containsExactly(field);
  }

  @Test
  void invitation_that_cannot_be_is_refused_at_its_field() {
    assertFault(withRole(role("emperor")), "roles[0].role");
    assertFault(withRole(new JsonObject()), "roles[0].role");
    assertFault(withRole(role("leader").put("site", "上海").put("team", "eagle")), "roles[0].team");
    assertFault(withRole(role("administrator").put("site", "上海")), "roles[0].site");
    assertFault(withRole(role("auditor").put("team", "eagle")), "roles[0].team");
    assertFault(withRole(role("leader").put("site", "nowhere")), "roles[0].site");
    assertFault(withRole(role("leader").put("team", "nobody")), "roles[0].team");
    assertFault(withRole(role("leader").put("teem", "eagle")), "roles[0].teem");
    assertFault(invite(new JsonObject().put("agent", "9999")), "agent");
    assertFault(invite(new JsonObject().put("name", "")), "name");
    assertFault(invite(new JsonObject().put("password", PASSWORD)), "password");
  }

  @Test
  void login_has_no_blanks_and_no_signs_that_nobody_sees() {
    for (String login :
        List.of("", "li wei", "li\u00a0wei", "li\twei", "li\u0000", "li\u200bwei")) {
      assertFault(invite(new JsonObject().put("login", login)), "login");
    }
  }

  @Test
  void sign_in_with_signs_that_no_login_has_is_refused_like_any_other() {
    assertThat(people.signIn("li\u0000", PASSWORD).status()).isBetween(400, 401);
  }

  @Test
  void login_is_one_however_it_is_spelled() {
    assertThat(invite(new JsonObject().put("login", " Ｋäthe")).json().getString("login"))
        .isEqualTo("käthe");
    for (String same : List.of("käthe", "KÄTHE", "ｋäthe ")) {
      Answer again = invite(new JsonObject().put("login", same));
      assertThat(again.status()).as(same).isEqualTo(409);
      assertThat(again.json().getString("code")).isEqualTo("LOGIN_TAKEN");
    }
  }

  @Test
  void role_named_twice_is_given_once() {
    var twice = new JsonArray().add(role("agent")).add(role("agent")).add(role("auditor"));
    Answer invited = invite(new JsonObject().put("roles", twice));
    assertThat(invited.json().getJsonArray("roles")).hasSize(2);
    assertThat(invited.json().getString("state")).isEqualTo("invited");
  }

  @Test
  void last_administrator_stays_one_and_is_not_blocked() {
    int number = administrator("anna");
    for (JsonObject end : List.of(new JsonObject(), administrators().put("state", "blocked"))) {
      Answer refused = put(number, end);
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.json().getString("code")).isEqualTo("LAST_ADMINISTRATOR");
    }
    assertThat(person(number).getString("state")).isEqualTo("active");
    assertThat(person(number).getJsonArray("roles")).hasSize(1);

    people.invite("cora", role("administrator"));
    assertThat(put(number, new JsonObject()).status()).isEqualTo(409);

    administrator("berta");
    assertThat(put(number, new JsonObject()).status()).isEqualTo(200);
  }

  @Test
  void of_administrators_who_all_lose_the_role_at_the_same_moment_one_keeps_it() {
    List<Integer> all =
        Stream.of("anna", "berta", "cora", "dora").map(this::administrator).toList();
    List<CompletableFuture<Integer>> asked =
        all.stream()
            .map(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> put(number, new JsonObject()).status(), Thread::startVirtualThread))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(200, 200, 200, 409);
    assertThat(all)
        .filteredOn(number -> !person(number).getJsonArray("roles").isEmpty())
        .hasSize(1);
  }

  /** One who has chosen a password: who was only invited keeps no organisation. */
  private int administrator(String login) {
    Answer invited = people.invite(login, role("administrator"));
    assertThat(people.redeem(Neighbour.link(invited), PASSWORD).status()).isEqualTo(200);
    return invited.json().getInteger("number");
  }

  private static JsonObject administrators() {
    return new JsonObject().put("roles", new JsonArray().add(role("administrator")));
  }

  private Answer put(int number, JsonObject change) {
    var wanted = new JsonObject().put("name", "Changed").mergeIn(change);
    return server.put(PEOPLE + "/" + number, "application/json", wanted.encode());
  }

  private JsonObject person(int number) {
    return server.get(PEOPLE + "/" + number).json();
  }

  @Test
  void who_was_blocked_is_let_in_again_and_signs_in_anew() {
    String before = people.moveIn("li", role("agent"));
    int number = people.get("/api/v1/me", before).json().getInteger("number");
    var agent = new JsonArray().add(role("agent"));

    put(number, new JsonObject().put("roles", agent).put("state", "blocked"));
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(401);
    String blocked = link(number);
    assertThat(people.redeem(blocked, PASSWORD).status()).isEqualTo(410);

    put(number, new JsonObject().put("roles", agent));
    assertThat(person(number).getString("state")).isEqualTo("blocked");
    put(number, new JsonObject().put("roles", agent).put("state", "active"));
    assertThat(person(number).getString("state")).isEqualTo("active");
    assertThat(people.get("/api/v1/me", before).status()).isEqualTo(401);
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void newer_link_spends_the_older_ones_and_choosing_a_password_ends_what_was_open() {
    Answer invited = people.invite("li", role("agent"));
    int number = invited.json().getInteger("number");
    String second = link(number);
    assertThat(people.redeem(Neighbour.link(invited), PASSWORD).status()).isEqualTo(410);
    Answer in = people.redeem(second, PASSWORD);
    assertThat(in.status()).isEqualTo(200);

    String reset = link(number);
    assertThat(people.get("/api/v1/me", in.json().getString("accessToken")).status())
        .isEqualTo(200);
    assertThat(people.redeem(reset, "eleven green lanterns").status()).isEqualTo(200);
    assertThat(people.get("/api/v1/me", in.json().getString("accessToken")).status())
        .isEqualTo(401);
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(401);
  }

  private String link(int number) {
    return server.post(PEOPLE + "/" + number + "/link", new JsonObject()).json().getString("token");
  }

  @Test
  void people_are_listed_in_pages_the_newest_first() {
    for (int i = 0; i < 5; i++) {
      people.invite("person-" + i, role("agent"));
    }
    var logins = new ArrayList<String>();
    String cursor = "";
    while (cursor != null) {
      JsonObject page = server.get(PEOPLE + "?limit=2" + cursor).json();
      page.getJsonArray("items").forEach(one -> logins.add(((JsonObject) one).getString("login")));
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(logins).containsExactly("person-4", "person-3", "person-2", "person-1", "person-0");
  }

  @Test
  void what_is_not_there_is_not_found() {
    String nobody = PEOPLE + "/4711";
    assertThat(server.get(nobody).status()).isEqualTo(404);
    assertThat(put(4711, new JsonObject()).status()).isEqualTo(404);
    assertThat(server.post(nobody + "/link", new JsonObject()).status()).isEqualTo(404);
    for (String what : List.of("/second-factor", "/sessions")) {
      assertThat(people.send("DELETE", nobody + what, TestServer.TOKEN, null).status())
          .isEqualTo(404);
    }
  }
}
