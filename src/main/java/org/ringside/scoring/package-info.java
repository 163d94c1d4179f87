/**
 * From counters to points by a rule book (R9–R13): lines, conversions, weights, caps, gates.
 *
 * <p>Imports {@code metric} and {@code java.*}; everything is immutable and safe to share between
 * threads. The same counters and the same rule book give the same score to the last digit: all
 * arithmetic is in exact fractions, and each line is rounded once.
 *
 * <p>Decided here, where the rules leave it open:
 *
 * <ul>
 *   <li>An unmet gate, a line's as much as the rule book's, means <em>not yet ranked</em> (R11). No
 *       line is left out silently, because the sum would then mean something else for each
 *       competitor. Of several unmet gates the one least fulfilled is shown.
 *   <li>A line whose metric has no value (an empty denominator) is not worth 0 points: its
 *       competitor is not yet ranked, as if the line had a gate of 1. A plain sum always has a
 *       value.
 *   <li>A cap bounds a line in both directions, so that a deduction can be capped too.
 *   <li>A half is rounded away from zero, so that a deduction rounds like the gain it undoes.
 *   <li>No line is worth more than 10¹² points: beyond it is clamped, so that no input can overflow
 *       a score.
 *   <li>A next step (R19) is said only within reach: at most a twentieth of the things of that kind
 *       that the competitor has done so far, and always five. At its own pace that takes a
 *       twentieth of the time already played: an hour of work in the middle of a week, two at its
 *       end. "441 more satisfied callers" is true and makes people give up; their row says the gap
 *       in points instead. Nor is a step beyond reach replaced by one of another line, which is
 *       longer still. Without the five nobody would have a step on the first morning.
 *   <li>Bands, percent of own target and rank points are further kinds of {@link
 *       org.ringside.scoring.Conversion}; vetoes and people not taking part are further kinds of
 *       {@link org.ringside.scoring.Score}.
 * </ul>
 */
@NullMarked
package org.ringside.scoring;

import org.jspecify.annotations.NullMarked;
