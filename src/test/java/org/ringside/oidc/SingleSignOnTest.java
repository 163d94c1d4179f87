package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.role;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.LogLines;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.account.Neighbour;
import org.ringside.credential.TotpCodes;
import org.ringside.db.HeldLock;
import org.ringside.db.TestDatabase;
import org.slf4j.LoggerFactory;

/** Single sign-on with a provider that does what the test says; see {@link RealProviderTest}. */
class SingleSignOnTest {
  private static final String SETUP = "/api/v1/organisation/single-sign-on";
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  private final TurnedClock clock = new TurnedClock(NOW);
  private final TestServer server = TestServer.start(TestDatabase.fresh(), clock);
  private final Household people = new Household(server);
  private final FakeProvider provider = new FakeProvider(clock);
  private final Traveller traveller = new Traveller(server);

  @BeforeEach
  void roster() {
    var table =
        """
        agent,name,team,site,from,to,aliases
        1001,李娜,eagle,north,2020-01-01,,ext-1
        1002,王芳,hawk,south,2020-01-01,,ext-2
        """;
    assertThat(server.put("/api/v1/roster", "text/csv", table).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  private JsonObject setup() {
    return new JsonObject()
        .put("issuer", provider.issuer())
        .put("clientId", FakeProvider.CLIENT)
        .put("clientSecret", FakeProvider.SECRET)
        .put("label", "Acme account")
        .put("agent", "employee_number")
        .put("newcomers", "made")
        .put("existing", "linked")
        .put("roles", "replaced")
        .put(
            "rules",
            new JsonArray()
                .add(rule("cc-leaders", "leader").put("teamClaim", "team"))
                .add(rule("cc-quality", "quality").put("site", "south"))
                .add(rule("cc-managers", "manager"))
                .add(rule("everybody", "agent")))
        .put(
            "secondFactor",
            new JsonObject().put("claim", "amr").put("values", new JsonArray().add("mfa")));
  }

  private static JsonObject rule(String group, String role) {
    return new JsonObject().put("claim", "groups").put("value", group).put("role", role);
  }

  private void put(JsonObject setup) {
    Answer answer = server.put(SETUP, "application/json", setup.encode());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static JsonObject person(String login, String... groups) {
    return new JsonObject()
        .put("sub", "sub-of-" + login)
        .put("name", "Name of " + login)
        .put("preferred_username", login)
        .put("groups", JsonArray.of((Object[]) groups));
  }

  private JsonObject me(Answer in) {
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    return people.get("/api/v1/me", in.json().getString("accessToken")).json();
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.json().getString("code")).as(answer.body()).isEqualTo(code);
    assertThat(answer.response().headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void newcomer_has_an_account_with_the_roles_and_the_agent_of_the_claims() {
    put(setup());
    JsonObject lina =
        person("Li.Na", "cc-leaders", "everybody", "other")
            .put("team", "eagle")
            .put("employee_number", "1001");

    Answer in = traveller.signIn(provider, lina, new JsonObject().put("then", "/wall"));

    JsonObject me = me(in);
    assertThat(in.json().getString("then")).isEqualTo("/wall");
    assertThat(me.getString("login")).isEqualTo("li.na");
    assertThat(me.getString("name")).isEqualTo("Name of Li.Na");
    assertThat(me.getString("agent")).isEqualTo("1001");
    assertThat(me.getString("state")).isEqualTo("active");
    assertThat(me.getBoolean("singleSignOn")).isTrue();
    assertThat(me.getJsonArray("roles"))
        .containsExactlyInAnyOrder(
            role("agent").put("site", null).put("team", null),
            role("leader").put("site", null).put("team", "eagle"));
    assertThat(people.refresh(Household.cookie(in)).status()).isEqualTo(200);
    assertThat(server.get("/api/v1/audit?act=account.provisioned").items()).hasSize(1);
  }

  @Test
  void roles_follow_the_claims_at_each_sign_in_and_who_has_none_is_out() {
    put(setup());
    me(traveller.signIn(provider, person("wu", "cc-quality")));

    JsonObject later = me(traveller.signIn(provider, person("wu", "everybody")));
    assertThat(later.getJsonArray("roles"))
        .containsExactly(role("agent").put("site", null).put("team", null));

    refused(traveller.signIn(provider, person("wu", "other")), "SINGLE_SIGN_ON_NO_ROLE");
    JsonObject account = server.get("/api/v1/people").items().getJsonObject(0);
    assertThat(account.getJsonArray("roles")).isEmpty();
  }

  @Test
  void roles_that_are_kept_are_given_once_and_are_ours_from_then_on() {
    put(setup().put("roles", "kept"));
    me(traveller.signIn(provider, person("wu", "cc-quality")));

    JsonObject later = me(traveller.signIn(provider, person("wu", "cc-managers")));

    assertThat(later.getJsonArray("roles"))
        .containsExactly(role("quality").put("site", "south").put("team", null));
  }

  @Test
  void newcomer_without_a_role_has_no_account() {
    put(setup());
    refused(traveller.signIn(provider, person("wu", "other")), "SINGLE_SIGN_ON_NO_ROLE");
    assertThat(server.get("/api/v1/people").items()).isEmpty();
  }

  @Test
  void newcomer_is_refused_where_accounts_are_not_made() {
    put(setup().put("newcomers", "refused"));
    refused(traveller.signIn(provider, person("wu", "everybody")), "SINGLE_SIGN_ON_NO_ACCOUNT");
  }

  @Test
  void account_of_the_same_login_is_taken_over_only_where_the_organisation_says_so() {
    people.moveIn("li", role("agent"));
    put(setup().put("existing", "refused"));
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_NOT_LINKED");

    put(setup());
    me(traveller.signIn(provider, person("li", "everybody")));

    JsonObject other = person("li", "everybody").put("sub", "somebody else of that name");
    refused(traveller.signIn(provider, other), "SINGLE_SIGN_ON_NOT_LINKED");
    assertThat(server.get("/api/v1/people").items()).hasSize(1);
  }

  @Test
  void linked_account_is_the_same_person_under_another_login() {
    put(setup());
    JsonObject before = me(traveller.signIn(provider, person("li", "everybody")));
    people.invite("married", role("agent"));

    JsonObject renamed = person("married", "everybody").put("sub", "sub-of-li");
    JsonObject after = me(traveller.signIn(provider, renamed));

    assertThat(after.getInteger("number")).isEqualTo(before.getInteger("number"));
    assertThat(after.getString("login")).isEqualTo("li");
  }

  @Test
  void administrator_is_neither_made_nor_unmade_nor_linked_unless_the_provider_may() {
    people.moveIn("root", role("administrator"));
    put(setup());
    refused(traveller.signIn(provider, person("root", "everybody")), "SINGLE_SIGN_ON_NOT_LINKED");
    Answer answer =
        server.put(
            SETUP,
            "application/json",
            setup().put("rules", new JsonArray().add(rule("it", "administrator"))).encode());
    assertThat(answer.status()).isEqualTo(400);

    var trusted = new JsonArray().add(rule("it", "administrator")).add(rule("everybody", "agent"));
    put(setup().put("administrators", "provider").put("rules", trusted));
    JsonObject me = me(traveller.signIn(provider, person("root", "everybody")));
    assertThat(me.getJsonArray("roles").encode())
        .as("the last administrator with a password stays one")
        .contains("administrator", "agent");
    assertThat(me(traveller.signIn(provider, person("second", "it"))).encode())
        .contains("administrator");
  }

  @Test
  void blocked_account_stays_blocked() {
    put(setup());
    int number = me(traveller.signIn(provider, person("li", "everybody"))).getInteger("number");
    var blocked = new JsonObject().put("name", "Li").put("state", "blocked");
    server.put("/api/v1/people/" + number, "application/json", blocked.encode());

    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_BLOCKED");
  }

  @Test
  void manager_is_asked_for_a_second_factor_unless_the_provider_vouches_for_one() {
    put(setup());
    JsonObject without = me(traveller.signIn(provider, person("boss", "cc-managers")));
    assertThat(without.getBoolean("secondFactorNeeded")).isTrue();
    assertThat(without.getJsonArray("rights")).hasSize(1);

    JsonObject strong = person("boss", "cc-managers").put("amr", JsonArray.of("pwd", "mfa"));
    Answer in = traveller.signIn(provider, strong);
    JsonObject with = me(in);
    assertThat(with.getBoolean("secondFactorNeeded")).isFalse();
    assertThat(with.getJsonArray("rights").encode()).contains("manage_contests");
    Answer renewed = people.refresh(Household.cookie(in));
    assertThat(me(renewed).getBoolean("secondFactorNeeded")).isFalse();
  }

  @Test
  void second_factor_that_user_info_claims_is_none() {
    put(setup());
    provider.answerUserInfo(
        new JsonObject().put("sub", "sub-of-boss").put("amr", JsonArray.of("mfa")));

    JsonObject me = me(traveller.signIn(provider, person("boss", "cc-managers")));

    assertThat(me.getBoolean("secondFactorNeeded")).isTrue();
  }

  @Test
  void own_second_factor_is_asked_for_before_an_account_is_linked_or_opened() {
    String secret = secretOf(people.moveIn("boss", role("manager")));
    put(setup());

    Answer asked =
        traveller.signIn(
            provider, person("boss", "cc-managers"), new JsonObject().put("then", "/wall"));
    refused(asked, "SECOND_FACTOR_NEEDED");
    assertThat(server.get("/api/v1/audit?act=account.linked").items()).isEmpty();
    refused(traveller.code("000000"), "SECOND_FACTOR_REFUSED");

    clock.turn(Duration.ofSeconds(31));
    Answer in = traveller.code(TotpCodes.at(secret, clock.instant()));
    assertThat(in.json().getString("then")).isEqualTo("/wall");
    assertThat(me(in).getJsonArray("rights").encode()).contains("manage_contests");
    assertThat(server.get("/api/v1/audit?act=account.linked").items()).hasSize(1);
    refused(traveller.code(TotpCodes.at(secret, clock.instant())), "SINGLE_SIGN_ON_STALE");

    JsonObject strong = person("boss", "cc-managers").put("amr", JsonArray.of("mfa"));
    me(traveller.signIn(provider, strong));
  }

  @Test
  void who_guesses_at_the_code_is_paused() {
    secretOf(people.moveIn("boss", role("manager")));
    put(setup());
    refused(traveller.signIn(provider, person("boss", "cc-managers")), "SECOND_FACTOR_NEEDED");
    try (var log = new LogLines("org.ringside.account")) {
      for (int i = 0; i < 5; i++) {
        refused(traveller.code("000000"), "SECOND_FACTOR_REFUSED");
      }
      assertThat(log.all())
          .singleElement()
          .asString()
          .startsWith("WARN sign-in pauses for the second factor of one account")
          .contains("organisation 1, account 1;");
    }
    refused(traveller.code("000000"), "SIGN_IN_PAUSED");
    assertThat(server.metrics())
        .contains("ringside_sign_ins_total{outcome=\"factor_needed\"} 1.0")
        .contains("ringside_sign_ins_total{outcome=\"factor_refused\"} 5.0")
        .contains("ringside_sign_ins_total{outcome=\"paused\"} 1.0");
  }

  private String secretOf(String token) {
    String path = "/api/v1/me/second-factor";
    String secret = people.send("POST", path, token, null).json().getString("secret");
    var code = new JsonObject().put("code", TotpCodes.at(secret, clock.instant()));
    assertThat(people.send("PUT", path, token, code).status()).isEqualTo(204);
    return secret;
  }

  @Test
  void email_is_a_login_only_when_it_is_verified() {
    put(setup().put("login", "email"));
    JsonObject li = person("li", "everybody").put("email", "Li@Example.com");
    refused(traveller.signIn(provider, li), "SINGLE_SIGN_ON_NO_LOGIN");
    refused(
        traveller.signIn(provider, li.copy().put("email_verified", false)),
        "SINGLE_SIGN_ON_NO_LOGIN");

    JsonObject me = me(traveller.signIn(provider, li.copy().put("email_verified", true)));

    assertThat(me.getString("login")).isEqualTo("li@example.com");
  }

  @Test
  void what_the_id_token_lacks_comes_from_user_info_about_the_same_person() {
    put(setup());
    JsonObject bare = new JsonObject().put("sub", "sub-of-li");
    JsonObject info = person("li", "everybody");
    provider.answerUserInfo(info.copy().put("sub", "somebody else"));
    refused(traveller.signIn(provider, bare), "SINGLE_SIGN_ON_UNTRUSTED");

    provider.answerUserInfo(info);
    assertThat(me(traveller.signIn(provider, bare)).getString("login")).isEqualTo("li");
  }

  static Map<String, UnaryOperator<JsonObject>> wrongClaims() {
    long now = NOW.getEpochSecond();
    return Map.ofEntries(
        Map.entry("issuer", c -> c.put("iss", "https://login.example")),
        Map.entry("audience", c -> c.put("aud", "another client")),
        Map.entry("no audience", c -> c.putNull("aud")),
        Map.entry("several audiences", c -> c.put("aud", JsonArray.of("ringside", "another"))),
        Map.entry("party", c -> c.put("azp", "another client")),
        Map.entry("nonce", c -> c.put("nonce", "another")),
        Map.entry("no nonce", c -> c.putNull("nonce")),
        Map.entry("expired", c -> c.put("exp", now - 61)),
        Map.entry("no end", c -> c.putNull("exp")),
        Map.entry("from the future", c -> c.put("iat", now + 61)),
        Map.entry("not yet", c -> c.put("nbf", now + 61)),
        Map.entry("too old", c -> c.put("iat", now - 661)),
        Map.entry("no subject", c -> c.putNull("sub")),
        Map.entry("subject of another form", c -> c.put("sub", 17)),
        Map.entry("access token", c -> c.put("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")));
  }

  static java.util.stream.Stream<String> wrongs() {
    return wrongClaims().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void id_token_with_a_wrong_claim_is_not_trusted(String wrong) {
    put(setup());
    provider.changeClaims(wrongClaims().getOrDefault(wrong, UnaryOperator.identity()));

    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");

    assertThat(server.get("/api/v1/people").items()).isEmpty();
    provider.changeClaims(UnaryOperator.identity());
    me(traveller.signIn(provider, person("li", "everybody")));
  }

  @Test
  void id_token_of_another_key_is_not_trusted_and_keys_are_not_asked_for_each_time() {
    put(setup());
    provider.changeKey(false);
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
    assertThat(provider.questionsForKeys()).isEqualTo(1);
  }

  @Test
  void new_key_of_the_provider_is_found_after_a_minute() {
    put(setup());
    me(traveller.signIn(provider, person("li", "everybody")));
    provider.changeKey(true);

    clock.turn(Duration.ofSeconds(61));

    me(traveller.signIn(provider, person("li", "everybody")));
    assertThat(provider.questionsForKeys()).isEqualTo(2);
  }

  @Test
  void id_token_without_signature_or_signed_with_what_everybody_knows_is_not_trusted() {
    put(setup());
    provider.signByNothing();
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
    provider.signByPublicKey();
    clock.turn(Duration.ofMinutes(11));
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
  }

  @Test
  void state_is_good_once_for_ten_minutes_in_the_browser_that_has_set_out() {
    put(setup());
    URI address = Traveller.address(traveller.start());
    JsonObject found = Traveller.found(address, provider.code(address, person("li", "everybody")));

    refused(traveller.back(found.copy().put("state", "made up")), "SINGLE_SIGN_ON_STALE");
    refused(new Traveller(server).back(found), "SINGLE_SIGN_ON_STALE");
    var other = new Traveller(server);
    Traveller.address(other.start());
    refused(other.back(found), "SINGLE_SIGN_ON_STALE");

    me(traveller.back(found));
    refused(traveller.back(found), "SINGLE_SIGN_ON_STALE");

    URI late = Traveller.address(traveller.start());
    clock.turn(Duration.ofMinutes(10));
    String code = provider.code(late, person("li", "everybody"));
    refused(traveller.back(Traveller.found(late, code)), "SINGLE_SIGN_ON_STALE");
  }

  @Test
  void tabs_of_one_browser_are_on_their_way_at_a_time() {
    put(setup());
    URI first = Traveller.address(traveller.start());
    URI second = Traveller.address(traveller.start());
    String code = provider.code(first, person("li", "everybody"));
    String other = provider.code(second, person("wu", "everybody"));

    me(traveller.back(Traveller.found(first, code)));
    me(traveller.back(Traveller.found(second, other)));
  }

  @Test
  void code_is_good_once_and_only_for_who_was_sent_to_get_it() {
    put(setup());
    URI first = Traveller.address(traveller.start());
    URI second = Traveller.address(traveller.start());
    URI third = Traveller.address(traveller.start());
    String code = provider.code(first, person("li", "everybody"));

    refused(traveller.back(Traveller.found(second, code)), "SINGLE_SIGN_ON_REFUSED");
    refused(traveller.back(Traveller.found(first, code)), "SINGLE_SIGN_ON_REFUSED");
    refused(traveller.back(Traveller.found(third, "nonsense")), "SINGLE_SIGN_ON_REFUSED");
  }

  @Test
  void redirect_that_names_another_issuer_or_none_where_one_is_promised_is_not_trusted() {
    put(setup());
    URI address = Traveller.address(traveller.start());
    String code = provider.code(address, person("li", "everybody"));
    JsonObject found = Traveller.found(address, code).put("iss", "https://login.example");
    refused(traveller.back(found), "SINGLE_SIGN_ON_UNTRUSTED");

    provider.changeDiscovery(
        document -> document.put("authorization_response_iss_parameter_supported", true));
    clock.turn(Duration.ofMinutes(11));
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
    URI again = Traveller.address(traveller.start());
    String other = provider.code(again, person("li", "everybody"));
    me(traveller.back(Traveller.found(again, other).put("iss", provider.issuer())));
  }

  @Test
  void refusal_of_the_provider_is_said_without_its_words() {
    put(setup());
    URI address = Traveller.address(traveller.start());
    JsonObject found = Traveller.found(address, "").put("error", "access_denied");
    found.remove("code");

    Answer answer = traveller.back(found);

    refused(answer, "SINGLE_SIGN_ON_REFUSED");
    assertThat(answer.body()).doesNotContain("access_denied");
  }

  @Test
  void provider_that_is_down_is_unavailable_and_found_again_after_it_is_back() {
    put(setup());
    provider.breakDown(true);
    Answer answer = traveller.start();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().getString("code")).isEqualTo("SINGLE_SIGN_ON_UNAVAILABLE");
    assertThat(answer.response().headers().firstValue("retry-after")).hasValue("10");

    provider.breakDown(false);
    clock.turn(Duration.ofSeconds(5));
    me(traveller.signIn(provider, person("li", "everybody")));
  }

  @Test
  void request_at_the_provider_has_all_that_ties_its_answer_to_this_browser() {
    put(setup());

    Answer answer = traveller.start();

    URI address = Traveller.address(answer);
    assertThat(address.toString()).startsWith(provider.issuer() + "/auth?tenant=acme&");
    assertThat(FakeProvider.query(address.getRawQuery()))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", FakeProvider.CLIENT)
        .containsEntry("redirect_uri", server.base() + "/sign-in/return")
        .containsEntry("scope", "openid profile email")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(answer.response().headers().firstValue("set-cookie").orElse(""))
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Strict")
        .contains("; Path=/api/v1/session/single-sign-on");
    assertThat(answer.body()).doesNotContain(traveller.cookie().split("=", 2)[1]);
  }

  @Test
  void path_of_another_site_is_no_place_to_go_on_to() {
    put(setup());
    for (String then : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      assertThat(traveller.start(new JsonObject().put("then", then)).status()).isEqualTo(400);
    }
  }

  @Test
  void organisations_have_each_their_own_provider_and_their_own_people() {
    var second = new Neighbour(server, "second", "HOME");
    var founded = new JsonObject().put("code", "second").put("name", "Second");
    server.post("/api/v1/organisations", founded);
    put(setup());

    assertThat(ways("?organisation=second")).isNull();
    assertThat(ways("?organisation=nowhere")).isNull();
    assertThat(ways("")).as("where there are several one must be named").isNull();
    assertThat(ways("?organisation=ringside").getString("label")).isEqualTo("Acme account");
    var there = new JsonObject().put("organisation", "second");
    assertThat(traveller.start(there).json().getString("code")).isEqualTo("SINGLE_SIGN_ON_OFF");
    JsonObject here = new JsonObject().put("organisation", "ringside");
    me(traveller.signIn(provider, person("li", "everybody"), here));
    assertThat(second.source()).isEqualTo("pbx-HOME");
  }

  private JsonObject ways(String query) {
    return people.get("/api/v1/session/ways" + query, null).json().getJsonObject("singleSignOn");
  }

  @Test
  void change_of_provider_makes_void_who_was_on_the_way_to_the_one_before() {
    put(setup());
    URI address = Traveller.address(traveller.start());
    String code = provider.code(address, person("li", "everybody"));
    put(setup().put("clientId", "another"));

    refused(traveller.back(Traveller.found(address, code)), "SINGLE_SIGN_ON_STALE");
  }

  @Test
  void unlinked_account_is_entered_by_its_password_alone() {
    people.moveIn("li", role("agent"));
    put(setup());
    int number = me(traveller.signIn(provider, person("li", "everybody"))).getInteger("number");
    put(setup().put("existing", "refused"));

    String path = "/api/v1/people/" + number + "/single-sign-on";
    assertThat(people.send("DELETE", path, TestServer.TOKEN, null).status()).isEqualTo(204);

    assertThat(people.send("DELETE", path, TestServer.TOKEN, null).status()).isEqualTo(404);
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_NOT_LINKED");
    assertThat(people.signIn("li", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void wrong_signature_of_a_known_key_makes_nobody_ask_for_keys() {
    put(setup());
    me(traveller.signIn(provider, person("li", "everybody")));
    clock.turn(Duration.ofSeconds(61));
    provider.signWrongly();
    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_UNTRUSTED");
    assertThat(provider.questionsForKeys()).isEqualTo(1);
  }

  @Test
  void good_keys_stay_good_where_newer_ones_cannot_be_had() {
    put(setup());
    me(traveller.signIn(provider, person("li", "everybody")));
    clock.turn(Duration.ofSeconds(61));
    provider.changeKey(false);
    provider.breakDown("/keys");
    refused(traveller.signIn(provider, person("wu", "everybody")), "SINGLE_SIGN_ON_INTERRUPTED");

    provider.signAsBefore();
    me(traveller.signIn(provider, person("li", "everybody")));
    assertThat(provider.questionsForKeys()).isEqualTo(1);
  }

  @Test
  void address_that_user_info_has_verified_is_not_the_one_of_the_id_token() {
    put(setup().put("login", "email"));
    JsonObject bare = new JsonObject().put("sub", "sub-of-li").put("email", "boss@example.com");
    provider.answerUserInfo(person("li", "everybody").put("email_verified", true));
    refused(traveller.signIn(provider, bare), "SINGLE_SIGN_ON_NO_LOGIN");

    provider.answerUserInfo(
        person("li", "everybody").put("email_verified", true).put("email", "li@example.com"));
    assertThat(me(traveller.signIn(provider, bare)).getString("login")).isEqualTo("li@example.com");
  }

  @Test
  void provider_that_breaks_down_on_the_way_back_lets_nobody_in_and_says_to_begin_anew() {
    put(setup());
    URI address = Traveller.address(traveller.start());
    JsonObject found = Traveller.found(address, provider.code(address, person("li", "everybody")));
    provider.breakDown("/token");

    Answer answer = traveller.back(found);

    refused(answer, "SINGLE_SIGN_ON_INTERRUPTED");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().getString("detail")).contains("begin the sign-in anew");
    provider.breakDown("");
    refused(traveller.back(found), "SINGLE_SIGN_ON_STALE");
    me(traveller.signIn(provider, person("li", "everybody")));
  }

  @Test
  void refusal_stands_in_the_log_by_organisation_and_code_and_without_anybody() {
    put(setup());
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var logger = (Logger) LoggerFactory.getLogger(SingleSignOnRoutes.class);
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    try {
      refused(traveller.signIn(provider, person("wu.zetian")), "SINGLE_SIGN_ON_NO_ROLE");
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("single sign-on of organisation 1 was refused: SINGLE_SIGN_ON_NO_ROLE")
        .noneMatch(line -> line.contains("wu.zetian"));
  }

  @Test
  void two_who_come_in_for_the_first_time_at_once_are_one_person() {
    put(setup());
    var other = new Traveller(server);
    CompletableFuture<Answer> one;
    CompletableFuture<Answer> two;
    try (HeldLock roles = lockedRoles()) {
      assertThat(roles).isNotNull();
      one = coming(traveller, person("li", "everybody"));
      two = coming(other, person("li", "everybody"));
      waiting(2);
    }

    int number = me(one.join()).getInteger("number");
    assertThat(me(two.join()).getInteger("number")).isEqualTo(number);
    assertThat(server.get("/api/v1/people").items()).hasSize(1);
    assertThat(server.get("/api/v1/audit?act=account.provisioned").items()).hasSize(1);
  }

  @Test
  void account_that_is_blocked_at_the_last_moment_stays_blocked() {
    put(setup());
    me(traveller.signIn(provider, person("li", "everybody")));
    CompletableFuture<Answer> coming;
    try (HeldLock roles = lockedRoles()) {
      assertThat(roles).isNotNull();
      coming = coming(traveller, person("li", "cc-quality"));
      waiting(1);
      server.database().asSuperuser("update account set active = false");
    }

    refused(coming.join(), "SINGLE_SIGN_ON_BLOCKED");
    assertThat(server.get("/api/v1/audit?act=account.changed").items()).isEmpty();
  }

  @Test
  void settings_that_change_at_the_last_moment_let_nobody_in_by_those_of_before() {
    put(setup());
    CompletableFuture<Answer> coming;
    try (HeldLock roles = lockedRoles()) {
      assertThat(roles).isNotNull();
      coming = coming(traveller, person("li", "everybody"));
      waiting(1);
      put(setup().put("roles", "kept"));
    }

    refused(coming.join(), "SINGLE_SIGN_ON_STALE");
    assertThat(server.get("/api/v1/people").items()).isEmpty();
  }

  @Test
  void settings_that_are_removed_at_the_last_moment_let_nobody_in() {
    put(setup());
    CompletableFuture<Answer> coming;
    try (HeldLock roles = lockedRoles()) {
      assertThat(roles).isNotNull();
      coming = coming(traveller, person("li", "everybody"));
      waiting(1);
      assertThat(people.send("DELETE", SETUP, TestServer.TOKEN, null).status()).isEqualTo(204);
    }

    refused(coming.join(), "SINGLE_SIGN_ON_STALE");
  }

  private HeldLock lockedRoles() {
    return HeldLock.by(
        server.database(), "select pg_advisory_xact_lock(hashtext('ringside.account_role'), 1)");
  }

  private CompletableFuture<Answer> coming(Traveller who, JsonObject person) {
    return CompletableFuture.supplyAsync(() -> who.signIn(provider, person));
  }

  /** So many want to change roles, and have decided what. */
  private void waiting(int many) {
    String waiting =
        """
        select count(*) from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())
        """;
    TestServer.eventually(
        many + " wait",
        () -> server.database().asOwner(waiting).iterator().next().getLong(0) == many);
  }

  @Test
  void what_a_code_is_waited_for_is_over_when_the_settings_change() {
    String secret = secretOf(people.moveIn("boss", role("manager")));
    put(setup());
    refused(traveller.signIn(provider, person("boss", "cc-managers")), "SECOND_FACTOR_NEEDED");
    put(setup().put("roles", "kept"));
    clock.turn(Duration.ofSeconds(31));

    String digits = TotpCodes.at(secret, clock.instant());
    refused(traveller.code(digits), "SINGLE_SIGN_ON_STALE");

    refused(traveller.signIn(provider, person("boss", "cc-managers")), "SECOND_FACTOR_NEEDED");
    me(traveller.code(digits));
  }

  @Test
  void who_was_anonymised_is_not_made_anew_by_the_provider() {
    put(setup());
    int number = me(traveller.signIn(provider, person("li", "everybody"))).getInteger("number");
    var erasure = new JsonObject().put("account", number).put("reason", "left");
    assertThat(server.post("/api/v1/personal-data/anonymisation", erasure).status()).isEqualTo(200);

    refused(traveller.signIn(provider, person("li", "everybody")), "SINGLE_SIGN_ON_GONE");
    JsonObject renamed = person("li.na", "everybody").put("sub", "sub-of-li");
    refused(traveller.signIn(provider, renamed), "SINGLE_SIGN_ON_GONE");
    assertThat(server.get("/api/v1/people").items()).hasSize(1);
    me(traveller.signIn(provider, person("li", "everybody").put("sub", "another of that name")));

    people.invite("li.na", role("agent"));
    assertThat(me(traveller.signIn(provider, renamed)).getString("login"))
        .as("whom somebody has invited anew")
        .isEqualTo("li.na");
  }
}
