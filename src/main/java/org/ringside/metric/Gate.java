package org.ringside.metric;

/**
 * The least that there must be before a competitor is ranked (R11).
 *
 * @param on a metric, whose denominator is meant (its numerator if it has none), or a counter
 * @param minimum in the units of that counter
 */
public record Gate(String on, long minimum) {}
