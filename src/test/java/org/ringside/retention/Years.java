package org.ringside.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.db.TestDatabase;
import org.ringside.scorer.CheckReport;

/** A server with a history, whose clock is turned day by day and year by year. */
final class Years implements AutoCloseable {
  static final String SETTINGS = "/api/v1/organisation/retention";

  /** Noon of a Tuesday in Shanghai. */
  static final Instant BEGIN = Instant.parse("2024-06-04T04:00:00Z");

  /** Where facts begin a hundred days before that. */
  static final Instant HUNDRED_DAYS = Instant.parse("2024-02-24T16:00:00Z");

  final TurnedClock clock = new TurnedClock(BEGIN);
  final TestServer server = TestServer.start(TestDatabase.fresh(), clock);

  Years() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
  }

  TestDatabase database() {
    return server.database();
  }

  void accepted(List<JsonObject> facts) {
    Answer answer = server.facts(facts);
    assertThat(answer.json().getInteger("accepted")).as(answer.body()).isEqualTo(facts.size());
  }

  /** A call of every day of so many days, by agents in turn; every fourth is of a stranger. */
  static List<JsonObject> calls(int days) {
    var calls = new ArrayList<JsonObject>();
    for (int day = 0; day < days; day++) {
      String agent = day % 4 == 3 ? "ext-9" : "ext-" + (day % 4 + 1);
      calls.add(call("day-" + day, BEGIN.minus(Duration.ofDays(day)).minusSeconds(60), agent));
    }
    return calls;
  }

  /** Talk of 20 s: short or valid as the organisation sees it. */
  static JsonObject call(String id, Instant time, String agent) {
    var data = new JsonObject().put("talk_ms", 20_000).put("ended_by", "customer");
    return TestServer.fact(id, "leg.ended", time, agent, data.put("queue", "q0"));
  }

  static JsonObject interval(
      String id, String type, Instant time, Instant from, Instant to, String field, String value) {
    var data = new JsonObject().put("from", from.toString()).put("to", to.toString());
    return TestServer.fact(id, type, time, "ext-1", data.put(field, value));
  }

  void keep(String field, int days) {
    Answer answer =
        server.put(SETTINGS, "application/json", new JsonObject().put(field, days).encode());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Turns the clock and waits for the round that comes of it. */
  void turn(int days) {
    turn(Duration.ofDays(days));
  }

  private void turn(Duration on) {
    double before = meter("ringside_retention_rounds_total");
    clock.turn(on);
    awaitRoundAfter(before);
  }

  /** The round of a server that was started on what is there. */
  void restart() {
    server.restart();
    awaitRoundAfter(0);
  }

  private void awaitRoundAfter(double before) {
    TestServer.eventually("another round", () -> meter("ringside_retention_rounds_total") > before);
  }

  double meter(String name) {
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Nullable Instant since() {
    String since = server.get(SETTINGS).json().getString("factsSince");
    return since == null ? null : Instant.parse(since);
  }

  /** What the query finds, a line each. */
  List<String> rows(String sql) {
    var rows = new ArrayList<String>();
    database().asOwner(sql).forEach(row -> rows.add(row.getValue(0).toString()));
    return rows;
  }

  /** Every agent and team by the day, the week and in all. */
  List<String> reports() {
    var reports = new ArrayList<String>();
    for (String by : List.of("agent", "team", "organisation")) {
      for (String period : List.of("day", "week", "all")) {
        reports.add(report("by=" + by + "&period=" + period));
      }
    }
    return reports;
  }

  String report(String query) {
    Answer answer = server.get("/api/v1/reports/metrics?metrics=valid_calls,handled&" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** One number of the whole organisation of all time. */
  long total(String counter) {
    Answer answer =
        server.get("/api/v1/reports/metrics?by=organisation&period=all&metrics=" + counter);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.items().isEmpty()
        ? 0
        : Long.parseLong(answer.items().getJsonObject(0).getValue("value").toString());
  }

  CheckReport check() {
    CheckReport report = Invariants.report(database(), clock.instant());
    assertThat(report.differences()).isEmpty();
    return report;
  }

  @Override
  public void close() {
    server.close();
  }
}
