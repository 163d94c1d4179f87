package org.ringside.standing;

import org.jspecify.annotations.Nullable;
import org.ringside.metric.Goal;
import org.ringside.metric.Metric;
import org.ringside.metric.Rational;
import org.ringside.scoring.Score;

/**
 * What an entrant is sorted by, worked out once for each score; the tie-break only where it is
 * asked for, because most scores differ. Ranked by one thread; entrant and score may be read by
 * any.
 */
final class SortKey implements Comparable<SortKey> {
  private static final int RANKED = 0;
  private static final int NOT_YET = 1;
  private static final int NOT_TAKING_PART = 2;

  private final Entrant entrant;
  private final @Nullable Metric tieBreak;
  private final int group;
  private final long displayed;
  private boolean present = true;
  private boolean tieKnown;
  private @Nullable Rational tie;

  private SortKey(Entrant entrant, @Nullable Metric tieBreak, int group, long displayed) {
    this.entrant = entrant;
    this.tieBreak = tieBreak;
    this.group = group;
    this.displayed = displayed;
  }

  static SortKey of(Entrant entrant, @Nullable Metric tieBreak) {
    return switch (entrant.score()) {
      case Score.Ranked ranked -> new SortKey(entrant, tieBreak, RANKED, lastDecimals(ranked));
      case Score.NotYet notYet -> new SortKey(entrant, null, NOT_YET, 0);
      case Score.NotTakingPart absent -> new SortKey(entrant, null, NOT_TAKING_PART, 0);
    };
  }

  Entrant entrant() {
    return entrant;
  }

  /** Whether this is still what its entrant has. */
  boolean present() {
    return present;
  }

  /** The entrant has moved on, or left. */
  void leave() {
    present = false;
  }

  /** The displayed score in units of its last decimal; all have the same decimals. */
  long displayed() {
    return displayed;
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
    return entrant.score() instanceof Score.NotYet mine
            && other.entrant.score() instanceof Score.NotYet theirs
        ? compareShares(mine, theirs)
        : compareTies(tie(), other.tie());
  }

  /** The larger share of the gate first. */
  private static int compareShares(Score.NotYet mine, Score.NotYet theirs) {
    return mine.need() == theirs.need()
        ? Long.compare(theirs.have(), mine.have())
        : Rational.of(theirs.have(), theirs.need())
            .compareTo(Rational.of(mine.have(), mine.need()));
  }

  /** The better first; no value last. */
  private static int compareTies(@Nullable Rational mine, @Nullable Rational theirs) {
    if (mine == null || theirs == null) {
      return Boolean.compare(mine == null, theirs == null);
    }
    return theirs.compareTo(mine);
  }

  /** Turned so that more is better; null for no value. */
  private @Nullable Rational tie() {
    if (!tieKnown) {
      tie = tieBreakValue();
      tieKnown = true;
    }
    return tie;
  }

  private @Nullable Rational tieBreakValue() {
    Rational value = tieBreak == null ? null : tieBreak.value(entrant.counters());
    return value != null && tieBreak != null && tieBreak.goal() == Goal.LOWER
        ? value.negated()
        : value;
  }

  private static long lastDecimals(Score.Ranked ranked) {
    return ranked.displayed().unscaledValue().longValueExact();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SortKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return entrant.id().hashCode();
  }
}
