package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.db.TestDatabase.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.TurnedClock;
import org.ringside.account.Voucher;
import org.ringside.credential.Tokens;
import org.ringside.db.TestDatabase;

/** How long a sign-in waits for its provider. */
class ArrivalTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final FakeProvider fake = new FakeProvider(clock);
  private final Fetch fetch = new Fetch(TestDatabase.vertx());
  private final Providers providers = new Providers(fetch, List.of(), clock);
  private final Arrival arrival = new Arrival(fetch, providers, clock, PATIENCE);
  private final Setup setup =
      new Setup(
          fake.issuer(),
          FakeProvider.CLIENT,
          false,
          List.of(),
          "Acme",
          "preferred_username",
          null,
          List.of(),
          null,
          new Voucher.Trust(true, false, false, false));

  @AfterEach
  void stop() {
    fake.close();
    await(fetch.close());
  }

  private Claims arrive() {
    var departure = Departure.of(1, setup, "browser", "http://127.0.0.1:1/sign-in/return", null);
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hash(departure.verifier()));
    var asked =
        new Departure.Form()
            .put("client_id", FakeProvider.CLIENT)
            .put("redirect_uri", departure.back())
            .put("nonce", departure.nonce())
            .put("code_challenge", challenge);
    String code =
        fake.code(URI.create("x:/?" + asked.text()), new JsonObject().put("sub", "somebody"));
    return await(arrival.claims(departure, setup, code, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/openid-configuration", "/token", "/keys", "/me"})
  @Timeout(6) // a question by itself has eight seconds
  void all_questions_of_a_sign_in_have_one_time_together(String hung) {
    if (!hung.startsWith("/.well-known")) {
      await(providers.find(setup.issuer()));
    }
    fake.hang(hung);
    assertThatThrownBy(this::arrive).hasMessageContaining("does not answer");
  }

  @Test
  void provider_that_answers_is_waited_for() {
    assertThat(arrive().signed().getString("sub")).isEqualTo("somebody");
  }
}
