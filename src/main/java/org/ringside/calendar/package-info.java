/**
 * Which day, week or month an instant belongs to, in one zone: the half-open windows of R3.
 *
 * <p>Imports nothing but {@code java.*}; everything is immutable and asks nobody for the time.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>A window is made from two calendar starts, never by adding hours: days have 23, 24 or 25 of
 *       them (23½ and 24½ on Lord Howe), and the day that Samoa skipped has none.
 *   <li>A start that the clock skips (midnight in Santiago in September) is the instant of the
 *       jump; a start that comes twice is the first of the two. So windows meet without gap or
 *       overlap.
 *   <li>An assessment month from the 26th to the 25th is named by the month in which it ends: 26
 *       January to 25 February is {@code 2021-02}, as floors call it.
 *   <li>A service day starts on a quarter hour, because time in a state is booked in quarter hours.
 * </ul>
 */
@NullMarked
package org.ringside.calendar;

import org.jspecify.annotations.NullMarked;
