package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.db.TestDatabase;

/** Codes that are none cost a question at the provider each, and are limited as guesses are. */
class JunkCodesTest {
  /** In the five seconds that may be asked at once. */
  private static final int UNKNOWN = 5;

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server =
      TestServer.start(
          TestDatabase.fresh(),
          clock,
          Map.of("RINGSIDE_LIMIT_UNKNOWN", Integer.toString(UNKNOWN / 5)));
  private final FakeProvider provider = new FakeProvider(clock);

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  private void setUp() {
    var everybody = new JsonObject().put("role", "agent");
    var setup =
        new JsonObject()
            .put("issuer", provider.issuer())
            .put("clientId", FakeProvider.CLIENT)
            .put("clientSecret", FakeProvider.SECRET)
            .put("label", "Acme account")
            .put("newcomers", "made")
            .put("rules", new JsonArray().add(everybody));
    Answer put =
        server.put("/api/v1/organisation/single-sign-on", "application/json", setup.encode());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }

  private static JsonObject person(String login) {
    return new JsonObject().put("sub", login).put("preferred_username", login);
  }

  @Test
  void junk_codes_of_one_address_reach_the_provider_only_so_often() {
    setUp();
    var traveller = new Traveller(server);
    var addresses = new ArrayList<URI>();
    for (int i = 0; i <= UNKNOWN; i++) {
      addresses.add(Traveller.address(traveller.start()));
    }
    for (int i = 0; i < UNKNOWN; i++) {
      Answer junk = traveller.back(Traveller.found(addresses.get(i), "junk"));
      assertThat(junk.json().getString("code")).isEqualTo("SINGLE_SIGN_ON_REFUSED");
    }
    URI last = addresses.getLast();
    JsonObject found = Traveller.found(last, provider.code(last, person("li")));

    Answer limited = traveller.back(found);

    assertThat(limited.status()).as(limited.body()).isEqualTo(429);
    assertThat(limited.response().headers().firstValue("retry-after")).isPresent();
    clock.turn(Duration.ofSeconds(1));
    assertThat(traveller.back(found).status()).as("the state was not spent").isEqualTo(200);
  }

  @Test
  void codes_that_are_good_cost_nothing() {
    setUp();
    for (int i = 0; i < 2 * UNKNOWN; i++) {
      Answer in = new Traveller(server).signIn(provider, person("li" + i));
      assertThat(in.status()).as(in.body()).isEqualTo(200);
    }
  }
}
