package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ringside.db.TestDatabase;
import org.ringside.oidc.IdentityProvider;

/**
 * Signing in by an identity provider that somebody else has written, in a real browser. What is
 * seen there is tested by {@code web/e2e/realSingleSignOn.test.ts}.
 */
class SingleSignOnPageTest {
  private static final String CLIENT = "ringside-ES256";

  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,李娜,eagle,north,2020-01-01,,ext-1
      """;

  @Test
  void people_come_back_from_the_provider_signed_in_or_are_told_why_not() {
    String lacking = BrowserRun.lacking();
    Assumptions.assumeTrue(lacking == null, lacking);
    try (TestServer server = TestServer.start(TestDatabase.fresh());
        IdentityProvider provider = IdentityProvider.start(server.base() + "/sign-in/return")) {
      assertThat(server.put("/api/v1/roster", "text/csv", ROSTER).status()).isEqualTo(200);
      TestServer.Answer set =
          server.put(
              "/api/v1/organisation/single-sign-on",
              "application/json",
              setup(provider.issuer()).encode());
      assertThat(set.status()).as(set.body()).isEqualTo(200);

      BrowserRun.Outcome outcome =
          BrowserRun.of(
              "realSingleSignOn.test.ts",
              Map.of(
                  "RINGSIDE_URL",
                  server.base().toString(),
                  "RINGSIDE_PROVIDER",
                  provider.issuer()));

      assertThat(outcome.passed()).as(outcome.output()).isTrue();
      assertThat(outcome.output()).contains("realSingleSignOn.test.ts").doesNotContain("skipped");
    }
  }

  private static JsonObject setup(String issuer) {
    var rule =
        new JsonObject()
            .put("claim", "groups")
            .put("value", "cc-leaders")
            .put("role", "leader")
            .put("teamClaim", "team");
    return new JsonObject()
        .put("issuer", issuer)
        .put("clientId", CLIENT)
        .put("clientSecret", IdentityProvider.secret(CLIENT))
        .put("scopes", JsonArray.of("profile", "email", "company"))
        .put("label", "Company account")
        .put("newcomers", "made")
        .put("roles", "replaced")
        .put("rules", JsonArray.of(rule));
  }
}
