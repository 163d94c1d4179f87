package org.ringside.rulebook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;

/** Rules as JSON; decimals are plain text without trailing zeros. */
public final class RuleBookJson {
  private RuleBookJson() {}

  /** The rules alone: what the database keeps and every answer shows. */
  public static JsonObject rules(RuleBook rules) {
    String tieBreak = rules.tieBreak().metric();
    return new JsonObject()
        .put("lines", new JsonArray(rules.lines().stream().map(RuleBookJson::line).toList()))
        .put("gates", new JsonArray(rules.gates().stream().map(RuleBookJson::gate).toList()))
        .put("decimals", rules.decimals())
        .put("tieBreak", tieBreak == null ? RuleBookReader.SHARED : tieBreak)
        .put("floor", plain(rules.floor()));
  }

  static JsonObject numbered(NumberedRuleBook numbered) {
    NewRuleBook book = numbered.book();
    return new JsonObject()
        .put("number", numbered.number())
        .put("name", book.name())
        .put("direction", book.direction().wire())
        .put("hash", numbered.hash())
        .put("createdAt", numbered.createdAt().toString())
        .put("createdBy", numbered.createdBy())
        .put("override", override(book.override()))
        .mergeIn(rules(book.rules()));
  }

  private static @Nullable JsonObject override(@Nullable NamedOverride override) {
    return override == null
        ? null
        : new JsonObject().put("name", override.name()).put("reason", override.reason());
  }

  private static JsonObject line(Line line) {
    BigDecimal cap = line.cap();
    Gate gate = line.gate();
    return new JsonObject()
        .put("metric", line.metric())
        .put("conversion", conversion(line.conversion()))
        .put("weight", plain(line.weight()))
        .put("cap", cap == null ? null : plain(cap))
        .put("gate", gate == null ? null : gate(gate));
  }

  private static JsonObject conversion(Conversion conversion) {
    return switch (conversion) {
      case Conversion.PerUnit(BigDecimal points) ->
          new JsonObject().put("kind", kind(conversion)).put("points", plain(points));
      case Conversion.Linear(BigDecimal floor, BigDecimal target, BigDecimal points) ->
          new JsonObject()
              .put("kind", kind(conversion))
              .put("floor", plain(floor))
              .put("target", plain(target))
              .put("points", plain(points));
    };
  }

  /** The word for a kind of conversion. */
  public static String kind(Conversion conversion) {
    return switch (conversion) {
      case Conversion.PerUnit unit -> "per_unit";
      case Conversion.Linear linear -> "linear";
    };
  }

  /** A gate as {@code metric} and {@code minimum}. */
  public static JsonObject gate(Gate gate) {
    return new JsonObject().put("metric", gate.on()).put("minimum", gate.minimum());
  }

  /** A decimal as text, without trailing zeros and never with an exponent. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
