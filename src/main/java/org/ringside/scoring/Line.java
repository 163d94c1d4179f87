package org.ringside.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;

/**
 * One line of a rule book.
 *
 * @param metric its id in the catalogue
 * @param weight what the converted points are multiplied by
 * @param cap the most that the line can give or take, after the weight; null for none
 * @param gate the least that there must be; null for none
 */
public record Line(
    String metric,
    Conversion conversion,
    BigDecimal weight,
    @Nullable BigDecimal cap,
    @Nullable Gate gate) {}
