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
 * Finds the next step among those within reach: no more units than a tenth of what the competitor
 * has done so far, and always {@value #FEW}. More good units of a line never lower its points, so
 * doubling and then halving finds the fewest in a few tries.
 */
final class StepSearch {
  /** Within reach of everybody, also on the first morning. */
  private static final int FEW = 5;

  /** What was done so far, by this, takes about a tenth of the time again. */
  private static final int TENTH = 10;

  private static final long OUT_OF_REACH = Long.MAX_VALUE;

  private final int decimals;
  private final List<LineScoring> lines;

  StepSearch(int decimals, List<LineScoring> lines) {
    this.decimals = decimals;
    this.lines = lines;
  }

  @Nullable NextStep find(Counters mine, Score.Ranked now, BigDecimal target) {
    LineScoring best = null;
    long fewest = OUT_OF_REACH;
    for (int i = 0; i < lines.size(); i++) {
      LineScoring line = lines.get(i);
      long others = now.milli() - now.lines().get(i).pointsMilli();
      long need = unitsToPass(line, mine, others, target);
      if (need < fewest || (need == fewest && best != null && preferred(line, best))) {
        best = line;
        fewest = need;
      }
    }
    return best == null ? null : stepOf(best.metric(), fewest);
  }

  private static @Nullable NextStep stepOf(Metric metric, long need) {
    Step step = metric.step();
    return step == null ? null : new NextStep(metric.id(), need, step.counter());
  }

  private static boolean preferred(LineScoring line, LineScoring best) {
    return best.metric().volume() && !line.metric().volume();
  }

  private long unitsToPass(LineScoring line, Counters mine, long others, BigDecimal target) {
    Step step = line.metric().step();
    if (step == null) {
      return OUT_OF_REACH;
    }
    BigInteger above = line.metric().numerator().over(mine);
    BigInteger below = line.metric().denominatorOver(mine);
    return fewest(
        reach(step, above, below),
        units -> {
          Rational value = valueAfter(line.metric(), step, above, below, units);
          long milli = value == null ? 0 : line.milli(value);
          return Scoring.displayed(others + milli, decimals).compareTo(target) > 0;
        });
  }

  /** Units are counted where they are in the denominator, else in the numerator. */
  private static long reach(Step step, BigInteger above, @Nullable BigInteger below) {
    BigInteger done =
        below == null || step.denominator() == 0
            ? above.divide(BigInteger.valueOf(step.numerator()))
            : below.divide(BigInteger.valueOf(step.denominator()));
    BigInteger tenth = done.divide(BigInteger.valueOf(TENTH));
    return tenth.bitLength() < Integer.SIZE ? Math.max(FEW, tenth.longValue()) : Integer.MAX_VALUE;
  }

  private static @Nullable Rational valueAfter(
      Metric metric, Step step, BigInteger above, @Nullable BigInteger below, long units) {
    return metric.value(
        above.add(BigInteger.valueOf(step.numerator() * units)),
        below == null ? null : below.add(BigInteger.valueOf(step.denominator() * units)));
  }

  private static long fewest(long most, LongPredicate passes) {
    long high = 1;
    while (!passes.test(high)) {
      if (high >= most) {
        return OUT_OF_REACH;
      }
      high = Math.min(high * 2, most);
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
