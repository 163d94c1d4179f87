package org.ringside.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final PublicKey ANY = Ed25519.fresh().getPublic();

  @Test
  void first_key_is_due_and_signs_from_the_moment_that_it_is_there() {
    assertThat(KeyPlan.of(List.of(), NOW).due()).isTrue();
    assertThat(KeyPlan.of(List.of(), NOW).signs()).isEmpty();
    SigningKey first = made("a", NOW);
    assertThat(KeyPlan.of(List.of(first), NOW).signs()).contains(first);
    assertThat(KeyPlan.of(List.of(first), NOW).due()).isFalse();
  }

  @Test
  void next_key_is_due_after_thirty_days_and_signs_once_it_is_known_for_an_hour() {
    SigningKey first = made("a", NOW);
    assertThat(KeyPlan.of(List.of(first), days(30).minusMillis(1)).due()).isFalse();
    assertThat(KeyPlan.of(List.of(first), days(30)).due()).isTrue();

    var both = List.of(made("b", days(30)), first);
    assertThat(KeyPlan.of(both, days(30)).due()).isFalse();
    assertThat(signer(both, days(30).plusSeconds(3599))).isEqualTo("a");
    assertThat(signer(both, days(30).plusSeconds(3600))).isEqualTo("b");
  }

  @Test
  void key_that_was_not_followed_signs_a_day_longer_and_no_more() {
    var only = List.of(made("a", NOW));
    assertThat(signer(only, days(31).minusMillis(1))).isEqualTo("a");
    assertThat(KeyPlan.of(only, days(31)).signs()).isEmpty();
    assertThat(KeyPlan.of(only, days(31)).due()).isTrue();
  }

  @Test
  void access_key_is_trusted_as_long_as_its_last_token_and_result_key_for_ever() {
    SigningKey access = made("a", NOW);
    Instant lastToken = days(31).plus(Duration.ofMinutes(16));
    assertThat(access.isTrusted(lastToken.minusMillis(1))).isTrue();
    assertThat(access.isTrusted(lastToken)).isFalse();
    assertThat(KeyPlan.trustedUntil(KeyPurpose.RESULT, NOW)).isEmpty();
  }

  /** Whenever somebody looks: at most a day apart, as while a server runs. */
  @Property(tries = 100)
  void years_of_keys_leave_no_gap_and_no_surprise(@ForAll long seed) {
    var random = new Random(seed);
    var keys = new ArrayList<SigningKey>();
    Instant now = NOW;
    for (int look = 0; look < 1000; look++) {
      if (KeyPlan.of(keys, now).due()) {
        keys.add(made("k" + look, now));
      }
      SigningKey signs = KeyPlan.of(keys, now).signs().orElseThrow();
      Instant known = signs.createdAt().plus(KeyPlan.PUBLISHED_BEFORE);
      assertThat(signs.equals(keys.getFirst()) || !now.isBefore(known)).isTrue();
      assertThat(signs.isTrusted(now.plus(Duration.ofMinutes(16).minusMillis(1)))).isTrue();
      now = now.plusSeconds(random.nextInt(82_800));
    }
    Instant end = now;
    assertThat(keys.stream().filter(key -> key.isTrusted(end))).hasSizeLessThanOrEqualTo(2);
  }

  private static String signer(List<SigningKey> keys, Instant now) {
    return KeyPlan.of(keys, now).signs().orElseThrow().kid();
  }

  private static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static SigningKey made(String kid, Instant now) {
    return new SigningKey(
        kid,
        KeyPurpose.ACCESS,
        ANY,
        now,
        KeyPlan.signsUntil(now),
        KeyPlan.trustedUntil(KeyPurpose.ACCESS, now));
  }
}
