/**
 * From scores to ranks (R16–R19): who is where, what decided, how far to the next.
 *
 * <p>Imports {@code scoring}, {@code metric} and {@code java.*}. This is the one code that ranks;
 * wall, phone, API and settlement read its rows (R18). A {@link org.ringside.standing.Ranking}
 * belongs to one thread and follows who moves; the standings that it gives are immutable.
 *
 * <p>On purpose:
 *
 * <ul>
 *   <li>The order depends on scores, the tie-break and ids alone, never on the order of the input.
 *   <li>A shared rank still has an order on the screen, by id, so that rows do not dance.
 *   <li>Who is not yet ranked stands after the ranked with rank 0, nearest to its gate first: never
 *       last of the ranked, never with a score of 0 (R11). Who does not take part comes at the end.
 *   <li>A competitor whose tie-break metric has no value loses the tie against one that has.
 * </ul>
 */
@NullMarked
package org.ringside.standing;

import org.jspecify.annotations.NullMarked;
