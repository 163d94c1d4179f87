package org.ringside.contest;

/**
 * What rebuilding a contest from the fact log came to.
 *
 * @param facts facts of its window that were booked again
 * @param changed whether any row differs from the board before; false unless something was wrong
 * @param rows rows of its standings
 */
public record Rebuilt(long facts, boolean changed, int rows) {}
