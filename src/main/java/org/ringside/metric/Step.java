package org.ringside.metric;

/**
 * What one more good unit does to a metric: one more satisfied caller adds 5 to {@code csat_sum}
 * and 1 to {@code csat_n}.
 *
 * @param counter what is counted when it is said in words ("3 more of …")
 * @param numerator added to the numerator for each
 * @param denominator added to the denominator for each; 0 where there is none
 */
public record Step(String counter, long numerator, long denominator) {}
