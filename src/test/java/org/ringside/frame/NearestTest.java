package org.ringside.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A slip of the pen is answered with what was meant, anything else with nothing. */
class NearestTest {
  private static final List<String> METRICS = List.of("asa", "csat", "aht", "answer_rate");

  @Test
  void neighboursSwapped_areOneSlip() {
    assertThat(Nearest.few("csta", METRICS, 1)).containsExactly("csat");
    assertThat(Nearest.to("answer_raet", METRICS)).contains("answer_rate");
  }

  @Test
  void lettersLostAddedAndOther_areSlips() {
    assertThat(Nearest.to("answerrate", METRICS)).contains("answer_rate");
    assertThat(Nearest.to("answer_rates", METRICS)).contains("answer_rate");
    assertThat(Nearest.to("csaf", METRICS)).contains("csat");
    assertThat(Nearest.to("csat", METRICS)).contains("csat");
  }

  @Test
  void anotherWord_isNoSlip() {
    assertThat(Nearest.to("title", List.of("gates", "lines"))).isEmpty();
    assertThat(Nearest.to("from", List.of("end", "start"))).isEmpty();
    assertThat(Nearest.to("", METRICS)).isEmpty();
    assertThat(Nearest.to("csat", List.of())).isEmpty();
  }
}
