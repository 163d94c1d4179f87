package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a checkpoint is due. */
class CheckpointPaceTest {
  private final CheckpointPace pace = new CheckpointPace(1_000, 50);

  @Test
  void first_isDueAfterFiveSeconds() {
    assertThat(pace.due(5_999, 50)).isFalse();
    assertThat(pace.due(6_000, 50)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0,5000", "1250,5000", "2000,8000", "15000,60000", "40000,60000"})
  void next_isDueAfterFourTimesAsLongAsTheLastOneLasted(long tookMs, long millis) {
    pace.written(10_000, tookMs, 60);
    assertThat(pace.due(9_999 + millis, 60)).isFalse();
    assertThat(pace.due(10_000 + millis, 60)).isTrue();
  }

  @Test
  void everyHundredThousandFacts_oneIsDueAtOnce() {
    pace.written(10_000, 30_000, 60);
    assertThat(pace.due(10_001, 100_059)).isFalse();
    assertThat(pace.due(10_001, 100_060)).isTrue();
  }
}
