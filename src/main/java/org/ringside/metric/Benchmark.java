package org.ringside.metric;

import java.math.BigDecimal;

/**
 * A figure from outside to stand beside a board (R20); never a competitor.
 *
 * @param value in the metric's unit
 * @param source who says so
 */
public record Benchmark(BigDecimal value, String source) {}
