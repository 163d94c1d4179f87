package org.ringside.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");
  private static final String HERE = "192.0.2.1";

  private final Shelf<String> shelf = new Shelf<>(Duration.ofMinutes(10), 3, 2);

  private Optional<String> take(String key, Instant at) {
    return shelf.take(key, value -> true, at);
  }

  @Test
  void thing_is_taken_once() {
    shelf.put("a", "thing", HERE, NOW);

    assertThat(take("a", NOW)).hasValue("thing");
    assertThat(take("a", NOW)).isEmpty();
  }

  @Test
  void thing_stays_for_its_owner_when_somebody_else_asks() {
    shelf.put("a", "thing", HERE, NOW);

    assertThat(shelf.take("a", "other"::equals, NOW)).isEmpty();
    assertThat(shelf.take("a", "thing"::equals, NOW)).hasValue("thing");
  }

  @Test
  void thing_is_gone_when_its_time_is_over() {
    shelf.put("a", "thing", HERE, NOW);

    assertThat(take("a", NOW.plus(Duration.ofMinutes(10)))).isEmpty();
  }

  @Test
  void address_has_no_more_than_its_share_and_has_it_again_when_it_was_fetched_or_is_over() {
    assertThat(shelf.put("a", "1", HERE, NOW)).isTrue();
    assertThat(shelf.put("b", "2", HERE, NOW)).isTrue();
    assertThat(shelf.put("c", "3", HERE, NOW)).isFalse();

    take("a", NOW);
    assertThat(shelf.put("c", "3", HERE, NOW)).isTrue();
    assertThat(shelf.put("d", "4", HERE, NOW.plus(Duration.ofMinutes(10)))).isTrue();
    assertThat(shelf.put("e", "5", HERE, NOW.plus(Duration.ofMinutes(10)))).isTrue();
  }

  @Test
  void oldest_falls_off_when_all_is_full() {
    shelf.put("a", "1", "192.0.2.1", NOW);
    shelf.put("b", "2", "192.0.2.2", NOW);
    shelf.put("c", "3", "192.0.2.3", NOW);
    shelf.put("d", "4", "192.0.2.4", NOW);

    assertThat(take("a", NOW)).isEmpty();
    assertThat(take("d", NOW)).hasValue("4");
  }
}
