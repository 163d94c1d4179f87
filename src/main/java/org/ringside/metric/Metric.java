package org.ringside.metric;

import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named formula over counters, the one definition for scores, reports and screens (R7). Its value
 * is numerator / denominator × scale, over the summed counters of any set of agents and any period;
 * never a mean of values (R6).
 *
 * @param number the entry in the field's catalogue, {@code M05}; empty for counters
 * @param denominator null where the metric is a plain sum
 * @param scaleNumerator what the quotient is multiplied by, to come to the unit
 * @param scaleDenominator and divided by: 1000 from milliseconds to seconds
 * @param defaultGate what a rule book for agents takes if it names no gate (R11)
 * @param teamGate the same for teams
 * @param formula in words
 * @param needs the facts without which it stays empty
 * @param gaming how it could be had without earning it
 * @param volume whether it is volume or handle time, and so needs quality beside it (R12)
 * @param step what one more good unit does; null where nobody can produce units one by one
 */
public record Metric(
    String id,
    String number,
    Unit unit,
    Goal goal,
    Sum numerator,
    @Nullable Sum denominator,
    long scaleNumerator,
    long scaleDenominator,
    @Nullable Gate defaultGate,
    @Nullable Gate teamGate,
    @Nullable Benchmark benchmark,
    String formula,
    Set<FactType> needs,
    String gaming,
    Scope scope,
    boolean volume,
    @Nullable Step step) {

  public Metric {
    needs = Set.copyOf(needs);
  }

  /** A counter as a metric of its own, for reports that ask for counters by name. */
  public static Metric ofCounter(String name) {
    return Draft.count(name, "", Sum.of(name)).formula("the counter " + name).metric();
  }

  /** The value, or null where the denominator is empty: no value, neither 0 nor infinite (R6). */
  public @Nullable Rational value(Counters counters) {
    return value(numerator.over(counters), denominatorOver(counters));
  }

  /** The same from a numerator and a denominator already summed; none of less than nothing. */
  public @Nullable Rational value(BigInteger above, @Nullable BigInteger below) {
    BigInteger divisor = below == null ? BigInteger.ONE : below;
    if (divisor.signum() <= 0) {
      return null;
    }
    return scaleNumerator == 1 && scaleDenominator == 1
        ? Rational.of(above, divisor)
        : Rational.of(
            above.multiply(BigInteger.valueOf(scaleNumerator)),
            divisor.multiply(BigInteger.valueOf(scaleDenominator)));
  }

  /** The summed denominator; null where the metric has none. */
  public @Nullable BigInteger denominatorOver(Counters counters) {
    return denominator == null ? null : denominator.over(counters);
  }

  /** What a gate on this metric compares: the denominator, or the numerator if there is none. */
  public BigInteger basisOver(Counters counters) {
    return (denominator == null ? numerator : denominator).over(counters);
  }
}
