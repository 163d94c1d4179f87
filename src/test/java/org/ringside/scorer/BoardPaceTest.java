package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a board goes out. */
class BoardPaceTest {
  @ParameterizedTest
  @CsvSource({"0,100", "300,100", "5000,100", "10000,200", "50000,1000", "400000,1000"})
  void interval_isTwentyTimesWhatTheBoardCosts_withinATenthAndAWholeSecond(
      long micros, long millis) {
    assertThat(BoardPace.intervalMs(1000 * micros)).isEqualTo(millis);
  }
}
