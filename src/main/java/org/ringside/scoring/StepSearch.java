package org.ringside.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Counters;
import org.ringside.metric.Metric;
import org.ringside.metric.Rational;
import org.ringside.metric.Step;

/**
 * Finds the next step, if it is within reach: no more units than a twentieth of what the competitor
 * has done so far, and always {@value #FEW}. More good units of a line never lower its points, so
 * doubling and then halving finds the fewest in some forty tries.
 */
final class StepSearch {
  private static final long MOST_UNITS = 1_000_000;

  /** Within reach of everybody, also on the first morning. */
  private static final int FEW = 5;

  /** The part of what was done so far that takes about an hour in the middle of a week. */
  private static final int PART = 20;

  private final int decimals;
  private final List<LineScoring> lines;

  StepSearch(int decimals, List<LineScoring> lines) {
    this.decimals = decimals;
    this.lines = lines;
  }

  @Nullable NextStep find(Counters mine, Score.Ranked now, BigDecimal target) {
    LineScoring best = null;
    long fewest = MOST_UNITS + 1;
    for (int i = 0; i < lines.size(); i++) {
      LineScoring line = lines.get(i);
      long others = now.milli() - now.lines().get(i).pointsMilli();
      long need = unitsToPass(line, mine, others, target);
      if (need < fewest || (need == fewest && best != null && preferred(line, best))) {
        best = line;
        fewest = need;
      }
    }
    return best == null ? null : stepOf(best.metric(), mine, fewest);
  }

  private static @Nullable NextStep stepOf(Metric metric, Counters mine, long need) {
    Step step = metric.step();
    return step != null && isWithinReach(step, metric, mine, need)
        ? new NextStep(metric.id(), need, step.counter())
        : null;
  }

  private static boolean isWithinReach(Step step, Metric metric, Counters mine, long need) {
    BigInteger asked = BigInteger.valueOf(need).multiply(BigInteger.valueOf(PART));
    return need <= FEW || asked.compareTo(done(step, metric, mine)) <= 0;
  }

  /** Units are counted where they are in the denominator, else in the numerator. */
  private static BigInteger done(Step step, Metric metric, Counters mine) {
    BigInteger below = metric.denominatorOver(mine);
    return below == null || step.denominator() == 0
        ? metric.numerator().over(mine).divide(BigInteger.valueOf(step.numerator()))
        : below.divide(BigInteger.valueOf(step.denominator()));
  }

  private static boolean preferred(LineScoring line, LineScoring best) {
    return best.metric().volume() && !line.metric().volume();
  }

  /** More than {@link #MOST_UNITS} where it cannot be done. */
  private long unitsToPass(LineScoring line, Counters mine, long others, BigDecimal target) {
    Step step = line.metric().step();
    if (step == null) {
      return MOST_UNITS + 1;
    }
    BigInteger above = line.metric().numerator().over(mine);
    BigInteger below = line.metric().denominatorOver(mine);
    return fewest(
        units -> {
          Rational value = valueAfter(line.metric(), step, above, below, units);
          long milli = value == null ? 0 : line.milli(value);
          return Scoring.displayed(others + milli, decimals).compareTo(target) > 0;
        });
  }

  private static @Nullable Rational valueAfter(
      Metric metric, Step step, BigInteger above, @Nullable BigInteger below, long units) {
    return metric.value(
        above.add(BigInteger.valueOf(step.numerator() * units)),
        below == null ? null : below.add(BigInteger.valueOf(step.denominator() * units)));
  }

  private static long fewest(LongPredicate passes) {
    long high = 1;
    while (!passes.test(high)) {
      if (high >= MOST_UNITS) {
        return MOST_UNITS + 1;
      }
      high = Math.min(high * 2, MOST_UNITS);
    }
    long low = high / 2;
    while (low + 1 < high) {
      long middle = (low + high) >>> 1;
      if (passes.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
