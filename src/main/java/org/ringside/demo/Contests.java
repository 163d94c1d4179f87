package org.ringside.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;

/**
 * The contests of the example organisation: three series with a rule book each.
 *
 * <p>A thousand points to be had, so that one decimal moves with nearly every call. Rates first,
 * because every metric that can be pumped has one beside it that suffers (R12); volume as calls an
 * hour for teams, so that a team of seven can beat one of eighteen (R13), and as capped valid calls
 * for people, so that part-timers are not hopeless. Quality scores only by the month: a week has
 * too few of them.
 */
final class Contests {
  private final Api api;
  private final String token;
  private final ZoneId zone;

  Contests(Api api, String token, ZoneId zone) {
    this.api = api;
    this.token = token;
    this.zone = zone;
  }

  /** Makes what is not there yet; what has the name already is left as it is. */
  void publish() {
    long weekly = ruleBook("班组周赛规则", weeklyTeam(), teamGates());
    long monthly = ruleBook("班组月赛规则", monthlyTeam(), teamGates());
    long people = ruleBook("个人周赛规则", weeklyAgent(), agentGates());
    series("班组周赛", "week", "team", weekly);
    series("班组月赛", "month", "team", monthly);
    series("个人周赛", "week", "agent", people);
  }

  private static JsonArray weeklyTeam() {
    return new JsonArray()
        .add(linear("csat_top_box", "0.70", "0.95", "400").put("gate", gate("csat_top_box", 30)))
        .add(linear("resolution_rate", "0.55", "0.80", "250"))
        .add(linear("agent_answer_rate", "0.94", "1", "150"))
        .add(linear("contacts_per_hour", "8", "24", "200"));
  }

  private static JsonArray monthlyTeam() {
    return new JsonArray()
        .add(linear("csat_top_box", "0.70", "0.95", "300").put("gate", gate("csat_top_box", 30)))
        .add(linear("resolution_rate", "0.55", "0.80", "200"))
        .add(linear("qa_score", "0.80", "0.97", "200").put("gate", gate("qa_n", 10)))
        .add(linear("agent_answer_rate", "0.94", "1", "100"))
        .add(linear("contacts_per_hour", "8", "24", "150"))
        .add(linear("short_call_rate", "0.08", "0.01", "50"));
  }

  private static JsonArray weeklyAgent() {
    return new JsonArray()
        .add(perUnit("valid_calls", "0.35").put("cap", "300"))
        .add(linear("csat_top_box", "0.65", "1", "400").put("gate", gate("csat_top_box", 15)))
        .add(linear("resolution_rate", "0.50", "0.90", "200"))
        .add(linear("short_call_rate", "0.10", "0.01", "100"));
  }

  private static JsonArray teamGates() {
    return new JsonArray().add(gate("valid_calls", 20));
  }

  private static JsonArray agentGates() {
    return new JsonArray().add(gate("valid_calls", 40));
  }

  private long ruleBook(String name, JsonArray lines, JsonArray gates) {
    for (Object item : items("/api/v1/rule-books")) {
      JsonObject book = (JsonObject) item;
      if (name.equals(book.getString("name"))) {
        return book.getLong("number");
      }
    }
    JsonObject book =
        new JsonObject()
            .put("name", name)
            .put("lines", lines)
            .put("gates", gates)
            .put("decimals", 1)
            .put("tieBreak", "csat");
    return api.post("/api/v1/rule-books", token, book).getLong("number");
  }

  private void series(String name, String cadence, String competitors, long ruleBook) {
    boolean there =
        items("/api/v1/series").stream()
            .anyMatch(item -> name.equals(((JsonObject) item).getString("name")));
    if (!there) {
      api.post(
          "/api/v1/series",
          token,
          new JsonObject()
              .put("name", name)
              .put("cadence", cadence)
              .put("competitors", competitors)
              .put("ruleBook", ruleBook)
              .put("zone", zone.getId()));
    }
  }

  private JsonArray items(String path) {
    return api.get(path, token).getJsonArray("items", new JsonArray());
  }

  private static JsonObject linear(String metric, String floor, String target, String points) {
    return line(
        metric,
        new JsonObject()
            .put("kind", "linear")
            .put("floor", floor)
            .put("target", target)
            .put("points", points));
  }

  private static JsonObject perUnit(String metric, String points) {
    return line(metric, new JsonObject().put("kind", "per_unit").put("points", points));
  }

  private static JsonObject line(String metric, JsonObject conversion) {
    return new JsonObject().put("metric", metric).put("conversion", conversion).put("weight", "1");
  }

  private static JsonObject gate(String metric, int minimum) {
    return new JsonObject().put("metric", metric).put("minimum", minimum);
  }
}
