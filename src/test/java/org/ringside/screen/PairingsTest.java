package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ringside.frame.Device;
import org.ringside.frame.RefusedException;

class PairingsTest {
  private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
  private static final Device DEVICE = new Device("192.0.2.7", "a browser");
  private static final String LI = "1/account:17";
  private static final ScreenSql.Wanted HALL = new ScreenSql.Wanted("Hall", null, Playlist.ALL);
  private static final Pairing.Paired SCREEN = new Pairing.Paired(1, 7, UUID.randomUUID());

  private final Pairings pairings = new Pairings(new SimpleMeterRegistry());

  @Test
  void code_waits_ten_minutes_and_no_longer() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    Instant end = START.plus(Pairings.LIFE);

    assertThat(pairings.waiting(LI, code(offered), end.minusMillis(1))).isPresent();
    assertThat(pairings.claimed(offered.secret(), end.minusMillis(1))).isPresent();
    assertThat(pairings.waiting(LI, code(offered), end)).isEmpty();
    assertThat(pairings.claimed(offered.secret(), end)).isEmpty();
  }

  @Test
  void code_is_of_the_first_who_takes_it_until_it_is_put_back() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    Pairing taken = pairings.take(LI, code(offered), HALL, START).orElseThrow();

    assertThat(pairings.take("2/account:1", code(offered), HALL, START)).isEmpty();
    assertThat(pairings.waiting(LI, code(offered), START)).isEmpty();

    pairings.putBack(taken);
    assertThat(pairings.waiting(LI, code(offered), START)).isPresent();
  }

  @Test
  void who_pairs_the_same_again_hears_what_became_of_it_and_guesses_nothing() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    Pairing taken = pairings.take(LI, code(offered), HALL, START).orElseThrow();
    assertThat(pairings.before(LI, code(offered), HALL, START)).as("not yet").isEmpty();
    pairings.paired(taken, SCREEN, START);

    assertThat(pairings.before(LI, code(offered), HALL, START)).hasValue(SCREEN);
    assertThat(pairings.before("1/account:18", code(offered), HALL, START)).isEmpty();
    var other = new ScreenSql.Wanted("Lobby", null, HALL.playlist());
    assertThat(pairings.before(LI, code(offered), other, START)).isEmpty();
    for (int i = 0; i < 20; i++) {
      assertThat(pairings.take(LI, code(offered), other, START)).isEmpty();
    }
    assertThat(pairings.before(LI, code(offered), HALL, START.plus(Pairings.LIFE))).isEmpty();
  }

  @Test
  void screen_that_was_paired_at_the_last_moment_has_time_to_hear_of_it() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    Instant late = START.plus(Pairings.LIFE).minusSeconds(1);
    pairings.paired(pairings.take(LI, code(offered), HALL, late).orElseThrow(), SCREEN, late);

    Instant end = late.plus(Pairings.CLAIM);
    Pairing claimed = pairings.claimed(offered.secret(), end.minusMillis(1)).orElseThrow();
    assertThat(claimed.screen()).isEqualTo(SCREEN);
    assertThat(pairings.claimed(offered.secret(), end)).isEmpty();
  }

  @Test
  void secret_of_another_claims_nothing() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    assertThat(pairings.claimed(offered.secret() + "A", START)).isEmpty();
    assertThat(pairings.claimed(offered.pairing().secret(), START))
        .as("what is kept of a secret is no secret")
        .isEmpty();
  }

  @Test
  void one_address_has_so_many_codes_and_those_that_are_over_make_room() {
    fill(DEVICE, START, Pairings.MOST_OF_ADDRESS);

    assertThatThrownBy(() -> pairings.ask(DEVICE, START)).isInstanceOf(RefusedException.class);
    pairings.ask(new Device("192.0.2.8", ""), START);
    pairings.ask(DEVICE, START.plus(Pairings.LIFE));
    assertThat(pairings.size()).isEqualTo(1);
  }

  @Test
  void there_are_so_many_codes_in_all() {
    for (int i = 0; i < Pairings.MOST / Pairings.MOST_OF_ADDRESS; i++) {
      fill(new Device("address " + i, ""), START, Pairings.MOST_OF_ADDRESS);
    }
    var another = new Device("another", "");

    assertThatThrownBy(() -> pairings.ask(another, START))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(Pairings.TOO_MANY));
  }

  @Test
  void who_guesses_waits_longer_and_longer_and_others_do_not() {
    Pairings.Offered offered = pairings.ask(DEVICE, START);
    for (int i = 0; i < 10; i++) {
      assertThat(pairings.waiting(LI, "BBBBBBBB", START)).isEmpty();
    }

    assertThatThrownBy(() -> pairings.waiting(LI, code(offered), START))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(Pairings.PAUSED);
              assertThat(refused.problem().retryAfterSeconds()).isEqualTo(1);
            });
    assertThat(pairings.waiting("1/account:18", code(offered), START)).isPresent();
    assertThat(pairings.waiting(LI, code(offered), START.plus(Duration.ofMinutes(1)))).isPresent();
  }

  @Test
  void right_guess_forgives_no_wrong_one() {
    for (int i = 0; i < 10; i++) {
      pairings.waiting(LI, "BBBBBBBB", START.plusSeconds(i));
      Pairings.Offered own = pairings.ask(DEVICE, START);
      if (i < 9) {
        pairings.take(LI, code(own), HALL, START.plusSeconds(i));
      }
    }
    assertThatThrownBy(() -> pairings.waiting(LI, "BBBBBBBB", START.plusSeconds(9)))
        .isInstanceOf(RefusedException.class);
  }

  private void fill(Device device, Instant at, int count) {
    for (int i = 0; i < count; i++) {
      Objects.requireNonNull(pairings.ask(device, at));
    }
  }

  private static String code(Pairings.Offered offered) {
    return offered.pairing().code();
  }
}
