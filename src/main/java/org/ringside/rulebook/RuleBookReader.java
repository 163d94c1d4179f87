package org.ringside.rulebook;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Fields;
import org.ringside.metric.Direction;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.TieBreak;

/**
 * Reads a rule book. Faults of form are noted in the fields, and something harmless stands in for
 * what could not be read, so that the rest can be judged at the same time.
 */
final class RuleBookReader {
  static final String SHARED = "shared";

  /** More than a rule book may have, so that its own check can say how many it may. */
  private static final int MOST = 100;

  private static final int MAX_NAME = 120;
  private static final int MAX_REASON = 500;
  private static final int MAX_ID = 63;
  private static final int MOST_MINIMUM = 1_000_000_000;

  private RuleBookReader() {}

  /** Which way most calls of a floor go. */
  private enum FloorDirection {
    IN,
    OUT
  }

  static NewRuleBook read(Fields body) {
    String name = body.text("name", MAX_NAME, "Weekly team contest");
    FloorDirection direction = body.choice("direction", FloorDirection.class, FloorDirection.IN);
    RuleBook rules = rules(body);
    NamedOverride override = override(body.object("override"));
    return new NewRuleBook(
        name, direction == FloorDirection.OUT ? Direction.OUT : Direction.IN, rules, override);
  }

  /** The part of it that is scored by. */
  static RuleBook rules(Fields body) {
    return new RuleBook(
        body.objects("lines", MOST).stream().map(RuleBookReader::line).toList(),
        gates(body.objects("gates", MOST)),
        body.integer("decimals", 1, 0, 3),
        tieBreak(body),
        orElse(body.decimal("floor", "0"), BigDecimal.ZERO));
  }

  private static @Nullable NamedOverride override(@Nullable Fields body) {
    if (body == null) {
      return null;
    }
    String name = body.text("name", MAX_NAME, "Li Na");
    String reason = body.text("reason", MAX_REASON, "Lead generation has no surveys yet");
    body.refuseUnread();
    return new NamedOverride(name, reason);
  }

  private static TieBreak tieBreak(Fields body) {
    String metric = body.optionalText("tieBreak", MAX_ID, "csat");
    return metric == null || metric.equals(SHARED) ? TieBreak.SHARED : TieBreak.by(metric);
  }

  private static Line line(Fields body) {
    var line =
        new Line(
            body.text("metric", MAX_ID, "csat_top_box"),
            conversion(body),
            orElse(body.decimal("weight", "1"), BigDecimal.ONE),
            body.decimal("cap", "40"),
            gate(body.object("gate")));
    body.refuseUnread();
    return line;
  }

  private static Conversion conversion(Fields line) {
    Fields body = line.object("conversion");
    if (body == null) {
      if (!line.refused("conversion")) {
        line.refuse(
            "conversion", "an object with its kind", "{\"kind\":\"per_unit\",\"points\":\"1\"}");
      }
      return new Conversion.PerUnit(BigDecimal.ONE);
    }
    Conversion conversion = ofKind(body, body.text("kind", MAX_ID, "linear"));
    body.refuseUnread();
    return conversion;
  }

  private static Conversion ofKind(Fields body, String kind) {
    BigDecimal points = required(body, "points", "35", BigDecimal.ONE);
    if (kind.equals("linear")) {
      return new Conversion.Linear(
          required(body, "floor", "0.70", BigDecimal.ZERO),
          required(body, "target", "0.95", BigDecimal.ONE),
          points);
    }
    if (!kind.equals("per_unit") && !body.refused("kind")) {
      body.refuse("kind", "per_unit or linear", "linear");
    }
    return new Conversion.PerUnit(points);
  }

  private static List<Gate> gates(List<Fields> bodies) {
    return bodies.stream().map(RuleBookReader::requiredGate).toList();
  }

  private static @Nullable Gate gate(@Nullable Fields body) {
    return body == null ? null : requiredGate(body);
  }

  private static Gate requiredGate(Fields body) {
    String metric = body.text("metric", MAX_ID, "valid_calls");
    int minimum = body.integer("minimum", 0, 1, MOST_MINIMUM);
    if (minimum == 0 && !body.refused("minimum")) {
      body.refuse("minimum", "an integer from 1", "20");
    }
    body.refuseUnread();
    return new Gate(metric, Math.max(minimum, 1));
  }

  private static BigDecimal required(
      Fields body, String field, String example, BigDecimal standIn) {
    BigDecimal number = body.decimal(field, example);
    if (number == null && !body.refused(field)) {
      body.refuse(field, "a decimal", example);
    }
    return orElse(number, standIn);
  }

  private static BigDecimal orElse(@Nullable BigDecimal number, BigDecimal standIn) {
    return number == null ? standIn : number;
  }
}
