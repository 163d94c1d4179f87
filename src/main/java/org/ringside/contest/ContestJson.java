package org.ringside.contest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;
import org.ringside.rulebook.RuleBookJson;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;

/** A contest as the API and its board show it. */
public final class ContestJson {
  private ContestJson() {}

  /** All but its state, which depends on the time. */
  public static JsonObject contest(Contest contest) {
    JsonObject json =
        new JsonObject()
            .put("id", contest.id())
            .put("name", contest.name())
            .put("series", contest.series())
            .put("cadence", contest.cadence().wire())
            .put("competitors", contest.competitors().wire())
            .put("period", contest.period())
            .put("start", contest.window().start().toString())
            .put("end", contest.window().end().toString())
            .put("graceEnd", contest.graceEnd().toString())
            .put("zone", contest.calendar().zone().getId())
            .put("ruleBook", contest.ruleBook())
            .put("decimals", contest.rules().decimals())
            .put(
                "lines",
                new JsonArray(contest.rules().lines().stream().map(ContestJson::line).toList()))
            .put("gates", new JsonArray(gates(contest).map(RuleBookJson::gate).toList()));
    return AudiencesJson.put(json, contest.audiences());
  }

  private static JsonObject line(Line line) {
    return new JsonObject()
        .put("metric", line.metric())
        .put("conversion", RuleBookJson.kind(line.conversion()))
        .put("points", points(line.conversion()))
        .put("weight", RuleBookJson.plain(line.weight()));
  }

  private static String points(Conversion conversion) {
    return RuleBookJson.plain(
        switch (conversion) {
          case Conversion.PerUnit unit -> unit.points();
          case Conversion.Linear linear -> linear.points();
        });
  }

  /** All that must be fulfilled to be ranked: of the rule book, and of its lines. */
  private static Stream<Gate> gates(Contest contest) {
    List<Line> lines = contest.rules().lines();
    Stream<@Nullable Gate> ofLines = lines.stream().map(Line::gate);
    return Stream.concat(contest.rules().gates().stream(), ofLines.filter(Objects::nonNull))
        .distinct();
  }
}
