package org.ringside.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;

/** What the bootstrap token can do that nobody has chosen: found, invite, and nothing else. */
class FoundingTest {
  private final TestServer server = TestServer.startWithoutToken(TestDatabase.fresh());
  private final Household people = new Household(server);
  private final String token = server.generatedToken();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_founds_an_organisation_and_invites_its_administrator_who_then_acts_alone() {
    Answer founded = found("acme");
    assertThat(founded.status()).as(founded.body()).isEqualTo(201);
    assertThat(found("acme").json().getString("code")).isEqualTo("CODE_TAKEN");

    Answer invited = invite("acme", "anna");
    assertThat(invited.status()).as(invited.body()).isEqualTo(201);
    assertThat(invite("nowhere", "anna").status()).isEqualTo(404);
    Answer in = people.redeem(Neighbour.link(invited), Household.PASSWORD);

    JsonObject me = people.get("/api/v1/me", in.json().getString("accessToken")).json();
    assertThat(me.getJsonObject("organisation").getString("code")).isEqualTo("acme");
    assertThat(me.getJsonArray("roles").getJsonObject(0).getString("role"))
        .isEqualTo("administrator");
  }

  @Test
  void what_it_does_is_in_the_log_of_the_organisation_that_it_is_done_to() {
    found("acme");
    invite("acme", "anna");
    var acts = new ArrayList<String>();
    server
        .database()
        .asOwner(
            "select concat_ws(' ', organisation, actor, act, after::json ->> 'name')"
                + " from audit_entry order by seq")
        .forEach(row -> acts.add(row.getString(0)));
    assertThat(acts)
        .containsExactly(
            "2 bootstrap organisation.founded Acme", "2 bootstrap account.invited Anna Berg");
  }

  @Test
  void it_may_do_nothing_else() {
    Set<String> allowed = new HashSet<>();
    for (Endpoint endpoint : server.endpoints()) {
      String path = endpoint.path().replaceAll(":[a-z]+", "999");
      boolean bodiless = endpoint.body() == Endpoint.Body.NONE;
      var body = bodiless ? null : new JsonObject();
      Answer answer = people.send(endpoint.method().name(), path, token, body);
      if (endpoint.permission() == Permission.FOUND_ORGANISATIONS) {
        allowed.add(endpoint.method() + " " + endpoint.path());
        assertThat(answer.status()).as(path).isNotIn(401, 403);
      } else if (endpoint.permission() != Permission.PUBLIC) {
        boolean signs = endpoint.body() == Endpoint.Body.SIGNED; // and reads no token
        assertThat(answer.status()).as(path).isEqualTo(signs ? 401 : 403);
      }
    }
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            "GET /api/v1/organisations",
            "POST /api/v1/organisations",
            "POST /api/v1/organisations/:code/administrators");
  }

  @Test
  void it_is_the_same_after_a_restart_and_guessing_it_is_hopeless() {
    server.restart();
    assertThat(server.generatedToken()).isEqualTo(token).matches("rsb_[A-Za-z0-9_-]{43}");
    assertThat(people.get("/api/v1/organisations", token).status()).isEqualTo(200);
    assertThat(people.get("/api/v1/organisations", token + "x").status()).isEqualTo(401);
    assertThat(people.get("/api/v1/organisations", TestServer.TOKEN).status()).isEqualTo(401);
  }

  @Test
  void body_names_no_role_because_it_is_always_the_administrator() {
    var body = new JsonObject().put("login", "anna").put("name", "Anna");
    body.put("roles", new JsonArray().add(role("manager")));
    Answer refused =
        people.send("POST", "/api/v1/organisations/ringside/administrators", token, body);
    assertThat(refused.status()).isEqualTo(400);
  }

  private Answer found(String code) {
    var organisation = new JsonObject().put("code", code).put("name", "Acme");
    return people.send("POST", "/api/v1/organisations", token, organisation);
  }

  private Answer invite(String code, String login) {
    var body = new JsonObject().put("login", login).put("name", "Anna Berg");
    return people.send("POST", "/api/v1/organisations/" + code + "/administrators", token, body);
  }
}
