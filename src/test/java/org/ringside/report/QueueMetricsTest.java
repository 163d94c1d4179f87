package org.ringside.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.Invariants;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/**
 * R8a: what belongs to a queue is the value of the team that owns it, whoever answers; of a queue
 * that several share it is no owner's. A team that owns none is told of the contacts it took.
 */
class QueueMetricsTest {
  /** The last of the facts; all lie in one service day of the organisation's zone. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final Instant before = now.minusSeconds(4);

  @SuppressWarnings("NullAway.Init") // set before each
  private TestServer server;

  /** North owns the hotline, in which South helps out; the pool is everybody's. */
  @BeforeEach
  void fill() {
    server = TestServer.start(TestDatabase.fresh());
    server.put("/api/v1/roster", "text/csv", Season.ROSTER.replace("2020-01-01", ""));
    owner("eagle", null);
    var facts =
        List.of(
            offered("1", "hotline"),
            offered("2", "hotline"),
            offered("3", "hotline"),
            offered("4", "hotline"),
            offered("5", "pool"),
            offered("6", "pool"),
            answered("1", "ext-1", "hotline", 10_000),
            answered("2", "ext-3", "hotline", 20_000),
            answered("3", "ext-3", "hotline", 30_000),
            answered("5", "ext-1", "pool", 5_000),
            answered("6", "ext-3", "pool", 5_000));
    Answer taken = server.facts(facts);
    assertThat(taken.json().getInteger("accepted")).as(taken.body()).isEqualTo(facts.size());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /**
   * @param next the team that owns the hotline from now on; null for the first one
   */
  private void owner(String first, @Nullable String next) {
    var queues = new JsonArray();
    var since = new JsonObject().put("queue", "hotline").put("team", first);
    queues.add(since);
    if (next != null) {
      since.put("to", now.toString());
      queues.add(
          new JsonObject().put("queue", "hotline").put("team", next).put("from", now.toString()));
    }
    Answer put =
        server.put(
            "/api/v1/roster", "application/json", new JsonObject().put("queues", queues).encode());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }

  /** The third contact came before, the others now. */
  private JsonObject offered(String contact, String queue) {
    return TestServer.fact(
        "offered-" + contact,
        "contact.offered",
        contact.equals("3") ? before : now,
        null,
        new JsonObject().put("contact", contact).put("queue", queue));
  }

  private JsonObject answered(String contact, String agent, String queue, long waitMs) {
    return TestServer.fact(
        "answered-" + contact,
        "leg.answered",
        contact.equals("3") ? before : now,
        agent,
        new JsonObject().put("contact", contact).put("queue", queue).put("wait_ms", waitMs));
  }

  /** Value by whom, the empty word being nobody; whoever counted nothing has no row. */
  private Map<String, String> values(String by, String metric, String how) {
    Answer answer =
        server.get("/api/v1/reports/metrics?period=all&by=" + by + "&metrics=" + metric + how);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var values = new TreeMap<String, String>();
    answer
        .items()
        .forEach(
            item -> {
              var row = (JsonObject) item;
              values.put(
                  Objects.requireNonNullElse(row.getString("id"), ""),
                  Objects.toString(row.getValue("value"), "none"));
            });
    return values;
  }

  /** The same from tallies and, asked for by another name of the zone, from the facts. */
  private void reported(String by, String metric, Map<String, String> expected) {
    String range =
        "&from=" + now.minus(20, ChronoUnit.DAYS) + "&to=" + now.plus(20, ChronoUnit.DAYS);
    Stream.of("", range)
        .forEach(how -> assertThat(values(by, metric, how)).as(by + how).isEqualTo(expected));
  }

  @Test
  void whatATeamOwns_countsForIt_whoeverAnswers_andWhoOwnsNothingHasWhatItTook() {
    reported("team", "offered", Map.of("eagle", "4", "", "2"));
    reported("team", "answered_contacts", Map.of("eagle", "3", "thunder", "1", "", "1"));
    reported("team", "answer_rate", Map.of("eagle", "0.75", "thunder", "none", "", "0.5"));
    reported("team", "asa", Map.of("eagle", "20", "thunder", "5", "", "5"));
    reported("organisation", "asa", Map.of("Ringside", "14"));
  }

  /** Both teams are at one site, which owns a queue by one of them. */
  @Test
  void ofASite_thereIsWhatItsTeamsOwn() {
    reported("site", "answered_contacts", Map.of("上海", "3", "", "2"));
    reported("site", "answer_rate", Map.of("上海", "0.75", "", "1"));
  }

  @Test
  void whoWillOwnAQueueLater_isNoOwnerYet() {
    owner("eagle", null);
    var later = now.plus(100, ChronoUnit.DAYS);
    Answer put =
        server.put(
            "/api/v1/roster",
            "application/json",
            """
            {"queues": [{"queue": "hotline", "team": "eagle"},
              {"queue": "vip", "team": "thunder", "from": "%s"}]}
            """
                .formatted(later));
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    String range =
        "&from=" + now.minus(20, ChronoUnit.DAYS) + "&to=" + now.plus(20, ChronoUnit.DAYS);
    assertThat(values("team", "asa", range))
        .isEqualTo(Map.of("eagle", "20", "thunder", "5", "", "5"));
  }

  @Test
  void factThatIsCorrectedAndVoided_takesBackWhatItDidForTheOwner() {
    JsonObject third = answered("3", "ext-3", "hotline", 60_000);
    server.facts(List.of(third.copy().put("revision", 1)));
    reported("team", "asa", Map.of("eagle", "30", "thunder", "5", "", "5"));
    third.put("revision", 2).put("type", "fact.voided").put("data", new JsonObject());
    server.facts(List.of(third));
    reported("team", "asa", Map.of("eagle", "15", "thunder", "5", "", "5"));
    Invariants.check(server.database());
  }

  @Test
  void contestOfAgents_isNeitherScoredNorGatedNorDecidedByAQueue() {
    JsonObject gated = Season.rules();
    gated.put(
        "gates",
        new JsonArray().add(new JsonObject().put("metric", "answered_in_20s").put("minimum", 1)));
    for (JsonObject rules : List.of(gated, Season.rules().put("tieBreak", "asa"))) {
      int number = server.post("/api/v1/rule-books", rules).json().getInteger("number");
      JsonObject contest = Season.contest("week", "agent").put("ruleBook", number);
      Answer refused = server.post("/api/v1/contests", contest);
      assertThat(refused.status()).as(refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("without what belongs to queues");
    }
  }

  @Test
  void whatPeopleDo_countsForTheirTeam_inWhateverQueue() {
    reported("team", "answered", Map.of("eagle", "2", "thunder", "3"));
    reported("agent", "answered", Map.of("1001", "2", "2001", "3"));
  }

  @Test
  void ofAnAgent_theContactsAndTheirWaitAreKept() {
    reported("agent", "answered_contacts", Map.of("1001", "2", "2001", "3"));
    reported("agent", "asa", Map.of("1001", "7.5", "2001", "18.333333"));
  }

  @Test
  void queueThatChangesHands_movesWhatItDidSince() {
    owner("eagle", "thunder");
    reported("team", "offered", Map.of("eagle", "1", "thunder", "3", "", "2"));
    reported("team", "answered_contacts", Map.of("eagle", "1", "thunder", "2", "", "2"));
    reported("team", "answered", Map.of("eagle", "2", "thunder", "3"));
    Invariants.check(server.database());
  }

  @Test
  void contestByAQueuesMetric_isScoredByTheOwnersQueue_liveAndFromTheTallies() {
    server.post("/api/v1/rule-books", rules());
    contest("week");
    assertThat(answerRate(1)).isEqualTo("0.750000");
    server.facts(List.of(answered("4", "ext-3", "hotline", 1_000)));
    TestServer.eventually("the board shows it", () -> answerRate(1).equals("1.000000"));
    contest("month");
    assertThat(answerRate(2)).isEqualTo("1.000000");
    Invariants.check(server.database());
    server.restart();
    assertThat(answerRate(1)).isEqualTo("1.000000");
    assertThat(server.post("/api/v1/contests/1/rebuild", new JsonObject()).json().getMap())
        .containsEntry("changed", false);
  }

  private static JsonObject rules() {
    var whole =
        new JsonObject()
            .put("kind", "linear")
            .put("floor", "0")
            .put("target", "1")
            .put("points", "100");
    var line =
        new JsonObject()
            .put("metric", "answer_rate")
            .put("conversion", whole)
            .put("weight", "1")
            .put("gate", new JsonObject().put("metric", "answer_rate").put("minimum", 1));
    return new JsonObject()
        .put("name", "reachability")
        .put("lines", new JsonArray().add(line))
        .put("decimals", 1)
        .put("tieBreak", "shared");
  }

  private void contest(String cadence) {
    JsonObject contest =
        Season.contest(cadence, "team").put("listed", new JsonArray().add("eagle"));
    Answer opened = server.post("/api/v1/contests", contest);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
  }

  private String answerRate(int contest) {
    JsonObject row =
        server.get("/api/v1/contests/" + contest + "/standings").items().getJsonObject(0);
    return row.getJsonArray("lines").getJsonObject(0).getValue("value").toString();
  }
}
