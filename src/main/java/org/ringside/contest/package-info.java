/**
 * Contests: by which rule book who competes over which window, once or in a series (R3, R5, R9,
 * R15a, R21, R30).
 *
 * <p>{@link org.ringside.contest.Contest}, {@link org.ringside.contest.Series} and what they are
 * made of are pure records: they decide from their arguments, the time among them. {@code *Json}
 * reads and writes the wire form, {@code *Sql} the database, {@code *Routes} speak HTTP on the loop
 * of their verticle. Contests and series are opened by the scorer alone, behind {@link
 * org.ringside.contest.Contests}, because it keeps their sheets.
 *
 * <p>May import the pure packages, {@code frame}, {@code db}, {@code organisation}, {@code
 * rulebook}, and the floor's {@code Floor} with what it holds.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>Series and contests are never edited: the application's role may not. A contest carries its
 *       rule book, calendar, window and the end of its grace as they were when it was opened; what
 *       the organisation changes later changes none of them.
 *   <li>A state is not stored. It follows from stored instants and the time, so that it cannot be
 *       late or wrong after a crash (R21); what people decide (freeze, settle, cancel) will be
 *       stored beside.
 *   <li>A list of competitors is pinned, an open contest follows the roster: {@link
 *       org.ringside.contest.Competing}.
 * </ul>
 */
@NullMarked
package org.ringside.contest;

import org.jspecify.annotations.NullMarked;
