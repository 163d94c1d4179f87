package org.ringside.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SkewsTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Skews skews = new Skews(meters);

  private double furthest() {
    return meters.get("ringside.sources.skew.max").gauge().value();
  }

  @Test
  void source_that_said_nothing_has_none() {
    assertThat(skews.seconds(1, "pbx")).isNull();
    assertThat(furthest()).isZero();
  }

  @Test
  void median_is_not_moved_by_one_that_was_long_on_the_way() {
    for (long millis : new long[] {2_100, 1_900, -240_000, 2_000, 2_200}) {
      skews.note(1, "pbx", millis);
    }
    assertThat(skews.seconds(1, "pbx")).isEqualTo(2);
  }

  @Test
  void last_nine_count() {
    for (int i = 0; i < 100; i++) {
      skews.note(1, "pbx", 60_000);
    }
    for (int i = 0; i < 5; i++) {
      skews.note(1, "pbx", -1_000);
    }
    assertThat(skews.seconds(1, "pbx")).isEqualTo(-1);
  }

  @Test
  void each_source_has_its_own_and_the_furthest_is_measured() {
    skews.note(1, "pbx", 1_000);
    skews.note(2, "pbx", -90_000);
    assertThat(skews.seconds(1, "pbx")).isEqualTo(1);
    assertThat(skews.seconds(2, "pbx")).isEqualTo(-90);
    assertThat(furthest()).isEqualTo(90);
  }
}
