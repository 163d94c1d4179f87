package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contest.Shanghai.at;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.db.TestDatabase;

/** Contests, series and rule books over real sockets. It is Wednesday noon in week 47 of 2026. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestRoutesTest {
  private static final String ROSTER =
      """
      {"sites": [{"id": "sh"}, {"id": "bj"}],
       "teams": [{"id": "eagle", "site": "sh"}, {"id": "thunder", "site": "bj"}],
       "queues": [{"queue": "hotline", "team": "eagle"}],
       "agents": [
         {"id": "1001", "name": "李娜", "memberships": [{"team": "eagle"}]},
         {"id": "2001", "name": "张伟", "memberships": [{"team": "thunder"}]}]}
      """;

  private final AtomicReference<Instant> now = new AtomicReference<>(at("2026-11-18T12:00"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), now::get);
  private int surveys;
  private int ofQueues;

  @BeforeAll
  void roster() {
    assertThat(server.put("/api/v1/roster", "application/json", ROSTER).status()).isEqualTo(200);
    surveys = ruleBook("Surveys", "csat_top_box");
    ofQueues = ruleBook("Queues", "service_level_c");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void rule_book_posted_again_is_the_one_that_is_there() {
    Answer again = server.post("/api/v1/rule-books", book("Surveys", "csat_top_box"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().getInteger("number")).isEqualTo(surveys);
    assertThat(ruleBook("Surveys, renamed", "csat_top_box")).isNotEqualTo(surveys);
  }

  @Test
  void rule_book_is_read_with_its_hash_as_entity_tag() {
    Answer first = server.get("/api/v1/rule-books/" + surveys);
    String tag = first.response().headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isEqualTo('"' + first.json().getString("hash") + '"');
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      assertThat(read("If-None-Match", known).status()).as(known).isEqualTo(304);
    }
    assertThat(read("If-None-Match", "W/\"other\"").status()).isEqualTo(200);
  }

  @Test
  void head_is_a_get_without_the_body() {
    var asked = server.request("/api/v1/rule-books/" + surveys, TestServer.TOKEN);
    Answer head = server.send(asked.method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.response().headers().firstValue("ETag"))
        .isEqualTo(read().response().headers().firstValue("ETag"));
  }

  private Answer read(String... headers) {
    return server.get("/api/v1/rule-books/" + surveys, headers);
  }

  @Test
  void volume_alone_needs_quality_inbound_and_a_named_override_outbound() {
    JsonObject volume = book("Dials", "valid_calls");
    assertRefused(server.post("/api/v1/rule-books", volume), 400, "BAD_INPUT", "lines");
    volume.put("direction", "out");
    assertRefused(server.post("/api/v1/rule-books", volume), 409, "OVERRIDE_NEEDED", "lines");
    var override = new JsonObject().put("name", "Li Na").put("reason", "no surveys yet");
    Answer taken = server.post("/api/v1/rule-books", volume.put("override", override));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().getJsonArray("warnings")).hasSize(1);
    assertThat(taken.json().getJsonObject("override")).isEqualTo(override);
  }

  @Test
  void contest_without_a_period_is_of_the_current_week_and_knows_its_grace() {
    JsonObject contest = opened(contest("this week"));
    assertThat(contest.getString("period")).isEqualTo("2026-W47");
    assertThat(contest.getString("start")).isEqualTo("2026-11-15T16:00:00Z");
    assertThat(contest.getString("end")).isEqualTo("2026-11-22T16:00:00Z");
    assertThat(contest.getString("graceEnd")).isEqualTo("2026-11-27T02:00:00Z");
    assertThat(contest.getString("state")).isEqualTo("running");
    assertThat(contest.getJsonArray("gates").getJsonObject(0).getInteger("minimum")).isEqualTo(30);
    assertThat(server.get("/api/v1/contests/" + contest.getString("id")).json()).isEqualTo(contest);
  }

  @Test
  void dates_are_service_days_of_the_contest_s_own_zone_and_its_end_is_the_first_day_behind() {
    JsonObject berlin =
        opened(
            contest("dates")
                .put("cadence", "dates")
                .put("start", "2026-11-16")
                .put("end", "2026-11-21")
                .put("zone", "Europe/Berlin")
                .put("dayStart", "04:00"));
    assertThat(berlin.getString("start")).isEqualTo("2026-11-16T03:00:00Z");
    assertThat(berlin.getString("end")).isEqualTo("2026-11-21T03:00:00Z");
    assertThat(berlin.getString("period")).isEqualTo("2026-11-16/2026-11-20");
  }

  @Test
  void power_hour_has_instants_as_its_ends() {
    JsonObject hour =
        opened(
            contest("power hour")
                .put("cadence", "dates")
                .put("start", "2026-11-18T14:00:00+08:00")
                .put("end", "2026-11-18T15:00:00+08:00"));
    assertThat(hour.getString("state")).isEqualTo("scheduled");
    assertThat(hour.getString("period")).isEqualTo("2026-11-18");
  }

  @Test
  void listed_competitors_are_shown_by_their_own_codes() {
    JsonArray listed = new JsonArray().add("thunder").add("eagle").add("thunder");
    JsonObject contest = opened(contest("listed").put("listed", listed));
    assertThat(contest.getJsonArray("listed")).containsExactlyInAnyOrder("eagle", "thunder");
    assertThat(opened(contest("site").put("site", "sh")).getString("site")).isEqualTo("sh");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"\"}|name",
        "{\"name\":null}|name",
        "{\"cadence\":\"year\"}|cadence",
        "{\"competitors\":\"sites\"}|competitors",
        "{\"ruleBook\":4711}|ruleBook",
        "{\"ruleBook\":\"1\"}|ruleBook",
        "{\"ruleBook\":null}|ruleBook",
        "{\"period\":\"2027-W53\"}|period",
        "{\"period\":\"2026-11\"}|period",
        "{\"period\":\"0001-W01\"}|period",
        "{\"cadence\":\"month\",\"period\":\"2026-13\"}|period",
        "{\"start\":\"2026-11-16\"}|start",
        "{\"cadence\":\"dates\",\"end\":\"2026-11-16\"}|start",
        "{\"cadence\":\"dates\",\"start\":\"2026-11-16\",\"end\":\"2026-11-16\"}|end",
        "{\"cadence\":\"dates\",\"start\":\"2026-11-16\",\"end\":\"2028-11-16\"}|end",
        "{\"cadence\":\"dates\",\"start\":\"16.11.2026\",\"end\":\"2026-11-17\"}|start",
        "{\"cadence\":\"dates\",\"start\":\"2026-11-16T09:00:00\",\"end\":\"2026-11-17\"}|start",
        "{\"cadence\":\"dates\",\"period\":\"x\",\"start\":\"2026-11-16\",\"end\":\"2026-11-17\"}|period",
        "{\"zone\":\"Mars/Olympus\"}|zone",
        "{\"dayStart\":\"04:05\"}|dayStart",
        "{\"dayStart\":\"late\"}|dayStart",
        "{\"weekStart\":\"someday\"}|weekStart",
        "{\"monthStart\":29}|monthStart",
        "{\"listed\":[\"eagle\",\"nobody\"]}|listed[1]",
        "{\"listed\":\"eagle\"}|listed",
        "{\"competitors\":\"agent\",\"listed\":[\"eagle\"]}|listed[0]",
        "{\"site\":\"mars\"}|site",
        "{\"site\":\"sh\",\"listed\":[\"eagle\"]}|site",
        "{\"audiences\":[]}|audiences",
        "{\"audiences\":{\"phone\":{}}}|audiences.phone",
        "{\"audiences\":{\"floor\":\"me\"}}|audiences.floor",
        "{\"audiences\":{\"floor\":{\"names\":\"upper_half\"}}}|audiences.floor.names",
        "{\"audiences\":{\"wall\":{\"names\":\"me\"}}}|audiences.wall.names",
        "{\"audiences\":{\"wall\":{\"names\":\"top\",\"top\":0}}}|audiences.wall.top",
        "{\"audiences\":{\"wall\":{\"names\":\"top\",\"top\":101}}}|audiences.wall.top",
        "{\"audiences\":{\"wall\":{\"names\":\"top\",\"top\":\"10\"}}}|audiences.wall.top",
        "{\"audiences\":{\"wall\":{\"names\":\"all\",\"top\":10}}}|audiences.wall.top",
        "{\"audiences\":{\"wall\":{\"top\":10}}}|audiences.wall.top",
        "{\"audiences\":{\"wall\":{\"names\":\"all\",\"best\":10}}}|audiences.wall.best",
        "{\"prize\":100}|prize"
      })
  void contest_that_cannot_be_is_refused_at_its_field(String change, String field) {
    JsonObject contest = contest("never").mergeIn(new JsonObject(change));
    assertRefused(server.post("/api/v1/contests", contest), 400, "BAD_INPUT", field);
  }

  @Test
  void r30_contest_says_whom_its_board_names_and_is_as_usual_where_it_says_nothing() {
    JsonObject teams = opened(contest("teams"));
    assertThat(audiences(teams)).isEqualTo("all null, all null");
    JsonObject agents = contest("agents").put("competitors", "agent");
    assertThat(audiences(opened(agents))).isEqualTo("all null, top 10");
    var wall = new JsonObject().put("top", 3);
    agents.put("name", "three").put("audiences", new JsonObject().put("wall", wall));
    assertThat(audiences(opened(agents))).as("usually of some").isEqualTo("all null, top 3");
    JsonObject both = contest("both").put("competitors", "agent");
    both.put(
        "audiences",
        new JsonObject()
            .put("floor", new JsonObject().put("names", "me").putNull("top"))
            .put("wall", new JsonObject().put("names", "upper_half")));
    JsonObject opened = opened(both);
    assertThat(audiences(opened)).isEqualTo("me null, upper_half null");
    String path = "/api/v1/contests/" + opened.getString("id");
    assertThat(audiences(server.get(path).json())).isEqualTo("me null, upper_half null");
    assertThat(server.get("/api/v1/boards").items().stream().map(JsonObject.class::cast))
        .filteredOn(card -> card.getString("id").equals(opened.getString("id")))
        .singleElement()
        .satisfies(card -> assertThat(audiences(card)).isEqualTo("me null, upper_half null"));
    assertThat(server.get("/api/v1/audit?subject=contest:" + opened.getString("id")).body())
        .contains("upper_half");
  }

  @Test
  void r30_series_gives_its_contests_what_it_says() {
    JsonObject series = new JsonObject().put("name", "半区").put("ruleBook", surveys);
    var floor = new JsonObject().put("names", "top");
    Answer opened =
        server.post(
            "/api/v1/series", series.put("audiences", new JsonObject().put("floor", floor)));
    assertThat(audiences(opened.json())).isEqualTo("top 10, all null");
    int number = opened.json().getInteger("number");
    assertThat(server.get("/api/v1/series").items().stream().map(JsonObject.class::cast))
        .filteredOn(one -> one.getInteger("number") == number)
        .singleElement()
        .satisfies(one -> assertThat(audiences(one)).isEqualTo("top 10, all null"));
    assertThat(server.get("/api/v1/contests?limit=1000").items().stream())
        .map(JsonObject.class::cast)
        .filteredOn(contest -> Integer.valueOf(number).equals(contest.getInteger("series")))
        .hasSize(2)
        .allSatisfy(one -> assertThat(audiences(one)).isEqualTo("top 10, all null"));
  }

  private static String audiences(JsonObject shown) {
    JsonObject both = shown.getJsonObject("audiences");
    return naming(both.getJsonObject("floor")) + ", " + naming(both.getJsonObject("wall"));
  }

  private static String naming(JsonObject naming) {
    return naming.getString("names") + " " + naming.getInteger("top");
  }

  @Test
  void what_belongs_to_queues_is_for_teams_that_own_one() {
    JsonObject agents = contest("queues").put("ruleBook", ofQueues).put("competitors", "agent");
    assertRefused(server.post("/api/v1/contests", agents), 400, "BAD_INPUT", "ruleBook");
    JsonObject all = contest("queues").put("ruleBook", ofQueues);
    Answer refused = server.post("/api/v1/contests", all);
    assertRefused(refused, 400, "BAD_INPUT", "ruleBook");
    assertThat(refused.body()).contains("thunder").doesNotContain("eagle");
    opened(all.put("listed", new JsonArray().add("eagle")));
  }

  @Test
  void same_contest_twice_is_refused_and_the_first_is_named() {
    String id = opened(contest("twice")).getString("id");
    Answer again = server.post("/api/v1/contests", contest("twice"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().getString("detail")).contains("Contest " + id);
  }

  @Test
  void same_contest_opened_by_many_at_once_is_there_once_and_the_others_are_told() {
    List<CompletableFuture<Answer>> asked =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> server.post("/api/v1/contests", contest("race")),
                        Thread::startVirtualThread))
            .toList();
    List<Answer> answers = asked.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(7)
        .allSatisfy(answer -> assertRefused(answer, 409, "CONFLICT", null));
  }

  @Test
  void series_opens_this_period_and_the_next_and_goes_on_by_itself() {
    JsonObject series = new JsonObject().put("name", "周赛").put("ruleBook", surveys);
    Answer opened = server.post("/api/v1/series", series);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    int number = opened.json().getInteger("number");
    assertThat(periodsOf(number)).containsExactly("2026-W48", "2026-W47");
    Answer again = server.post("/api/v1/series", series);
    assertRefused(again, 409, "CONFLICT", null);
    assertThat(again.json().getString("detail")).contains("Series " + number);
    assertThat(server.post("/api/v1/series", series.copy().put("cadence", "month")).status())
        .isEqualTo(201);
    assertRefused(
        server.post("/api/v1/series", series.copy().put("cadence", "dates")),
        400,
        "BAD_INPUT",
        "cadence");
    Instant noon = now.get();
    now.set(at("2026-11-23T00:00"));
    TestServer.eventually("week 49 is announced", () -> periodsOf(number).contains("2026-W49"));
    now.set(noon);
  }

  @Test
  void contests_are_listed_in_pages_the_newest_first() {
    opened(contest("page 1"));
    opened(contest("page 2"));
    opened(contest("page 3"));
    var ids = new ArrayList<Integer>();
    String cursor = "";
    while (cursor != null) {
      JsonObject page = server.get("/api/v1/contests?limit=2" + cursor).json();
      page.getJsonArray("items").forEach(item -> ids.add(id((JsonObject) item)));
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(ids).isSortedAccordingTo((a, b) -> b - a);
    assertRefused(server.get("/api/v1/contests?cursor=-1"), 400, "BAD_INPUT", "cursor");
  }

  @Test
  void rebuilding_changes_nothing() {
    String id = opened(contest("rebuilt")).getString("id");
    JsonObject rebuilt =
        server.post("/api/v1/contests/" + id + "/rebuild", new JsonObject()).json();
    assertThat(rebuilt.getBoolean("changed")).isFalse();
  }

  @Test
  void what_is_not_there_is_not_found() {
    for (String path :
        List.of("/api/v1/contests/4711", "/api/v1/contests/x", "/api/v1/rule-books/4711")) {
      assertThat(server.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(server.post("/api/v1/contests/4711/rebuild", new JsonObject()).status())
        .isEqualTo(404);
  }

  @Test
  void nobody_opens_a_contest_without_a_credential() {
    var request =
        server.request("/api/v1/contests", null).header("Content-Type", "application/json");
    request.POST(java.net.http.HttpRequest.BodyPublishers.ofString(contest("theft").encode()));
    assertThat(server.send(request).status()).isEqualTo(401);
  }

  @Test
  void catalogue_names_what_a_rule_book_can_use() {
    JsonArray metrics = server.get("/api/v1/metrics").items();
    assertThat(metrics.stream().map(metric -> ((JsonObject) metric).getString("id")))
        .contains("csat_top_box", "valid_calls", "service_level_c", "revenue");
    assertThat(metrics.stream())
        .allSatisfy(metric -> assertThat(((JsonObject) metric).getString("gaming")).isNotBlank());
  }

  private JsonObject contest(String name) {
    return new JsonObject().put("name", name).put("ruleBook", surveys);
  }

  private JsonObject opened(JsonObject contest) {
    Answer answer = server.post("/api/v1/contests", contest);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  @Test
  void everyFaultOfAContest_isToldAtOnce_withWhatWasMeant() {
    JsonObject wrong =
        Season.contest("fortnight", "team")
            .put("ruleBook", 999)
            .put("listed", new JsonArray().add("nowhere"))
            .put("nmae", "slip");
    JsonArray errors = server.post("/api/v1/contests", wrong).json().getJsonArray("errors");
    assertThat(errors.stream())
        .extracting(error -> ((JsonObject) error).getString("field"))
        .containsExactly("cadence", "listed[0]", "ruleBook", "nmae");
    assertThat(errors.getJsonObject(3).getString("example")).isEqualTo("name");
  }

  private int ruleBook(String name, String metric) {
    Answer answer = server.post("/api/v1/rule-books", book(name, metric));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getInteger("number");
  }

  private static JsonObject book(String name, String metric) {
    var conversion = new JsonObject().put("kind", "per_unit").put("points", "10");
    var line = new JsonObject().put("metric", metric).put("conversion", conversion);
    return new JsonObject().put("name", name).put("lines", new JsonArray().add(line));
  }

  private List<String> periodsOf(int series) {
    return server.get("/api/v1/contests?limit=1000").items().stream()
        .map(JsonObject.class::cast)
        .filter(contest -> Integer.valueOf(series).equals(contest.getInteger("series")))
        .map(contest -> contest.getString("period"))
        .toList();
  }

  private static int id(JsonObject contest) {
    return Integer.parseInt(contest.getString("id"));
  }

  private static void assertRefused(
      Answer answer, int status, String code, @org.jspecify.annotations.Nullable String field) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("code")).isEqualTo(code);
    if (field != null) {
      assertThat(answer.json().getJsonArray("errors").stream())
          .as(answer.body())
          .extracting(error -> ((JsonObject) error).getString("field"))
          .containsExactly(field);
    }
  }
}
