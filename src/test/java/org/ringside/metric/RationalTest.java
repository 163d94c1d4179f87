package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

  /** Long.MIN_VALUE, values that overflow when multiplied, and small ones, in every mixture. */
  @Property
  void whatever_the_size_it_is_what_whole_numbers_of_any_size_say(
      @ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    Assume.that(b != 0 && d != 0);
    Rational x = Rational.of(a, b);
    Rational y = Rational.of(c, d);
    BigInteger p = BigInteger.valueOf(a);
    BigInteger q = BigInteger.valueOf(b);
    BigInteger r = BigInteger.valueOf(c);
    BigInteger s = BigInteger.valueOf(d);
    assertThat(x.plus(y)).isEqualTo(Rational.of(p.multiply(s).add(r.multiply(q)), q.multiply(s)));
    assertThat(x.minus(y))
        .isEqualTo(Rational.of(p.multiply(s).subtract(r.multiply(q)), q.multiply(s)));
    assertThat(x.times(y)).isEqualTo(Rational.of(p.multiply(r), q.multiply(s)));
    assertThat(x.plus(y).hashCode()).isEqualTo(y.plus(x).hashCode());
    BigInteger left = p.multiply(s).multiply(BigInteger.valueOf((long) q.signum() * s.signum()));
    BigInteger right = r.multiply(q).multiply(BigInteger.valueOf((long) q.signum() * s.signum()));
    assertThat(x.compareTo(y)).isEqualTo(left.compareTo(right));
    assertThat(x.negated().negated()).isEqualTo(x);
    if (c != 0) {
      assertThat(x.dividedBy(y).times(y)).isEqualTo(x);
    }
  }

  @Property
  void rounding_is_that_of_decimals_of_any_size(
      @ForAll long a, @ForAll long b, @ForAll @IntRange(max = 20) int decimals) {
    Assume.that(b != 0);
    assertThat(Rational.of(a, b).roundHalfUp(decimals))
        .isEqualTo(
            BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), decimals, RoundingMode.HALF_UP));
  }

  @Test
  void equal_values_are_equal_however_they_came_about() {
    Rational least = Rational.of(Long.MIN_VALUE);
    assertThat(least.plus(Rational.ONE)).isEqualTo(Rational.of(-Long.MAX_VALUE));
    assertThat(Rational.of(BigInteger.TWO.pow(80), BigInteger.TWO.pow(79)))
        .isEqualTo(Rational.of(2))
        .hasSameHashCodeAs(Rational.of(2));
    assertThat(Rational.of(Long.MAX_VALUE))
        .isEqualTo(Rational.of(BigInteger.valueOf(Long.MAX_VALUE)));
    assertThat(least.negated()).hasToString("9223372036854775808");
  }
}
