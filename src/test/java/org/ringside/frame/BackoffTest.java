package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
  private final Backoff backoff = new Backoff(3, Duration.ofSeconds(60), 4);

  @Test
  void first_failures_cost_nothing_and_then_each_doubles_the_pause() {
    fail("li", 2);
    assertThat(backoff.left("li", START)).isZero();

    fail("li", 1);
    assertThat(backoff.left("li", START)).hasSeconds(1);

    fail("li", 3);
    assertThat(backoff.left("li", START)).hasSeconds(8);
  }

  @Test
  void pause_has_an_end_and_a_longest() {
    fail("li", 40);

    assertThat(backoff.left("li", START)).hasSeconds(60);
    assertThat(backoff.left("li", START.plusSeconds(59))).hasSeconds(1);
    assertThat(backoff.left("li", START.plusSeconds(60))).isZero();
  }

  @Test
  void success_and_an_hour_of_quiet_forgive() {
    fail("li", 10);
    fail("wu", 10);

    backoff.succeeded("li");

    assertThat(backoff.left("li", START)).isZero();
    assertThat(backoff.left("wu", START)).isPositive();
    backoff.failed("wu", START.plus(Duration.ofMinutes(61)));
    assertThat(backoff.left("wu", START.plus(Duration.ofMinutes(61)))).isZero();
  }

  @Test
  void names_do_not_pay_for_each_other() {
    fail("li", 10);

    assertThat(backoff.left("wu", START)).isZero();
  }

  @Test
  void no_more_names_are_remembered_than_there_is_room_for() {
    fail("first", 10);
    for (int i = 0; i < 4; i++) {
      backoff.failed("other " + i, START);
    }

    assertThat(backoff.left("first", START)).isZero();
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      backoff.failed(name, START);
    }
  }
}
