package org.ringside.scoring;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;
import org.ringside.metric.Rational;

/**
 * What one line gave one competitor.
 *
 * @param value in the metric's unit; null where there is none
 * @param denominator null where the metric is a plain sum
 * @param pointsMilli thousandths of a point, after weight and cap; 0 where there is no value
 * @param unmet the line's gate where it is not fulfilled
 */
public record LineScore(
    String metric,
    @Nullable Rational value,
    BigInteger numerator,
    @Nullable BigInteger denominator,
    long pointsMilli,
    @Nullable Gate unmet) {}
