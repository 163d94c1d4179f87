package org.ringside.board;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;
import org.ringside.metric.Rational;
import org.ringside.scoring.LineScore;
import org.ringside.scoring.NextStep;
import org.ringside.scoring.Score;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/** Rows of standings as JSON: short for boards, with every line's figures for the API. */
final class RowJson {
  private static final int VALUE_DECIMALS = 6;

  private RowJson() {}

  /**
   * A row as boards show it.
   *
   * @param gap see {@link #gap}
   * @param next what would take it past the row above, null where nothing alone does
   */
  static JsonObject row(
      Competitor competitor, @Nullable String gap, Row row, @Nullable NextStep next) {
    Score score = row.entrant().score();
    return new JsonObject()
        .put("id", competitor.id())
        .put("name", competitor.name())
        .put("team", competitor.team())
        .put("teamName", competitor.teamName())
        .put("rank", row.rank())
        .put("score", displayed(row))
        .put("gap", gap)
        .put("next", next == null ? null : next(next))
        .put("shared", row.shared())
        .put("tieBreak", row.tieBreak())
        .put("gate", score instanceof Score.NotYet notYet ? shortfall(notYet) : null)
        .put("moved", null);
  }

  /**
   * What a row is called on a board that does not say whose it is: its place from 1, behind a sign
   * that no code can have, see {@link org.ringside.frame.Names#acceptable}.
   */
  static String placeId(Row row) {
    return "\u001f" + (row.place() + 1);
  }

  /**
   * A row that says how far it is and not whose: nothing of it leads to somebody.
   *
   * @param gap see {@link #gap}
   */
  static JsonObject nameless(@Nullable String gap, Row row) {
    return new JsonObject()
        .put("id", placeId(row))
        .putNull("name")
        .putNull("team")
        .putNull("teamName")
        .put("rank", row.rank())
        .put("score", displayed(row))
        .put("gap", gap)
        .putNull("next")
        .put("shared", row.shared())
        .putNull("tieBreak")
        .putNull("gate")
        .putNull("moved");
  }

  /** The same with what each line gave (R25). */
  static JsonObject withLines(JsonObject row, Row from) {
    var lines = new JsonArray();
    from.entrant().score().lines().forEach(line -> lines.add(line(line)));
    return row.put("lines", lines);
  }

  static @Nullable String displayed(Row row) {
    BigDecimal points = points(row);
    return points == null ? null : points.toPlainString();
  }

  /** The first row's gap is its lead over the next rank. */
  static @Nullable String gap(Standings standings, Row row) {
    if (row.gapToNext() != null) {
      return row.gapToNext().toPlainString();
    }
    List<Row> rows = standings.rows();
    if (row.rank() != 1 || row.place() + 1 >= rows.size()) {
      return null;
    }
    BigDecimal mine = points(row);
    BigDecimal next = points(rows.get(row.place() + 1));
    return mine == null || next == null ? null : mine.subtract(next).toPlainString();
  }

  static @Nullable BigDecimal points(Row row) {
    return row.entrant().score() instanceof Score.Ranked ranked ? ranked.displayed() : null;
  }

  private static JsonObject next(NextStep next) {
    return new JsonObject()
        .put("metric", next.metric())
        .put("need", next.need())
        .put("counter", next.counter());
  }

  private static JsonObject shortfall(Score.NotYet notYet) {
    return new JsonObject()
        .put("metric", notYet.gate().on())
        .put("have", notYet.have())
        .put("need", notYet.need());
  }

  private static JsonObject line(LineScore line) {
    Rational value = line.value();
    Gate unmet = line.unmet();
    return new JsonObject()
        .put("metric", line.metric())
        .put("value", value == null ? null : value.roundHalfUp(VALUE_DECIMALS).toPlainString())
        .put("numerator", line.numerator().longValueExact())
        .put("denominator", line.denominator() == null ? null : line.denominator().longValueExact())
        .put("points", BigDecimal.valueOf(line.pointsMilli(), 3).toPlainString())
        .put(
            "unmet",
            unmet == null
                ? null
                : new JsonObject().put("metric", unmet.on()).put("need", unmet.minimum()));
  }
}
