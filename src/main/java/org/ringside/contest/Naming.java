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
      case TOP -> standings.ranked() == 0 ? nearest(standings) : within(standings, top, 2 * top);
      case ME -> 0;
      case UPPER_HALF -> upperHalf(standings);
    };
  }

  /**
   * Of an odd number the middle one belongs to it; who shares a rank with the lower half does not.
   */
  private static int upperHalf(Standings standings) {
    int half = (standings.ranked() + 1) / 2;
    return within(standings, half, half);
  }

  /**
   * Those of the first ranks. Where the last of these is shared by so many that more than the most
   * would be named, it names nobody: two hundred with nothing are not among the first ten because
   * only seven have something. A first rank is everybody's who shares it.
   */
  private static int within(Standings standings, int ranks, int most) {
    int named = standings.upToRank(ranks);
    if (named <= most) {
      return named;
    }
    int lastRank = standings.rows().get(named - 1).rank();
    return lastRank == 1 ? named : standings.upToRank(lastRank - 1);
  }

  /** Before anybody is ranked the first are those who are nearest to it: none of them is last. */
  private int nearest(Standings standings) {
    return (int) standings.rows().stream().limit(top).takeWhile(Naming::hasBegun).count();
  }

  private static boolean hasBegun(Row row) {
    return row.entrant().score() instanceof Score.NotYet notYet && notYet.have() > 0;
  }
}
