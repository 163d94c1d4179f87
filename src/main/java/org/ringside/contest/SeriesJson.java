package org.ringside.contest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Team;
import org.ringside.organisation.CalendarJson;

/** A series as the API shows it, and who competes, in the customer's own codes. */
public final class SeriesJson {
  private SeriesJson() {}

  /** A series by the codes of the floor. */
  public static JsonObject series(Series series, Floor floor) {
    var json =
        new JsonObject()
            .put("number", series.number())
            .put("name", series.name())
            .put("cadence", series.cadence().wire())
            .put("competitors", series.competitors().wire())
            .put("ruleBook", series.ruleBook())
            .put("since", series.since().toString());
    CalendarJson.put(json, series.calendar());
    AudiencesJson.put(json, series.audiences());
    return competing(json, series.competitors(), series.competing(), floor);
  }

  /** Adds {@code listed} and {@code site}. */
  static JsonObject competing(
      JsonObject json, Competitors competitors, Competing competing, Floor floor) {
    var listed = new JsonArray();
    new TreeSet<>(competing.listed())
        .forEach(number -> listed.add(code(floor, competitors, number)));
    return json.put("listed", listed).put("site", site(floor, competing.site()));
  }

  /** The code; the number where the floor does not know it, which no floor should come to. */
  private static String code(Floor floor, Competitors competitors, int number) {
    String code = null;
    if (competitors == Competitors.TEAM) {
      Team team = floor.team(number);
      code = team == null ? null : team.code();
    } else {
      Agent agent = floor.agent(number);
      code = agent == null ? null : agent.code();
    }
    return Objects.requireNonNullElseGet(code, () -> Integer.toString(number));
  }

  private static @Nullable String site(Floor floor, @Nullable Integer number) {
    Site site = number == null ? null : floor.site(number);
    return site == null ? null : site.code();
  }
}
