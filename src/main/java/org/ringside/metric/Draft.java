package org.ringside.metric;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A metric while the catalogue writes it down. */
final class Draft {
  private static final long MS_PER_SECOND = 1_000;

  private final String id;
  private final String number;
  private final Unit unit;
  private final Sum numerator;
  private final @Nullable Sum denominator;
  private Goal goal = Goal.HIGHER;
  private long scaleNumerator = 1;
  private long scaleDenominator = 1;
  private @Nullable Gate gate;
  private @Nullable Gate teamGate;
  private @Nullable Benchmark benchmark;
  private String formula;
  private final Set<FactType> needs = EnumSet.noneOf(FactType.class);
  private String gaming = "";
  private Scope scope = Scope.AGENT;
  private boolean volume;
  private @Nullable Step step;

  private Draft(String id, String number, Unit unit, Sum numerator, @Nullable Sum denominator) {
    this.id = id;
    this.number = number;
    this.unit = unit;
    this.numerator = numerator;
    this.denominator = denominator;
    this.formula =
        denominator == null ? numerator.toString() : "(" + numerator + ") / (" + denominator + ")";
  }

  /** A plain sum; one more of it is one more of its first counter. */
  static Draft count(String id, String number, Sum numerator) {
    var draft = new Draft(id, number, Unit.COUNT, numerator, null);
    return draft.step(numerator.terms().getFirst().counter(), 1, 0);
  }

  /** A share from 0 to 1; one more success adds one to both. */
  static Draft rate(String id, String number, Sum numerator, Sum denominator) {
    var draft = new Draft(id, number, Unit.RATIO, numerator, denominator);
    return draft.gate(20).step(numerator.terms().getFirst().counter(), 1, 1);
  }

  /** A mean of durations, from milliseconds to seconds. */
  static Draft seconds(String id, String number, Sum numerator, Sum denominator) {
    var draft = new Draft(id, number, Unit.SECONDS, numerator, denominator);
    return draft.gate(20).scale(1, MS_PER_SECOND);
  }

  /** Anything else. */
  static Draft of(String id, String number, Unit unit, Sum numerator, @Nullable Sum denominator) {
    return new Draft(id, number, unit, numerator, denominator);
  }

  Draft scale(long above, long below) {
    scaleNumerator = above;
    scaleDenominator = below;
    return this;
  }

  /** Fewer is better: the good unit is one that does not add to the numerator. */
  Draft lower() {
    goal = Goal.LOWER;
    if (denominator == null) {
      step = null;
    } else if (step != null) {
      step = new Step(denominator.terms().getFirst().counter(), 0, 1);
    }
    return this;
  }

  Draft band() {
    goal = Goal.BAND;
    step = null;
    return this;
  }

  /** A least denominator, for agents and for teams. */
  Draft gate(long minimum) {
    return gates(id, minimum, minimum);
  }

  Draft gates(String on, long forAgent, long forTeam) {
    gate = new Gate(on, forAgent);
    teamGate = new Gate(on, forTeam);
    return this;
  }

  Draft benchmark(String value, String source) {
    benchmark = new Benchmark(new BigDecimal(value), source);
    return this;
  }

  Draft formula(String words) {
    formula = words;
    return this;
  }

  Draft needs(FactType... types) {
    needs.addAll(Set.of(types));
    return this;
  }

  Draft gaming(String how) {
    gaming = how;
    return this;
  }

  Draft ofQueue() {
    scope = Scope.QUEUE;
    return this;
  }

  Draft volume() {
    volume = true;
    return this;
  }

  Draft step(String counter, long above, long below) {
    step = new Step(counter, above, below);
    return this;
  }

  Draft withoutStep() {
    step = null;
    return this;
  }

  Metric metric() {
    return new Metric(
        id,
        number,
        unit,
        goal,
        numerator,
        denominator,
        scaleNumerator,
        scaleDenominator,
        gate,
        teamGate,
        benchmark,
        formula,
        needs,
        gaming,
        scope,
        volume,
        step);
  }
}
