package org.ringside.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final long NOW = 1_800_000_000_000_000_000L;

  private final Buckets<String> buckets = new Buckets<>(new Pace(1_000, 2), 3);

  private boolean takes(String name) {
    return buckets.take(name, NOW) == 0;
  }

  @Test
  void each_name_has_a_bucket_of_its_own() {
    assertThat(takes("a")).isTrue();
    assertThat(takes("a")).isTrue();
    assertThat(takes("a")).isFalse();
    assertThat(takes("b")).isTrue();
  }

  @Test
  void refusal_takes_nothing() {
    takes("a");
    takes("a");
    for (int i = 0; i < 10; i++) {
      assertThat(buckets.take("a", NOW)).isEqualTo(1_000);
    }
    assertThat(buckets.take("a", NOW + 1_000)).isZero();
  }

  @Test
  void token_given_back_is_there_again_and_nobody_gets_one_for_nothing() {
    takes("a");
    takes("a");
    buckets.giveBack("a");
    assertThat(takes("a")).isTrue();
    assertThat(takes("a")).isFalse();
    buckets.giveBack("nobody");
    assertThat(buckets.size()).isEqualTo(1);
  }

  @Test
  void full_of_names_it_forgets_the_quietest_and_shuts_nobody_out() {
    takes("quiet");
    takes("quiet");
    takes("loud");
    takes("loud");
    for (int i = 0; i < 100; i++) {
      assertThat(takes("new-" + i)).isTrue();
      assertThat(takes("loud")).isFalse();
      assertThat(buckets.size()).isLessThanOrEqualTo(3);
    }
    assertThat(takes("quiet")).isTrue();
  }
}
