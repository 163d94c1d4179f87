package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
  @Test
  void code_has_no_vowels_and_nothing_that_looks_alike() {
    assertThat(IntStream.range(0, 500).mapToObj(any -> PairingCode.fresh()))
        .allMatch(code -> code.matches("[2346789BCDFGHJKMNPQRTVWX]{8}"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7QFX2MP", "k7qf x2mp", " K7QF-X2MP ", "k7-qf-x2-mp", "K7QF\u2011X2MP"})
  void code_is_read_however_it_is_typed(String typed) {
    assertThat(PairingCode.read(typed)).contains("K7QFX2MP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "K7QFX2M", "K7QFX2MPP", "K7QFX2M0", "K7QFX2ME", "K7QF.X2MP", "Ｋ7QFX2MP"})
  void what_is_no_code_is_not_read(String typed) {
    assertThat(PairingCode.read(typed)).isEmpty();
  }
}
