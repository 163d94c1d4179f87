package org.ringside.board;

import org.ringside.contest.Audience;
import org.ringside.contest.Contest;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * How far down an audience sees the standings (R30). Pure.
 *
 * @param named rows from the first that say whose they are
 * @param shown rows in all; those beyond the named keep rank, score and gap, and are nobody's
 */
record Sight(int named, int shown) {

  /** The floor sees every row, a wall those with a name. */
  static Sight of(Contest contest, Audience audience, Standings standings) {
    int named = contest.audiences().of(audience).countIn(standings);
    return new Sight(named, audience == Audience.WALL ? named : standings.rows().size());
  }

  boolean names(Row row) {
    return row.place() < named;
  }
}
