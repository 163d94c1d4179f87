package org.ringside.standing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the standings.
 *
 * @param place its index from the top, from 0
 * @param rank 1, 1, 3; 0 where it is not ranked
 * @param shared whether others have the same rank
 * @param tieBreak the metric that decided against a neighbour of equal score; null where none did
 * @param gapToNext how much displayed score is missing to the nearest better rank (0 where a
 *     tie-break decided); null for the first and the unranked
 */
public record Row(
    int place,
    int rank,
    Entrant entrant,
    boolean shared,
    @Nullable String tieBreak,
    @Nullable BigDecimal gapToNext) {
  public boolean ranked() {
    return rank > 0;
  }
}
