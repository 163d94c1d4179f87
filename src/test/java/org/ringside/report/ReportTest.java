package org.ringside.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/**
 * Reports of a server that took in six weeks of facts over the end of a year, among them facts of
 * agents who move, of spellings that nobody knows, and time in states across midnights.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportTest {
  private static final Instant START = Instant.parse("2025-12-08T00:00:00Z");
  private static final int DAYS = 42;
  private static final String RANGE = "&from=2025-12-08&to=2026-01-20";

  /** The same clock as the organisation's under another name, so that the facts are read. */
  private static final String SAME_CLOCK = "&zone=PRC";

  private final TestServer server = TestServer.start(TestDatabase.fresh());

  @BeforeAll
  void fill() {
    Answer roster =
        server.put(
            "/api/v1/roster",
            "text/csv",
            """
            agent,name,team,site,from,to,aliases
            1001,李娜,eagle,上海,,2025-12-20,ext-1
            1001,,thunder,,2025-12-20,,ext-1
            1002,王芳,eagle,,,,ext-2
            2001,张伟,thunder,成都,,,ext-3
            3001,=cmd,,,,,ext-4
            """);
    assertThat(roster.status()).as(roster.body()).isEqualTo(200);
    var random = new Random(42);
    for (int part = 0; part < 4; part++) {
      var facts = new ArrayList<JsonObject>();
      for (int i = 0; i < 500; i++) {
        facts.add(fact(part + "-" + i, random));
      }
      Answer answer = server.facts(facts);
      assertThat(answer.json().getInteger("accepted")).as(answer.body()).isEqualTo(500);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static JsonObject fact(String id, Random random) {
    Instant time = START.plusSeconds(random.nextInt(DAYS * 86_400));
    String agent = "ext-" + (1 + random.nextInt(5));
    var data =
        new JsonObject()
            .put("queue", random.nextBoolean() ? "hotline" : "sales")
            .put("direction", random.nextInt(4) == 0 ? "out" : "in");
    return switch (random.nextInt(6)) {
      case 0 -> TestServer.fact(id, "contact.offered", time, null, data);
      case 1 ->
          TestServer.fact(
              id, "leg.answered", time, agent, data.put("wait_ms", random.nextInt(60_000)));
      case 2 ->
          TestServer.fact(
              id,
              "leg.ended",
              time,
              agent,
              data.put("talk_ms", random.nextInt(300_000)).put("ended_by", "customer"));
      case 3 ->
          TestServer.fact(
              id,
              "survey.answered",
              time,
              agent,
              data.put("kind", "csat")
                  .put("score", 1 + random.nextInt(5))
                  .put("scale_min", 1)
                  .put("scale_max", 5));
      case 4 ->
          TestServer.fact(
              id,
              "agent.state",
              time,
              agent,
              new JsonObject()
                  .put("state", "ready")
                  .put("from", time.minusSeconds(1 + random.nextInt(40_000)).toString())
                  .put("to", time.toString()));
      default ->
          TestServer.fact(
              id, "leg.missed", time, agent, data.put("ring_ms", 9_000).put("reason", "no_answer"));
    };
  }

  private List<JsonObject> rows(String query) {
    Answer answer = server.get("/api/v1/reports/metrics?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.items().stream().map(JsonObject.class::cast).toList();
  }

  private Answer refused(String query, int status) {
    Answer answer = server.get("/api/v1/reports/metrics?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }

  private static JsonObject find(
      List<JsonObject> rows, @Nullable String id, String period, String metric) {
    return rows.stream()
        .filter(row -> Objects.equals(row.getString("id"), id))
        .filter(row -> row.getString("period").equals(period))
        .filter(row -> row.getString("metric").equals(metric))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "agent,day",
    "agent,week",
    "team,day",
    "team,week",
    "team,month",
    "site,week",
    "site,all",
    "organisation,day",
    "organisation,month",
    "organisation,all"
  })
  void talliesAndFacts_giveTheSameReport(String by, String period) {
    String query = "by=" + by + "&period=" + period + RANGE;

    assertThat(rows(query + SAME_CLOCK)).isEqualTo(rows(query)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"offered", "answered", "handled", "ready_ms", "csat_sum", "missed_real"})
  void counters_addUpOverAgentsAndTheUnattributed_teamsAndHours(String counter) {
    long all = sum(rows("by=organisation&period=all&metrics=" + counter), counter);

    assertThat(all).isPositive();
    assertThat(sum(rows("by=agent&period=week&metrics=" + counter), counter)).isEqualTo(all);
    assertThat(sum(rows("by=team&period=month&metrics=" + counter), counter)).isEqualTo(all);
    assertThat(sum(rows("by=site&period=day&metrics=" + counter), counter)).isEqualTo(all);
    assertThat(sum(rows("by=team&period=hour&metrics=" + counter + RANGE), counter)).isEqualTo(all);
  }

  private static long sum(List<JsonObject> rows, String counter) {
    return rows.stream()
        .filter(row -> row.getString("metric").equals(counter))
        .mapToLong(row -> row.getLong("numerator"))
        .sum();
  }

  @Test
  void aRate_isTheQuotientOfItsSums_andNoValueWhereNothingIsBelow() {
    List<JsonObject> rows = rows("by=team&period=month&metrics=csat,answer_rate,csat_sum,csat_n");

    JsonObject csat = find(rows, "eagle", "2025-12", "csat");
    assertThat(csat.getLong("numerator"))
        .isEqualTo(find(rows, "eagle", "2025-12", "csat_sum").getLong("value"));
    assertThat(csat.getLong("denominator"))
        .isEqualTo(find(rows, "eagle", "2025-12", "csat_n").getLong("numerator"));
    assertThat(new BigDecimal(csat.getValue("value").toString()))
        .isEqualByComparingTo(
            BigDecimal.valueOf(csat.getLong("numerator"))
                .divide(BigDecimal.valueOf(csat.getLong("denominator")), 6, RoundingMode.HALF_UP));
    JsonObject none = find(rows, "eagle", "2025-12", "answer_rate");
    assertThat(none.getLong("denominator")).isZero();
    assertThat(none.getValue("value")).isNull();
    assertThat(none.containsKey("value")).isTrue();
  }

  @Test
  void periods_areCalledAfterTheCalendar() {
    assertThat(periods("week")).contains("2025-W50", "2026-W01").doesNotContain("2025-W53");
    assertThat(periods("month")).containsExactly("2025-12", "2026-01");
    assertThat(periods("day")).contains("2025-12-31", "2026-01-01");
    assertThat(periods("hour&from=2026-01-01&to=2026-01-02"))
        .allMatch(name -> name.matches("2026-01-01T[0-9]{2}:00:00\\+08:00"));
    assertThat(periods("all")).containsExactly("all");
  }

  private List<String> periods(String period) {
    return rows("by=organisation&metrics=answered,offered,ready_ms,handled&period=" + period)
        .stream()
        .map(row -> row.getString("period"))
        .distinct()
        .toList();
  }

  @Test
  void anotherZone_cutsTheSameFactsOtherwise() {
    String query = "by=organisation&period=day&metrics=handled&from=2025-12-06&to=2026-01-22";

    Map<String, Long> here = byPeriod(rows(query));
    Map<String, Long> there = byPeriod(rows(query + "&zone=America/New_York"));

    assertThat(there).isNotEqualTo(here);
    assertThat(there.values().stream().mapToLong(n -> n).sum())
        .isEqualTo(here.values().stream().mapToLong(n -> n).sum());
  }

  private static Map<String, Long> byPeriod(List<JsonObject> rows) {
    var byPeriod = new TreeMap<String, Long>();
    rows.forEach(row -> byPeriod.put(row.getString("period"), row.getLong("numerator")));
    return byPeriod;
  }

  @Test
  void boundsInsideADay_cutTheDay() {
    String day = "by=organisation&period=day&metrics=ready_ms&from=2025-12-10&to=2025-12-11";
    String morning =
        "by=organisation&period=day&metrics=ready_ms&from=2025-12-10&to=2025-12-10T12:00:00%2B08:00";
    String evening =
        "by=organisation&period=day&metrics=ready_ms&from=2025-12-10T12:00:00%2B08:00&to=2025-12-11";

    assertThat(sum(rows(morning), "ready_ms") + sum(rows(evening), "ready_ms"))
        .isEqualTo(sum(rows(day), "ready_ms"));
  }

  @Test
  void aTransfer_leavesThePastWithTheOldTeam() {
    List<JsonObject> before = rows("by=agent&period=all&metrics=handled&to=2025-12-20");
    assertThat(find(before, "1001", "all", "handled").getLong("numerator")).isPositive();

    List<JsonObject> eagle = rows("by=team&period=all&metrics=handled&from=2025-12-20");
    List<JsonObject> alone = rows("by=agent&period=all&metrics=handled&from=2025-12-20");
    assertThat(find(eagle, "eagle", "all", "handled").getLong("numerator"))
        .isEqualTo(find(alone, "1002", "all", "handled").getLong("numerator"));
  }

  @Test
  void aTable_hasTypedNumbersAndNoFormula() {
    server.put(
        "/api/v1/roster",
        "text/csv",
        "agent,name,team,site,from,to,aliases\n=SUM(A1),x,,,,,ext-5\n");

    Answer answer =
        server.get(
            "/api/v1/reports/metrics?by=agent&period=all&metrics=handled,csat",
            "Accept",
            "text/csv");

    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("text/csv; charset=utf-8");
    String[] lines = answer.body().split("\r\n", -1);
    assertThat(lines[0]).isEqualTo("by,id,period,metric,numerator,denominator,value");
    assertThat(lines[1]).matches("agent,1001,all,handled,[0-9]+,,[0-9]+");
    assertThat(lines[2]).matches("agent,1001,all,csat,[0-9]+,[0-9]+,[0-9.]+");
    assertThat(answer.body()).contains("agent,'=SUM(A1),all,handled,");
  }

  @ParameterizedTest
  @CsvSource({
    "by=nobody&period=day, by",
    "period=day, by",
    "by=team, period",
    "by=team&period=fortnight, period",
    "by=team&period=day&zone=Asia/Shanghia, zone",
    "by=team&period=day&from=yesterday, from",
    "by=team&period=day&from=2026-01-02&to=2026-01-02, to",
    "by=team&period=hour, from",
    "by=team&period=day&zone=UTC&from=2025-01-01&to=2025-04-01, from",
    "by=team&period=day&metrics=anwser_rate, metrics"
  })
  void aBadQuery_isRefusedByItsParameter(String query, String field) {
    JsonArray errors = refused(query, 400).json().getJsonArray("errors");
    assertThat(errors.getJsonObject(0).getString("field")).isEqualTo(field);
  }

  @Test
  void everyFaultOfAQuery_isToldAtOnce() {
    String query = "by=nobody&period=age&zone=Mars&from=soon&metrics=anwser_rate,Ok";
    assertThat(refused(query, 400).json().getJsonArray("errors").stream())
        .extracting(error -> ((JsonObject) error).getString("field"))
        .containsExactly("by", "period", "zone", "from", "metrics");
  }

  @Test
  void anUnknownMetric_isAnsweredWithCloseOnes() {
    assertThat(refused("by=team&period=day&metrics=anwser_rate", 400).body())
        .contains("answer_rate");
    assertThat(refused("by=team&period=day&metrics=csat_summ", 400).body()).contains("csat_sum");
  }

  @Test
  void aReportThatWouldBeTooLong_isRefusedClearly() {
    Answer answer = refused("by=agent&period=hour" + RANGE + "&metrics=" + manyCounters(), 422);

    assertThat(answer.json().getString("code")).isEqualTo("REPORT_TOO_LARGE");
  }

  /** Metrics enough to make the hours of six weeks too many rows. */
  private static String manyCounters() {
    var names = new ArrayList<String>();
    for (int lowest = 0; lowest < 95; lowest++) {
      names.add("csat_" + lowest + "_" + 100);
    }
    names.addAll(List.of("ready_ms", "handled", "answered", "missed_real", "csat_sum"));
    return String.join(",", names);
  }
}
