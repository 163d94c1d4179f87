package org.ringside.standing;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Goal;
import org.ringside.metric.Metric;
import org.ringside.metric.Rational;
import org.ringside.scoring.Score;

/**
 * What an entrant is sorted by, worked out once for each ranking.
 *
 * @param group 0 ranked, 1 not yet, 2 not taking part
 * @param displayed the displayed score in units of its last decimal; all have the same decimals
 * @param tie the tie-break's value, turned so that more is better; null for none
 */
record SortKey(Entrant entrant, int group, long displayed, @Nullable Rational tie)
    implements Comparable<SortKey> {
  private static final int RANKED = 0;
  private static final int NOT_YET = 1;
  private static final int NOT_TAKING_PART = 2;

  static SortKey of(Entrant entrant, @Nullable Metric tieBreak) {
    return switch (entrant.score()) {
      case Score.Ranked ranked ->
          new SortKey(
              entrant,
              RANKED,
              ranked.displayed().unscaledValue().longValueExact(),
              tieOf(entrant, tieBreak));
      case Score.NotYet notYet -> new SortKey(entrant, NOT_YET, 0, shareOf(notYet));
      case Score.NotTakingPart absent -> new SortKey(entrant, NOT_TAKING_PART, 0, null);
    };
  }

  boolean ranked() {
    return group == RANKED;
  }

  /** Whether neither score nor tie-break tells them apart. */
  boolean levelWith(SortKey other) {
    return compareMerit(other) == 0;
  }

  @Override
  public int compareTo(SortKey other) {
    int merit = compareMerit(other);
    return merit != 0 ? merit : entrant.id().compareTo(other.entrant.id());
  }

  private int compareMerit(SortKey other) {
    if (group != other.group) {
      return Integer.compare(group, other.group);
    }
    if (displayed != other.displayed) {
      return Long.compare(other.displayed, displayed);
    }
    return compareTies(tie, other.tie);
  }

  /** The better first; no value last. */
  private static int compareTies(@Nullable Rational mine, @Nullable Rational theirs) {
    if (mine == null || theirs == null) {
      return Boolean.compare(mine == null, theirs == null);
    }
    return theirs.compareTo(mine);
  }

  private static @Nullable Rational tieOf(Entrant entrant, @Nullable Metric tieBreak) {
    Rational value = tieBreak == null ? null : tieBreak.value(entrant.counters());
    return value != null && tieBreak != null && tieBreak.goal() == Goal.LOWER
        ? value.negated()
        : value;
  }

  private static Rational shareOf(Score.NotYet notYet) {
    return new Rational(BigInteger.valueOf(notYet.have()), BigInteger.valueOf(notYet.need()));
  }
}
