package org.ringside.scoring;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.ringside.metric.Rational;

/** How a metric's value becomes points, before weight and cap (R10). */
public sealed interface Conversion {
  /** From a value to its points, with what does not depend on the value worked out before. */
  UnaryOperator<Rational> ready();

  /** Whether a greater value gives more points. */
  boolean rising();

  /**
   * So many points for each unit of the value; negative for deductions.
   *
   * @param points for one unit: one call, one second, one major unit of money, or a rate of 1
   */
  record PerUnit(BigDecimal points) implements Conversion {
    @Override
    public UnaryOperator<Rational> ready() {
      Rational each = Rational.of(points);
      return value -> value.times(each);
    }

    @Override
    public boolean rising() {
      return points.signum() > 0;
    }
  }

  /**
   * No points up to the floor, all at the target and beyond, in proportion between. Where lower is
   * better the floor is above the target.
   *
   * @param floor in the metric's unit
   * @param target in the metric's unit; not the floor
   * @param points at the target
   */
  record Linear(BigDecimal floor, BigDecimal target, BigDecimal points) implements Conversion {
    @Override
    public UnaryOperator<Rational> ready() {
      Rational from = Rational.of(floor);
      Rational all = Rational.of(points);
      Rational slope = all.dividedBy(Rational.of(target).minus(from));
      return value -> value.minus(from).times(slope).max(Rational.ZERO).min(all);
    }

    @Override
    public boolean rising() {
      return target.compareTo(floor) > 0;
    }
  }
}
