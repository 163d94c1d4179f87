package org.ringside.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms with a positive denominator. Scores are made of these, because
 * floating point would make a rank depend on the order of additions (R10).
 *
 * <p>Nearly all fit two longs, which are many times faster than BigIntegers; whatever does not fit
 * is computed wide. Which of the two a value is made of depends on the value alone.
 */
public final class Rational implements Comparable<Rational> {
  public static final Rational ZERO = new Rational(0, 1);
  public static final Rational ONE = new Rational(1, 1);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final int LONGEST_POWER = 18;

  private final long above;
  private final long below;

  /** Null where the longs hold it; else the longs hold nothing. */
  private final @Nullable Wide wide;

  private record Wide(BigInteger above, BigInteger below) {}

  private Rational(long above, long below) {
    this.above = above;
    this.below = below;
    this.wide = null;
  }

  private Rational(Wide wide) {
    this.above = 0;
    this.below = 0;
    this.wide = wide;
  }

  public static Rational of(long whole) {
    return whole == Long.MIN_VALUE ? of(BigInteger.valueOf(whole)) : new Rational(whole, 1);
  }

  /** Reduces; a denominator of zero is an {@link ArithmeticException}. */
  public static Rational of(long numerator, long denominator) {
    return numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE
        ? of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator))
        : reduced(numerator, denominator);
  }

  public static Rational of(BigInteger whole) {
    return of(whole, BigInteger.ONE);
  }

  /** Reduces; a denominator of zero is an {@link ArithmeticException}. */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (narrow(numerator) && narrow(denominator)) {
      return reduced(numerator.longValue(), denominator.longValue());
    }
    requireDivisor(denominator.signum());
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    BigInteger over = numerator.divide(divisor);
    BigInteger under = denominator.divide(divisor);
    return narrow(over) && narrow(under)
        ? new Rational(over.longValue(), under.longValue())
        : new Rational(new Wide(over, under));
  }

  /** The decimal number exactly. */
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() > 0
        ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : of(decimal.toBigIntegerExact());
  }

  /** Neither is {@link Long#MIN_VALUE}, which has no negative. */
  private static Rational reduced(long numerator, long denominator) {
    requireDivisor(denominator);
    long divisor = divisorOf(Math.abs(numerator), Math.abs(denominator));
    long signed = denominator < 0 ? -divisor : divisor;
    return new Rational(numerator / signed, denominator / signed);
  }

  private static void requireDivisor(long denominator) {
    if (denominator == 0) {
      throw new ArithmeticException("denominator 0");
    }
  }

  private static long divisorOf(long one, long other) {
    long a = one;
    long b = other;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** Whether a long holds it and its negative. */
  private static boolean narrow(BigInteger value) {
    return value.bitLength() < Long.SIZE && !value.equals(LEAST);
  }

  private static boolean bothNarrow(Rational one, Rational other) {
    return one.wide == null && other.wide == null;
  }

  /** Whether the product is a long with room for one addition. */
  private static boolean fits(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high == low >> 63 && low > Long.MIN_VALUE / 2 && low < Long.MAX_VALUE / 2;
  }

  /** Of the lowest terms; carries the sign. */
  public BigInteger numerator() {
    return wide == null ? BigInteger.valueOf(above) : wide.above();
  }

  /** Of the lowest terms; positive. */
  public BigInteger denominator() {
    return wide == null ? BigInteger.valueOf(below) : wide.below();
  }

  public Rational plus(Rational other) {
    if (bothNarrow(this, other)
        && fits(above, other.below)
        && fits(other.above, below)
        && fits(below, other.below)) {
      return reduced(above * other.below + other.above * below, below * other.below);
    }
    return of(
        numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
        denominator().multiply(other.denominator()));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational negated() {
    return wide == null
        ? new Rational(-above, below)
        : new Rational(new Wide(wide.above().negate(), wide.below()));
  }

  public Rational times(Rational other) {
    return bothNarrow(this, other) && fits(above, other.above) && fits(below, other.below)
        ? reduced(above * other.above, below * other.below)
        : of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  public Rational dividedBy(Rational other) {
    return bothNarrow(this, other) && fits(above, other.below) && fits(below, other.above)
        ? reduced(above * other.below, below * other.above)
        : of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public int signum() {
    return wide == null ? Long.signum(above) : wide.above().signum();
  }

  /**
   * Rounded to so many decimals, a half away from zero: 0.5 → 1 and −0.5 → −1, so that a deduction
   * rounds like the gain that it undoes.
   */
  public BigDecimal roundHalfUp(int decimals) {
    if (wide == null && decimals >= 0 && decimals <= LONGEST_POWER) {
      long power = powerOfTen(decimals);
      if (fits(above, power)) {
        return BigDecimal.valueOf(halfUp(above * power, below), decimals);
      }
    }
    return new BigDecimal(numerator())
        .divide(new BigDecimal(denominator()), decimals, RoundingMode.HALF_UP);
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private static long halfUp(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long rest = Math.abs(dividend % divisor);
    boolean away = rest >= divisor - rest;
    return away ? quotient + Long.signum(dividend) : quotient;
  }

  @Override
  public int compareTo(Rational other) {
    if (!bothNarrow(this, other)) {
      return numerator()
          .multiply(other.denominator())
          .compareTo(other.numerator().multiply(denominator()));
    }
    if (below == other.below) {
      return Long.compare(above, other.above);
    }
    int high =
        Long.compare(Math.multiplyHigh(above, other.below), Math.multiplyHigh(other.above, below));
    return high != 0 ? high : Long.compareUnsigned(above * other.below, other.above * below);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Rational other
        && above == other.above
        && below == other.below
        && java.util.Objects.equals(wide, other.wide);
  }

  @Override
  public int hashCode() {
    return wide == null ? Long.hashCode(above) * 31 + Long.hashCode(below) : wide.hashCode();
  }

  /** {@code 7/8}, or {@code 3} where it is whole. */
  @Override
  public String toString() {
    return denominator().equals(BigInteger.ONE)
        ? numerator().toString()
        : numerator() + "/" + denominator();
  }
}
