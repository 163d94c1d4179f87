package org.ringside.contest;

import org.ringside.scoring.Score;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * Whom a board names to an audience. What is named is always the beginning of the standings.
 *
 * @param top how many ranks, 1 to {@link #MOST}; 0 where it is not about the first
 */
public record Naming(Named names, int top) {
  /** Ranks that may be asked for; a board has no more rows than this. */
  static final int MOST = 100;

  public static final Naming ALL = new Naming(Named.ALL, 0);
  public static final Naming ME = new Naming(Named.ME, 0);
  public static final Naming UPPER_HALF = new Naming(Named.UPPER_HALF, 0);

  public Naming {
    boolean fits = names == Named.TOP ? top >= 1 && top <= MOST : top == 0;
    if (!fits) {
      throw new IllegalArgumentException(names + " with top " + top);
    }
  }

  public static Naming top(int ranks) {
    return new Naming(Named.TOP, ranks);
  }

  /** How many rows from the first one name somebody; who shares a rank is named or not together. */
  public int countIn(Standings standings) {
    return switch (names) {
      case ALL -> standings.rows().size();
      case TOP -> standings.ranked() == 0 ? nearest(standings) : standings.upToRank(top);
      case ME -> 0;
      case UPPER_HALF -> standings.upToRank((standings.ranked() + 1) / 2);
    };
  }

  /** Before anybody is ranked the first are those who are nearest to it: none of them is last. */
  private int nearest(Standings standings) {
    return (int) standings.rows().stream().limit(top).takeWhile(Naming::hasBegun).count();
  }

  private static boolean hasBegun(Row row) {
    return row.entrant().score() instanceof Score.NotYet notYet && notYet.have() > 0;
  }
}
