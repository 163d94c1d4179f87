package org.ringside.scoring;

/**
 * The gap to the next rank in a metric's own units (R19): "3 satisfied callers to pass Team North".
 *
 * @param metric the line on which it is the fewest
 * @param need so many more good ones
 * @param counter what they are counted as
 */
public record NextStep(String metric, long need, String counter) {}
