package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** Setting up single sign-on. */
class SetupTest {
  private static final String SETUP = "/api/v1/organisation/single-sign-on";

  private final TestServer server =
      TestServer.start(
          TestDatabase.fresh(),
          Map.of("RINGSIDE_IDENTITY_PROVIDERS", "https://login.example, http://127.0.0.1:1"));

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonObject setup() {
    return new JsonObject()
        .put("issuer", "https://login.example/acme")
        .put("clientId", "ringside")
        .put("clientSecret", "hush hush")
        .put("label", "Acme account");
  }

  private Answer put(JsonObject setup) {
    return server.put(SETUP, "application/json", setup.encode());
  }

  private List<String> faults(JsonObject setup) {
    Answer answer = put(setup);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    var fields = new ArrayList<String>();
    for (Object error : answer.json().getJsonArray("errors")) {
      fields.add(((JsonObject) error).getString("field"));
    }
    return fields;
  }

  @Test
  void secret_is_stored_sealed_and_never_given_back_nor_noted() {
    Answer answer = put(setup());

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("hush").contains("confidential");
    assertThat(server.get(SETUP).body()).isEqualTo(answer.body());
    assertThat(answer.json().getString("returnAddress"))
        .isEqualTo(server.base() + "/sign-in/return");
    assertThat(server.get("/api/v1/audit?act=single-sign-on.changed").body())
        .contains("login.example")
        .doesNotContain("hush");
    var row =
        server.database().asOwner("select secret, settings::text from single_sign_on").iterator();
    assertThat(row.next().deepToString()).doesNotContain("hush");
  }

  @Test
  void secret_stays_with_its_client_and_goes_to_no_other() {
    put(setup());
    JsonObject without = setup().put("label", "Another label");
    without.remove("clientSecret");
    assertThat(put(without).status()).isEqualTo(200);

    assertThat(faults(without.copy().put("issuer", "https://login.example/other")))
        .containsExactly("clientSecret");
    assertThat(faults(without.copy().put("clientId", "other"))).containsExactly("clientSecret");
    assertThat(faults(setup().put("client", "public"))).containsExactly("clientSecret");
    assertThat(put(without.copy().put("client", "public")).status()).isEqualTo(200);
  }

  @Test
  void issuer_is_one_that_the_operator_allows_by_https_or_on_this_machine() {
    for (String wrong :
        List.of(
            "https://elsewhere.example",
            "http://login.example/acme",
            "https://login.example:444",
            "https://login.example@evil.example",
            "https://user@login.example",
            "https://login.example/?x=1",
            "https://login.example/#x",
            "http://127.0.0.1:2",
            "file:///etc/passwd",
            "login.example",
            "https:///nothing")) {
      assertThat(faults(setup().put("issuer", wrong))).as(wrong).containsExactly("issuer");
    }
    assertThat(put(setup().put("issuer", "http://127.0.0.1:1")).status()).isEqualTo(200);
  }

  @Test
  void rules_are_held_to_the_roster_and_to_what_a_role_can_be_for() {
    var wrong =
        JsonArray.of(
            new JsonObject().put("claim", "groups").put("role", "agent"),
            new JsonObject().put("role", "agent").put("team", "nowhere"),
            new JsonObject().put("role", "auditor").put("siteClaim", "site"),
            new JsonObject().put("role", "leader").put("siteClaim", "s").put("teamClaim", "t"),
            new JsonObject().put("role", "administrator"),
            new JsonObject().put("claim", "groups").put("value", "x"));

    assertThat(faults(setup().put("rules", wrong)))
        .containsExactly(
            "rules[0].value",
            "rules[1].team",
            "rules[2].siteClaim",
            "rules[3].teamClaim",
            "rules[4].role",
            "rules[5].role");
  }

  @Test
  void roles_from_the_provider_need_a_rule() {
    assertThat(faults(setup().put("newcomers", "made"))).containsExactly("rules");
    assertThat(faults(setup().put("roles", "replaced"))).containsExactly("rules");
  }

  @Test
  void what_was_set_up_can_be_taken_away() {
    assertThat(server.get(SETUP).status()).isEqualTo(404);
    put(setup());

    assertThat(delete()).isEqualTo(204);

    assertThat(server.get(SETUP).status()).isEqualTo(404);
    assertThat(delete()).isEqualTo(404);
    assertThat(server.get("/api/v1/audit?act=single-sign-on.removed").items()).hasSize(1);
  }

  @Test
  void settings_that_are_too_large_to_be_kept_are_refused_by_name() {
    var rules = new JsonArray();
    for (int i = 0; i < 100; i++) {
      rules.add(
          new JsonObject()
              .put("claim", "界".repeat(100))
              .put("value", "界".repeat(200))
              .put("role", "agent"));
    }
    assertThat(faults(setup().put("rules", rules))).containsExactly("rules");

    while (rules.size() > 95) {
      rules.remove(0);
    }
    assertThat(put(setup().put("rules", rules)).status()).as("as much as may be").isEqualTo(200);
  }

  @Test
  void ways_to_sign_in_need_no_secret() {
    put(setup());
    server.database().asSuperuser("update single_sign_on set secret = 'sealed by another key'");

    var request = server.request("/api/v1/session/ways", null).GET();
    assertThat(server.send(request).body()).contains("Acme account");
    assertThat(server.get(SETUP).status()).isEqualTo(200);
    assertThat(put(setup()).status()).as("and another secret mends it").isEqualTo(200);
  }

  private int delete() {
    return server.send(server.request(SETUP, TestServer.TOKEN).DELETE()).status();
  }

  @Test
  void test_says_in_a_sentence_why_a_provider_cannot_be_used() {
    put(setup().put("issuer", "http://127.0.0.1:1"));

    JsonObject outcome = server.post(SETUP + "/test", new JsonObject()).json();

    assertThat(outcome.getBoolean("good")).isFalse();
    assertThat(outcome.getString("trouble")).startsWith("127.0.0.1:1 does not answer");
  }
}
