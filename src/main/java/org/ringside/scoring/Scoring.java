package org.ringside.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;

/**
 * A rule book made ready to score: {@code score} is a function of the counters alone. Immutable,
 * safe to share between threads.
 */
public final class Scoring {
  private static final int MILLI_DECIMALS = 3;

  private final RuleBook book;
  private final List<LineScoring> lines;
  private final List<GateCheck> gates;

  /** A rule book that names an unknown metric is an {@link IllegalArgumentException}. */
  public Scoring(RuleBook book, Catalogue catalogue) {
    this.book = book;
    this.lines = book.lines().stream().map(line -> LineScoring.of(line, catalogue)).toList();
    this.gates = gatesOf(book, catalogue);
  }

  /** What the rule book makes of these counters. */
  public Score score(Counters counters) {
    List<LineScore> scored = scored(counters);
    Score.NotYet notYet = leastFulfilled(counters, scored);
    return notYet != null ? notYet : ranked(scored);
  }

  /**
   * Without streams: ten thousand agents are scored again for each frame of a board that has them.
   */
  private List<LineScore> scored(Counters counters) {
    var scored = new LineScore[lines.size()];
    for (int i = 0; i < scored.length; i++) {
      scored[i] = lines.get(i).score(counters);
    }
    return List.of(scored);
  }

  /**
   * The fewest more good ones of one line with which the displayed score would pass the target;
   * null where no line alone can, where those are beyond reach, or where the competitor is not
   * ranked. Where two lines need as few, quality goes before volume, then the order of the rule
   * book.
   *
   * @param target the displayed score to pass
   */
  public @Nullable NextStep nextStep(Counters mine, BigDecimal target) {
    return score(mine) instanceof Score.Ranked ranked
        ? new StepSearch(book.decimals(), lines).find(mine, ranked, target)
        : null;
  }

  private Score.Ranked ranked(List<LineScore> scored) {
    long milli = 0;
    for (LineScore line : scored) {
      milli += line.pointsMilli();
    }
    return new Score.Ranked(milli, displayed(milli, book.decimals()), scored);
  }

  /** Thousandths of a point, rounded half up to so many decimals. */
  static BigDecimal displayed(long milli, int decimals) {
    return BigDecimal.valueOf(milli, MILLI_DECIMALS).setScale(decimals, RoundingMode.HALF_UP);
  }

  private Score.@Nullable NotYet leastFulfilled(Counters counters, List<LineScore> scored) {
    GateCheck worst = null;
    for (GateCheck gate : gates) {
      boolean unmet = !gate.fulfilled(counters);
      if (unmet && (worst == null || gate.further(worst, counters))) {
        worst = gate;
      }
    }
    return worst == null
        ? null
        : new Score.NotYet(worst.gate(), worst.have(counters), worst.gate().minimum(), scored);
  }

  private List<GateCheck> gatesOf(RuleBook rules, Catalogue catalogue) {
    var all = new ArrayList<GateCheck>();
    rules.gates().forEach(gate -> all.add(GateCheck.of(gate, catalogue)));
    lines.forEach(line -> all.addAll(line.gates()));
    return List.copyOf(all);
  }

  /** A gate and where to read how much there is. */
  record GateCheck(Gate gate, @Nullable Metric metric) {
    static GateCheck of(Gate gate, Catalogue catalogue) {
      return new GateCheck(gate, catalogue.find(gate.on()));
    }

    boolean fulfilled(Counters counters) {
      return have(counters) >= gate.minimum();
    }

    long have(Counters counters) {
      if (metric == null) {
        return counters.get(gate.on());
      }
      BigInteger basis = metric.basisOver(counters);
      return basis.bitLength() < Long.SIZE ? basis.longValue() : Long.MAX_VALUE;
    }

    /** Whether a smaller share of this gate is there than of the other. */
    boolean further(GateCheck other, Counters counters) {
      BigInteger mine = product(have(counters), other.gate.minimum());
      return mine.compareTo(product(other.have(counters), gate.minimum())) < 0;
    }

    private static BigInteger product(long a, long b) {
      return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
  }
}
