package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.account.Role;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.frame.Reach;
import org.ringside.screen.Display;

/**
 * Every route × everybody who may call it: allowed exactly where the table of roles says so. What
 * is generated from the routes cannot forget one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Household people = new Household(server);

  @BeforeAll
  void floor() {
    var roster =
        new JsonObject()
            .put("sites", new JsonArray(List.of(named("north"))))
            .put("teams", new JsonArray(List.of(named("blue").put("site", "north"))));
    assertThat(server.put("/api/v1/roster", "application/json", roster.encode()).status())
        .isEqualTo(200);
    server.put(
        "/api/v1/organisation",
        "application/json",
        new JsonObject().put("secondFactor", "offered").encode());
  }

  private static JsonObject named(String id) {
    return new JsonObject().put("id", id).put("name", id);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void role_of_the_whole_organisation_may_what_the_table_says(Role role) {
    var json = role(wire(role));

    check(wire(role), people.moveIn(wire(role), json), role.rights(Reach.EVERYWHERE));
  }

  @ParameterizedTest
  @EnumSource(names = {"AGENT", "LEADER", "QUALITY", "MANAGER"})
  void role_of_a_team_may_nothing_that_is_of_the_whole_organisation(Role role) {
    var json = role(wire(role)).put("team", "blue");

    check(wire(role), people.moveIn("team-" + wire(role), json), role.rights(Reach.ofTeam(1)));
  }

  @ParameterizedTest
  @EnumSource(names = {"AGENT", "LEADER", "QUALITY", "MANAGER"})
  void role_of_a_site_may_nothing_that_is_of_the_whole_organisation(Role role) {
    var json = role(wire(role)).put("site", "north");

    check(wire(role), people.moveIn("site-" + wire(role), json), role.rights(Reach.ofSite(1)));
  }

  @Test
  void person_without_a_role_has_an_account_and_nothing_else() {
    check("no role", people.moveIn("norole"), Map.of(Permission.SIGNED_IN, Reach.EVERYWHERE));
  }

  @Test
  void nobody_may_only_what_is_public() {
    check("nobody", null, Map.of());
  }

  @Test
  void source_may_send_facts_and_nothing_else() {
    Answer registered = server.post("/api/v1/sources", new JsonObject().put("name", "pbx"));

    check(
        "source",
        registered.json().getString("key"),
        Map.of(Permission.SEND_FACTS, Reach.EVERYWHERE));
  }

  @Test
  void screen_may_watch_and_nothing_else() {
    var settings = Display.settings(null, Display.everything());
    String access = Display.paired(server, TestServer.TOKEN, settings).access();

    check("screen", access, Map.of(Permission.WATCH, Reach.EVERYWHERE));
  }

  @Test
  void screen_of_a_site_may_watch_in_that_site_and_nothing_else() {
    var settings = Display.settings("north", Display.everything());
    String access = Display.paired(server, TestServer.TOKEN, settings).access();

    check("screen of a site", access, Map.of(Permission.WATCH, Reach.ofSite(1)));
  }

  @Test
  void blocked_account_is_nobody_at_once() {
    String token = people.moveIn("leaving", role("auditor"));
    int number = people.get("/api/v1/me", token).json().getInteger("number");

    Answer changed =
        server.put(
            "/api/v1/people/" + number,
            "application/json",
            new JsonObject().put("name", "Left").put("state", "blocked").encode());

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(people.get("/api/v1/me", token).status()).isEqualTo(401);
    assertThat(people.signIn("leaving", Household.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void role_that_is_taken_away_is_gone_with_the_next_request() {
    String token = people.moveIn("changing", role("auditor"));
    int number = people.get("/api/v1/me", token).json().getInteger("number");
    assertThat(people.get("/api/v1/audit", token).status()).isEqualTo(200);

    server.put(
        "/api/v1/people/" + number,
        "application/json",
        new JsonObject()
            .put("name", "Changed")
            .put("roles", new JsonArray(List.of(role("agent"))))
            .encode());

    assertThat(people.get("/api/v1/audit", token).status()).isEqualTo(403);
    assertThat(people.get("/api/v1/boards", token).status()).isEqualTo(200);
  }

  private void check(String who, @Nullable String token, Map<Permission, Reach> rights) {
    var wrong = new ArrayList<String>();
    for (Endpoint endpoint : harmlessLast()) {
      Answer answer = call(endpoint, token);
      boolean refused = answer.status() == 401 || answer.status() == 403;
      if (allowed(endpoint, rights) == refused && !refusedForItself(answer)) {
        wrong.add(
            "%s %s %s: %d %s"
                .formatted(
                    who, endpoint.method(), endpoint.path(), answer.status(), answer.body()));
      }
      assertThat(answer.status()).as(endpoint.path()).isLessThan(500);
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * Refusals that are not about the route: a cookie, a password, a signature, what is asked for.
   */
  private static boolean refusedForItself(Answer answer) {
    return List.of(
            "FOREIGN_REQUEST",
            "SIGN_IN_REFUSED",
            "WRONG_PASSWORD",
            "OUT_OF_REACH",
            "SIGNATURE_REFUSED")
        .contains(answer.json().getString("code"));
  }

  private static boolean allowed(Endpoint endpoint, Map<Permission, Reach> rights) {
    Reach reach = rights.getOrDefault(endpoint.permission(), Reach.NOWHERE);
    return endpoint.permission() == Permission.PUBLIC
        || reach.everywhere()
        || (endpoint.scoped() && !reach.isNowhere());
  }

  /** What ends the caller's own sessions comes when all else was tried. */
  private List<Endpoint> harmlessLast() {
    return server.endpoints().stream()
        .sorted(
            Comparator.comparing(
                one ->
                    one.method().equals(HttpMethod.DELETE)
                        && one.path().equals("/api/v1/me/sessions")))
        .toList();
  }

  private Answer call(Endpoint endpoint, @Nullable String token) {
    String path = endpoint.path().replace(":name", "pbx").replaceAll(":[a-z]+", "999");
    boolean bodiless = endpoint.body() == Endpoint.Body.NONE;
    return people.send(endpoint.method().name(), path, token, bodiless ? null : new JsonObject());
  }

  private static String wire(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
