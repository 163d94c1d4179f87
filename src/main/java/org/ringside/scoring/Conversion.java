package org.ringside.scoring;

import java.math.BigDecimal;
import org.ringside.metric.Rational;

/** How a metric's value becomes points, before weight and cap (R10). */
public sealed interface Conversion {
  /** The points of a value. */
  Rational points(Rational value);

  /** Whether a greater value gives more points. */
  boolean rising();

  /**
   * So many points for each unit of the value; negative for deductions.
   *
   * @param points for one unit: one call, one second, one major unit of money, or a rate of 1
   */
  record PerUnit(BigDecimal points) implements Conversion {
    @Override
    public Rational points(Rational value) {
      return value.times(Rational.of(points));
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
    public Rational points(Rational value) {
      Rational from = Rational.of(floor);
      Rational way = value.minus(from).dividedBy(Rational.of(target).minus(from));
      return way.max(Rational.ZERO).min(Rational.ONE).times(Rational.of(points));
    }

    @Override
    public boolean rising() {
      return target.compareTo(floor) > 0;
    }
  }
}
