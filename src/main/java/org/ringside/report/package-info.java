/**
 * Reports: metrics and counters by agent, team, site or organisation, over hours, days, weeks,
 * months or all time.
 *
 * <p>Whole service days in the organisation's zone are summed from the tallies, after the scorer
 * has written what it holds; hours, other zones and odd hours are booked anew from the facts with
 * the same {@link org.ringside.metric.Booking} and the same {@link org.ringside.floor.Floor}, over
 * 62 days at most. The two agree, and a test holds them to it.
 *
 * <p>May import the pure packages, {@code frame}, {@code db}, {@code fact}, {@code floor}, {@code
 * organisation} and {@code source}; the scorer is known only as something that can be asked to
 * flush.
 *
 * <p>Threading: everything is read and summed on one worker thread, the {@link
 * org.ringside.report.ReportDesk}, so that reports never hold up an event loop and together take at
 * most one core. An answer is written in pieces, as fast as its reader takes them.
 *
 * <p>On purpose: what belongs to nobody has a row with an empty id, so that agents and the rest add
 * up to their team (of counters; never of values). The site of a team is the one it has today.
 */
@NullMarked
package org.ringside.report;

import org.jspecify.annotations.NullMarked;
