package org.ringside.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.ringside.demo.simulation.Crew;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.Line;
import org.ringside.demo.simulation.Person;

/** The floor plan as a roster: sites, teams, owned queues, people with their spellings. */
final class RosterJson {
  private static final LocalDate FOUNDED = LocalDate.of(2019, 1, 1);

  private RosterJson() {}

  static JsonObject of(FloorPlan plan) {
    return new JsonObject()
        .put("sites", sites())
        .put("teams", teams())
        .put("queues", queues(plan.zone()))
        .put("agents", agents(plan));
  }

  private static JsonArray sites() {
    var sites = new JsonArray();
    FloorPlan.SITES.forEach(
        (id, name) -> sites.add(new JsonObject().put("id", id).put("name", name)));
    return sites;
  }

  private static JsonArray teams() {
    var teams = new JsonArray();
    for (Crew crew : FloorPlan.CREWS) {
      teams.add(
          new JsonObject().put("id", crew.id()).put("name", crew.name()).put("site", crew.site()));
    }
    return teams;
  }

  private static JsonArray queues(ZoneId zone) {
    var queues = new JsonArray();
    for (Line line : FloorPlan.LINES) {
      if (line.owner() != null) {
        queues.add(
            new JsonObject()
                .put("queue", line.id())
                .put("team", line.owner())
                .put("from", midnight(FOUNDED, zone)));
      }
    }
    return queues;
  }

  private static JsonArray agents(FloorPlan plan) {
    var agents = new JsonArray();
    for (Person person : plan.people()) {
      agents.add(
          new JsonObject()
              .put("id", person.id())
              .put("name", person.name())
              .put("aliases", aliases(person))
              .put("memberships", memberships(person, plan.zone())));
    }
    return agents;
  }

  /** The telephone system knows the extension, other staff write the staff number. */
  private static JsonArray aliases(Person person) {
    return new JsonArray()
        .add(new JsonObject().put("alias", person.extension()))
        .add(new JsonObject().put("alias", person.id()));
  }

  private static JsonArray memberships(Person person, ZoneId zone) {
    return new JsonArray()
        .add(
            new JsonObject()
                .put("team", person.crew().id())
                .put("from", midnight(person.joined(), zone)));
  }

  private static String midnight(LocalDate day, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(zone));
  }
}
