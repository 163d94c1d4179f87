/**
 * What facts count for: the table of fact types and fields, the booking of facts into additive
 * counters, and the metrics that are formulas over counters (R2, R6, R7, R12).
 *
 * <p>Imports nothing but {@code java.*}. Everything is immutable except {@link
 * org.ringside.metric.Counters}, which belongs to one thread at a time; what its copies share is
 * never written to again, and the sets of names are safe for all threads.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>Booking is a function of one fact and the organisation's thresholds, never of what came
 *       before: so a revision is an exact subtraction of what its predecessor booked, in any order.
 *   <li>Counters are named by strings, not by an enum: sources bring their own ({@code
 *       period.aggregate}), and survey scales and currencies are part of a name.
 *   <li>Counters that have the same names share them ({@link org.ringside.metric.Names}): agents of
 *       a floor were seen to have some hundreds of sets, and a hundred thousand counters. Each held
 *       its own before; sharing took a third off all that was alive in memory.
 *   <li>Time in a state is booked on whole UTC quarter hours: every civil offset of today is a
 *       multiple of fifteen minutes, so hours and days of any zone, and service days that start on
 *       a quarter hour, come out as exact sums without knowing the zone here.
 *   <li>Calls between agents book {@code internal_…} counters, which no metric reads: seen in
 *       reports, worth nothing in a score (R12). Their surveys, quality scores and outcomes book
 *       nothing.
 *   <li>A leg below the threshold of its direction is a short call, so {@code valid_calls +
 *       short_calls = handled} always; its talk, wrap-up and survey count like any other (R12).
 *   <li>{@code leg.hold} carries the whole hold time of its leg and {@code leg.wrapped} the whole
 *       wrap-up: one fact a leg, so that held calls can be counted without looking back.
 *   <li>An outbound connection counts as {@code answered} too: the counter means a connection to an
 *       agent, and tallies know the direction.
 * </ul>
 */
@NullMarked
package org.ringside.metric;

import org.jspecify.annotations.NullMarked;
