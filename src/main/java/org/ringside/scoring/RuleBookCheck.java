package org.ringside.scoring;

import static org.ringside.scoring.Finding.refusal;
import static org.ringside.scoring.Finding.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Direction;
import org.ringside.metric.Field;
import org.ringside.metric.Gate;
import org.ringside.metric.Goal;
import org.ringside.metric.Metric;
import org.ringside.metric.Step;
import org.ringside.metric.Unit;

/** Goes once through a rule book and notes what is wrong with it. Used by one thread, once. */
final class RuleBookCheck {
  private static final int MOST_LINES = 32;
  private static final int MOST_GATES = 16;
  private static final int MOST_DECIMALS = 3;
  private static final int MOST_FRACTION_DIGITS = 6;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);
  private static final long MOST_GATE = 1_000_000_000_000L;

  private final RuleBook book;
  private final Catalogue catalogue;
  private final Direction direction;
  private final List<Finding> findings = new ArrayList<>();

  RuleBookCheck(RuleBook book, Catalogue catalogue, Direction direction) {
    this.book = book;
    this.catalogue = catalogue;
    this.direction = direction;
  }

  List<Finding> findings() {
    checkShape();
    for (int i = 0; i < book.lines().size(); i++) {
      checkLine("lines[" + i + "]", book.lines().get(i));
    }
    for (int i = 0; i < book.gates().size(); i++) {
      checkGate("gates[" + i + "]", book.gates().get(i));
    }
    checkTieBreak(book.tieBreak().metric());
    checkVolumeIsGuarded();
    return List.copyOf(findings);
  }

  private void checkShape() {
    if (book.lines().isEmpty() || book.lines().size() > MOST_LINES) {
      refuse("lines", "1 to " + MOST_LINES + " lines", "one line with metric csat");
    }
    if (book.gates().size() > MOST_GATES) {
      refuse("gates", "at most " + MOST_GATES + " gates", "handled, 20");
    }
    if (book.decimals() < 0 || book.decimals() > MOST_DECIMALS) {
      refuse("decimals", "a whole number from 0 to " + MOST_DECIMALS, "1");
    }
    checkNumber("floor", book.floor(), TRILLION);
  }

  private void checkLine(String path, Line line) {
    Metric metric = catalogue.find(line.metric());
    if (metric == null) {
      refuse(path + ".metric", "the id of a metric of the catalogue", "csat");
    } else {
      checkFits(path, metric, line.conversion());
      checkReach(path + ".conversion", metric, line.conversion());
    }
    checkConversion(path + ".conversion", line.conversion());
    checkPositive(path + ".weight", line.weight(), MILLION, "1");
    if (line.cap() != null) {
      checkPositive(path + ".cap", line.cap(), TRILLION, "120");
    }
    if (line.gate() != null) {
      checkGate(path + ".gate", line.gate());
    }
  }

  /** Handle time and occupancy only in bands, and no reward for the wrong direction (R12). */
  private void checkFits(String path, Metric metric, Conversion conversion) {
    if (metric.goal() == Goal.BAND) {
      refuse(
          path + ".conversion",
          metric.id() + " has no better end: it can only be scored in bands",
          "another metric, such as resolution_rate");
    } else if (conversion.rising() != (metric.goal() == Goal.HIGHER)) {
      refuse(path + ".conversion", directionOf(metric, conversion), exampleFor(metric, conversion));
    }
  }

  /**
   * A percentage for a share, or a share for a mark: nobody would have the points, or everybody.
   */
  private void checkReach(String path, Metric metric, Conversion conversion) {
    BigDecimal most = mostOf(metric);
    boolean banded = metric.goal() == Goal.BAND;
    if (most == null || banded || !(conversion instanceof Conversion.Linear linear)) {
      return;
    }
    BigDecimal lower = linear.floor().min(linear.target());
    BigDecimal upper = linear.floor().max(linear.target());
    boolean share = metric.unit() == Unit.RATIO;
    boolean beyond = upper.compareTo(most) > 0 || (share && lower.signum() < 0);
    boolean shareOfAMark = !share && lower.signum() >= 0 && upper.compareTo(BigDecimal.ONE) <= 0;
    if (beyond || shareOfAMark) {
      String expected =
          share
              ? metric.id() + " is a share: a floor and a target from 0 to 1"
              : metric.id() + " is a mark, at most " + most.toPlainString() + ", and not a share";
      findings.add(
          warning(path, expected, share ? "floor 0.80, target 0.95" : "floor 4, target 4.8"));
    }
  }

  /** What a value can be at most, where the metric tells: null where it does not. */
  private static @Nullable BigDecimal mostOf(Metric metric) {
    if (metric.unit() == Unit.RATIO) {
      return BigDecimal.ONE;
    }
    Step step = metric.step();
    return metric.unit() == Unit.POINTS && step != null && step.denominator() > 0
        ? BigDecimal.valueOf(step.numerator() * metric.scaleNumerator())
            .divide(
                BigDecimal.valueOf(step.denominator() * metric.scaleDenominator()),
                MathContext.DECIMAL64)
        : null;
  }

  private static String directionOf(Metric metric, Conversion conversion) {
    String wanted = metric.goal() == Goal.LOWER ? "fewer" : "more";
    return metric.id()
        + ": "
        + wanted
        + " is better, so "
        + switch (conversion) {
          case Conversion.PerUnit p ->
              "points " + (wanted.equals("more") ? "above" : "below") + " 0";
          case Conversion.Linear l ->
              "a floor " + (wanted.equals("more") ? "below" : "above") + " the target";
        };
  }

  private static String exampleFor(Metric metric, Conversion conversion) {
    boolean lower = metric.goal() == Goal.LOWER;
    return switch (conversion) {
      case Conversion.PerUnit p -> lower ? "-1" : "1";
      case Conversion.Linear l -> lower ? "floor 0.10, target 0.02" : "floor 0.80, target 0.95";
    };
  }

  private void checkConversion(String path, Conversion conversion) {
    switch (conversion) {
      case Conversion.PerUnit(BigDecimal points) -> {
        checkNumber(path + ".points", points, MILLION);
        if (points.signum() == 0) {
          refuse(path + ".points", "a number other than 0", "1");
        }
      }
      case Conversion.Linear(BigDecimal floor, BigDecimal target, BigDecimal points) -> {
        checkNumber(path + ".floor", floor, TRILLION);
        checkNumber(path + ".target", target, TRILLION);
        checkPositive(path + ".points", points, MILLION, "100");
        if (floor.compareTo(target) == 0) {
          refuse(path + ".target", "another number than the floor", "4.5");
        }
      }
    }
  }

  private void checkGate(String path, Gate gate) {
    boolean known = catalogue.find(gate.on()) != null || Field.isCounterName(gate.on());
    if (!known) {
      refuse(path + ".on", "the id of a metric or the name of a counter", "csat");
    }
    if (gate.minimum() < 1 || gate.minimum() > MOST_GATE) {
      refuse(path + ".minimum", "a whole number from 1 to " + MOST_GATE, "30");
    }
  }

  private void checkTieBreak(@Nullable String id) {
    if (id == null) {
      return;
    }
    Metric metric = catalogue.find(id);
    if (metric == null || metric.goal() == Goal.BAND) {
      refuse("tieBreak", "the id of a metric with a better end, or shared", "csat");
    }
  }

  private void checkVolumeIsGuarded() {
    List<Metric> metrics =
        book.lines().stream()
            .map(line -> catalogue.find(line.metric()))
            .filter(Objects::nonNull)
            .toList();
    if (!metrics.isEmpty() && metrics.stream().allMatch(Metric::volume)) {
      String expected = "a line for quality beside volume and handle time";
      findings.add(
          direction == Direction.OUT
              ? warning("lines", expected, "conversion")
              : refusal("lines", expected, "csat"));
    }
  }

  private void checkPositive(String path, BigDecimal number, BigDecimal most, String example) {
    checkNumber(path, number, most);
    if (number.signum() <= 0) {
      refuse(path, "a number above 0", example);
    }
  }

  private void checkNumber(String path, BigDecimal number, BigDecimal most) {
    boolean fits =
        number.abs().compareTo(most) <= 0
            && number.stripTrailingZeros().scale() <= MOST_FRACTION_DIGITS;
    if (!fits) {
      refuse(
          path,
          "at most "
              + most.toPlainString()
              + ", with at most "
              + MOST_FRACTION_DIGITS
              + " decimals",
          "12.5");
    }
  }

  private void refuse(String field, String expected, String example) {
    findings.add(refusal(field, expected, example));
  }
}
