package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** All of single sign-on against a provider that somebody else has written, forms and all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealProviderTest {
  private static final String SETUP = "/api/v1/organisation/single-sign-on";

  private @Nullable TestServer started;
  private @Nullable IdentityProvider provider;

  @BeforeAll
  void start() {
    String lacking = IdentityProvider.lacking();
    Assumptions.assumeTrue(lacking == null, lacking);
    started = TestServer.start(TestDatabase.fresh());
    provider = IdentityProvider.start(server().base() + "/sign-in/return");
    String table =
        """
        agent,name,team,site,from,to,aliases
        1001,李娜,eagle,north,2020-01-01,,ext-1
        """;
    assertThat(server().put("/api/v1/roster", "text/csv", table).status()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    if (provider != null) {
      provider.close();
    }
    if (started != null) {
      started.close();
    }
  }

  private TestServer server() {
    return java.util.Objects.requireNonNull(started);
  }

  private IdentityProvider provider() {
    return java.util.Objects.requireNonNull(provider);
  }

  private void put(String client) {
    var setup =
        new JsonObject()
            .put("issuer", provider().issuer())
            .put("clientId", client)
            .put("scopes", JsonArray.of("profile", "email", "company"))
            .put("label", "Company account")
            .put("agent", "employee_number")
            .put("newcomers", "made")
            .put("roles", "replaced")
            .put(
                "secondFactor",
                new JsonObject().put("claim", "amr").put("values", JsonArray.of("otp")))
            .put(
                "rules",
                JsonArray.of(
                    rule("cc-leaders", "leader").put("teamClaim", "team"),
                    rule("cc-managers", "manager")));
    setup =
        client.equals("ringside-public")
            ? setup.put("client", "public")
            : setup.put("clientSecret", IdentityProvider.secret(client));
    Answer answer = server().put(SETUP, "application/json", setup.encode());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static JsonObject rule(String group, String role) {
    return new JsonObject().put("claim", "groups").put("value", group).put("role", role);
  }

  private Answer signIn(String user) {
    var traveller = new Traveller(server());
    URI address = Traveller.address(traveller.start());
    URI back = provider().signIn(address, user);
    assertThat(back.toString()).startsWith(server().base() + "/sign-in/return?");
    return traveller.back(found(back));
  }

  /** What the page posts: of all that a provider sends back, what is asked for. */
  private static JsonObject found(URI back) {
    Map<String, String> query = FakeProvider.query(back.getRawQuery());
    var found = new JsonObject();
    for (String name : new String[] {"state", "code", "iss", "error"}) {
      if (query.containsKey(name)) {
        found.put(name, query.get(name));
      }
    }
    return found;
  }

  private JsonObject me(Answer in) {
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    var people = new Household(server());
    return people.get("/api/v1/me", in.json().getString("accessToken")).json();
  }

  static java.util.List<String> clients() {
    return IdentityProvider.clients();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void leader_signs_in_by_every_algorithm_and_with_every_kind_of_secret(String client) {
    put(client);

    JsonObject me = me(signIn("lina"));

    assertThat(me.getString("login")).isEqualTo("li.na");
    assertThat(me.getString("name")).isEqualTo("李娜");
    assertThat(me.getString("agent")).isEqualTo("1001");
    assertThat(me.getJsonArray("roles"))
        .containsExactly(role("leader").put("site", null).put("team", "eagle"));
  }

  @Test
  void manager_whose_provider_saw_a_second_factor_needs_none_of_ours() {
    put("ringside-RS256");

    JsonObject me = me(signIn("boss"));

    assertThat(me.getBoolean("secondFactorNeeded")).isFalse();
    assertThat(me.getJsonArray("rights").encode()).contains("manage_contests");
  }

  @Test
  void person_without_a_role_is_refused_and_so_is_whom_the_provider_does_not_know() {
    put("ringside-RS256");

    assertThat(signIn("wu").json().getString("code")).isEqualTo("SINGLE_SIGN_ON_NO_ROLE");
    assertThat(signIn("nobody").json().getString("code")).isEqualTo("SINGLE_SIGN_ON_REFUSED");
  }

  @Test
  void code_that_was_used_is_refused_by_the_provider() {
    put("ringside-RS256");
    var traveller = new Traveller(server());
    URI first = Traveller.address(traveller.start());
    JsonObject found = found(provider().signIn(first, "lina"));
    me(traveller.back(found));
    URI second = Traveller.address(traveller.start());
    String state = FakeProvider.query(second.getRawQuery()).getOrDefault("state", "");

    Answer again = traveller.back(found.copy().put("state", state));

    assertThat(again.json().getString("code")).isEqualTo("SINGLE_SIGN_ON_REFUSED");
  }

  @Test
  void wrong_secret_is_trouble_of_the_setup_and_not_of_the_person() {
    put("ringside-RS256");
    var wrong = new JsonObject(server().get(SETUP).body()).put("clientSecret", "not the secret");
    wrong.remove("returnAddress");
    assertThat(server().put(SETUP, "application/json", wrong.encode()).status()).isEqualTo(200);

    assertThat(signIn("lina").json().getString("code")).isEqualTo("SINGLE_SIGN_ON_INTERRUPTED");
  }

  @Test
  void test_of_the_setup_says_what_the_provider_offers() {
    put("ringside-RS256");

    JsonObject outcome = server().post(SETUP + "/test", new JsonObject()).json();

    assertThat(outcome.getBoolean("good")).isTrue();
    assertThat(outcome.getString("signInAddress")).isEqualTo(provider().issuer() + "/auth");
    assertThat(outcome.getJsonArray("algorithms")).contains("RS256", "PS256", "ES256", "EdDSA");
  }
}
