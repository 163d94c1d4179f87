package org.ringside.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Names;
import org.ringside.metric.Metric;
import org.ringside.metric.Rational;
import org.ringside.report.ReportBook.Summed;

/**
 * A metric of one period of one of whom a report is about.
 *
 * @param id code of the agent, team or site, or the organisation's name; null for nobody
 * @param numerator sum of counters: counts, milliseconds, minor currency units, tenths
 * @param denominator the same, null for a plain sum
 * @param value in the metric's unit, at six decimals; null where the denominator is empty (R6)
 */
record ReportRow(
    String by,
    @Nullable String id,
    String period,
    String metric,
    BigInteger numerator,
    @Nullable BigInteger denominator,
    @Nullable BigDecimal value) {
  private static final int DECIMALS = 6;

  static ReportRow of(By by, Summed summed, Metric metric) {
    BigInteger numerator = metric.numerator().over(summed.counters());
    BigInteger denominator = metric.denominatorOver(summed.counters());
    Rational value = metric.value(numerator, denominator);
    return new ReportRow(
        Names.wire(by),
        summed.code().isEmpty() ? null : summed.code(),
        summed.period(),
        metric.id(),
        numerator,
        denominator,
        value == null ? null : plain(value.roundHalfUp(DECIMALS)));
  }

  /** Without trailing zeros and without an exponent. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
