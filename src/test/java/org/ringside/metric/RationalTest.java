package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact fractions (R10). */
class RationalTest {
  @Test
  void fractions_are_in_lowest_terms_with_the_sign_on_top() {
    assertThat(Rational.of(6, -8)).isEqualTo(Rational.of(-3, 4)).hasToString("-3/4");
    assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO).hasToString("0");
  }

  @Test
  void nothing_is_divided_by_nothing() {
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void three_tenths_are_three_tenths() {
    Rational tenth = Rational.of(new BigDecimal("0.1"));
    assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Rational.of(3, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "1,2,0,1",
    "-1,2,0,-1",
    "1,3,3,0.333",
    "2,3,3,0.667",
    "1,2000,3,0.001",
    "-1,2000,3,-0.001",
    "5,4,1,1.3",
    "249999,200000,1,1.2",
    "7,1,2,7.00"
  })
  void half_is_rounded_away_from_zero(long above, long below, int decimals, BigDecimal rounded) {
    assertThat(Rational.of(above, below).roundHalfUp(decimals)).isEqualTo(rounded);
  }

  @ParameterizedTest
  @CsvSource({"1.50,3/2", "1E+3,1000", "-0.001,-1/1000", "0.000,0"})
  void decimal_is_taken_exactly(BigDecimal decimal, String fraction) {
    assertThat(Rational.of(decimal)).hasToString(fraction);
  }

  @Property
  void adding_and_taking_away_comes_back(
      @ForAll long a, @ForAll @LongRange(min = 1) long b, @ForAll long c) {
    Rational x = Rational.of(a, b);
    Rational y = Rational.of(c, b);
    assertThat(x.plus(y).minus(y)).isEqualTo(x);
    assertThat(x.compareTo(y)).isEqualTo(Long.compare(a, c));
  }
}
