package org.ringside.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;
import org.ringside.metric.Rational;
import org.ringside.scoring.Scoring.GateCheck;

/**
 * One line made ready to score.
 *
 * @param most the cap, and {@code least} its negative
 * @param gate the line's own; null where it has none
 */
record LineScoring(
    Metric metric,
    UnaryOperator<Rational> conversion,
    Rational weight,
    Rational most,
    Rational least,
    @Nullable GateCheck gate) {
  /** 10¹² points, in which any number of calls fits. */
  private static final Rational UTMOST = Rational.of(1_000_000_000_000L);

  private static final Rational MILLI = Rational.of(1_000);

  static LineScoring of(Line line, Catalogue catalogue) {
    Metric metric = catalogue.find(line.metric());
    if (metric == null) {
      throw new IllegalArgumentException("no metric " + line.metric());
    }
    BigDecimal cap = line.cap();
    Gate gate = line.gate();
    Rational most = cap == null ? UTMOST : Rational.of(cap).min(UTMOST);
    return new LineScoring(
        metric,
        line.conversion().ready(),
        Rational.of(line.weight()),
        most,
        most.negated(),
        gate == null ? null : GateCheck.of(gate, catalogue));
  }

  /** The line's own gate, and that it must have a value. */
  List<GateCheck> gates() {
    GateCheck own = gate;
    if (own != null) {
      return metric.denominator() == null ? List.of(own) : List.of(own, hasValue());
    }
    return metric.denominator() == null ? List.of() : List.of(hasValue());
  }

  private GateCheck hasValue() {
    return new GateCheck(new Gate(metric.id(), 1), metric);
  }

  LineScore score(Counters counters) {
    BigInteger above = metric.numerator().over(counters);
    BigInteger below = metric.denominatorOver(counters);
    Rational value = metric.value(above, below);
    long points = value == null ? 0 : milli(value);
    return new LineScore(metric.id(), value, above, below, points, unmet(counters));
  }

  /** The one place where a line is rounded: after weight and cap, half up, to 1/1000 (R10). */
  long milli(Rational value) {
    Rational points = conversion.apply(value).times(weight);
    Rational capped = points.min(most).max(least);
    return capped.times(MILLI).roundHalfUp(0).longValueExact();
  }

  private @Nullable Gate unmet(Counters counters) {
    return gate != null && !gate.fulfilled(counters) ? gate.gate() : null;
  }
}
