package org.ringside.floor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;

/**
 * A floor in the JSON that {@link RosterJson} reads. The first page has sites, teams and queues
 * before its agents; only a page that is not the last has {@code next}, so that a roster of one
 * page can be sent back as it came.
 */
final class RosterPage {
  private static final Comparator<AliasKey> IN_ORDER =
      Comparator.comparing(AliasKey::spelling)
          .thenComparing(key -> key.source() == null ? "" : key.source());

  private final Floor floor;
  private final RosterTime time;
  private final Map<Integer, JsonArray> aliases = new HashMap<>();

  private RosterPage(Floor floor, ServiceCalendar calendar) {
    this.floor = floor;
    time = new RosterTime(calendar);
    var sorted = new TreeMap<AliasKey, Timeline>(IN_ORDER);
    sorted.putAll(floor.aliases());
    sorted.forEach(this::index);
  }

  private void index(AliasKey key, Timeline timeline) {
    for (Stretch held : timeline.stretches()) {
      var alias = new JsonObject().put("alias", key.spelling());
      if (key.source() != null) {
        alias.put("source", key.source());
      }
      aliases
          .computeIfAbsent(held.holder(), unseen -> new JsonArray())
          .add(withSpan(alias, held.span()));
    }
  }

  /**
   * One page of agents, in order of number.
   *
   * @param after number of the last agent of the page before, 0 for the first page
   */
  static JsonObject write(Floor floor, ServiceCalendar calendar, int after, int limit) {
    var page = new RosterPage(floor, calendar);
    var json = new JsonObject();
    if (after == 0) {
      json.put("sites", page.sites()).put("teams", page.teams()).put("queues", page.queues());
    }
    List<Agent> rest = floor.agents().stream().filter(agent -> agent.no() > after).toList();
    var agents = new JsonArray();
    rest.stream().limit(limit).forEach(agent -> agents.add(page.agent(agent)));
    json.put("agents", agents);
    if (rest.size() > limit) {
      json.put("next", String.valueOf(rest.get(limit - 1).no()));
    }
    return json;
  }

  private JsonArray sites() {
    var sites = new JsonArray();
    floor
        .sites()
        .forEach(
            site -> sites.add(new JsonObject().put("id", site.code()).put("name", site.name())));
    return sites;
  }

  private JsonArray teams() {
    var teams = new JsonArray();
    for (Team team : floor.teams()) {
      var json = new JsonObject().put("id", team.code()).put("name", team.name());
      Site site = team.site() == null ? null : floor.site(team.site());
      if (site != null) {
        json.put("site", site.code());
      }
      teams.add(json);
    }
    return teams;
  }

  private JsonArray queues() {
    var queues = new JsonArray();
    new TreeMap<>(floor.queues())
        .forEach(
            (queue, timeline) -> {
              for (Stretch held : timeline.stretches()) {
                var json = new JsonObject().put("queue", queue).put("team", team(held));
                queues.add(withSpan(json, held.span()));
              }
            });
    return queues;
  }

  private JsonObject agent(Agent agent) {
    var memberships = new JsonArray();
    for (Stretch held : floor.timelineOf(agent.no()).stretches()) {
      memberships.add(withSpan(new JsonObject().put("team", team(held)), held.span()));
    }
    return new JsonObject()
        .put("id", agent.code())
        .put("name", agent.name())
        .put("aliases", aliases.getOrDefault(agent.no(), new JsonArray()))
        .put("memberships", memberships);
  }

  private @Nullable String team(Stretch held) {
    Team team = floor.team(held.holder());
    return team == null ? null : team.code();
  }

  private JsonObject withSpan(JsonObject json, Span span) {
    String from = time.write(span.fromMs());
    String to = time.write(span.toMs());
    if (from != null) {
      json.put("from", from);
    }
    if (to != null) {
      json.put("to", to);
    }
    return json;
  }
}
