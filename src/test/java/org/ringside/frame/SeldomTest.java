package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeldomTest {
  private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

  private final Seldom<String> seldom = new Seldom<>(Duration.ofMinutes(1), 2);

  @Test
  void one_of_a_kind_is_said_in_a_while_and_the_next_says_how_many_were_not() {
    assertThat(seldom.turn("a", NOON)).hasValue(0);
    assertThat(seldom.turn("a", NOON.plusSeconds(1))).isEmpty();
    assertThat(seldom.turn("a", NOON.plusSeconds(59))).isEmpty();
    assertThat(seldom.turn("b", NOON.plusSeconds(59))).hasValue(0);
    assertThat(seldom.turn("a", NOON.plusSeconds(60))).hasValue(2);
    assertThat(seldom.turn("a", NOON.plusSeconds(120))).hasValue(0);
  }

  @Test
  void oldest_kind_is_forgotten_when_there_are_too_many() {
    seldom.turn("a", NOON);
    seldom.turn("b", NOON);
    seldom.turn("c", NOON);
    assertThat(seldom.turn("a", NOON)).hasValue(0);
    assertThat(seldom.turn("c", NOON)).isEmpty();
  }
}
