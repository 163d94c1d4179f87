package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.screen.Display;

/**
 * Whom the server names to whom, over every way by which an agent, a screen or anybody can read
 * (R30). Eight people, each in a team of their own, with 9, 7, 5, 5, 3, 2, 1 and no calls: the
 * third and the fourth share a rank, the last has none.
 */
class WhoIsNamedTest {
  private static final int PEOPLE = 8;
  private static final int[] CALLS = {9, 7, 5, 5, 3, 2, 1, 0};
  private static final int EXPIRED = 4401;

  /** Sockets enough for one on each event loop, each of which keeps frames for itself. */
  private static final int LOOPS = 6;

  private static final JsonObject ALL = named("all");
  private static final JsonObject ME = named("me");
  private static final JsonObject TOP_3 = named("top").put("top", 3);
  private static final JsonObject UPPER_HALF = named("upper_half");
  private static final Set<Integer> EVERYBODY = Set.of(1, 2, 3, 4, 5, 6, 7, 8);
  private static final Set<Integer> FIRST_FOUR = Set.of(1, 2, 3, 4);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-18T04:00:00Z"));
  private final TestServer server = TestServer.start(TestDatabase.fresh(), now::get);
  private final Household people = new Household(server);
  private final List<LiveClient> clients = new ArrayList<>();
  private int calls;

  private static JsonObject named(String names) {
    return new JsonObject().put("names", names);
  }

  @BeforeEach
  void floor() {
    var open = new JsonObject().put("boards", "public").put("secondFactor", "offered");
    put("/api/v1/organisation", open);
    roster(3);
    var rules =
        new JsonObject(
            """
            {"name": "Calls", "direction": "out", "decimals": 0, "tieBreak": "shared",
             "override": {"name": "test", "reason": "test"},
             "gates": [{"metric": "valid_calls", "minimum": 1}],
             "lines": [{"metric": "valid_calls", "conversion": {"kind": "per_unit", "points": "1"}}]}
            """);
    assertThat(server.post("/api/v1/rule-books", rules).status()).isEqualTo(201);
    for (int person = 1; person <= PEOPLE; person++) {
      call(person, CALLS[person - 1]);
    }
  }

  @AfterEach
  void stop() {
    clients.forEach(LiveClient::close);
    server.close();
  }

  /** Everybody in a team of their own; the first so many of them in the north, the others south. */
  private void roster(int north) {
    var csv = new StringBuilder("agent,name,team,site,from,to,aliases\n");
    for (int person = 1; person <= PEOPLE; person++) {
      String site = person <= north ? "north" : "south";
      csv.append(
          "person-%1$d,Name-of-%1$d,team-of-%1$d,%2$s,2020-01-01,,extension-%1$d\n"
              .formatted(person, site));
    }
    assertThat(server.put("/api/v1/roster", "text/csv", csv.toString()).status()).isEqualTo(200);
  }

  /** Everything by which somebody could be told. */
  private static List<String> words(int person) {
    return List.of(
        "person-" + person, "Name-of-" + person, "team-of-" + person, "extension-" + person);
  }

  private void call(int person, int count) {
    var facts = new ArrayList<JsonObject>();
    for (int i = 0; i < count; i++) {
      var data = new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer");
      Instant at = now.get().minusSeconds(60);
      facts.add(TestServer.fact("call-" + ++calls, "leg.ended", at, "extension-" + person, data));
    }
    if (!facts.isEmpty()) {
      assertThat(server.facts(facts).json().getInteger("accepted")).isEqualTo(count);
    }
  }

  private String contest(
      String competitors, @Nullable JsonObject floor, @Nullable JsonObject wall) {
    JsonObject contest = Season.contest("week", competitors);
    contest.put("name", competitors + " " + floor + wall);
    if (floor != null || wall != null) {
      contest.put("audiences", new JsonObject().put("floor", floor).put("wall", wall));
    }
    Answer opened = server.post("/api/v1/contests", contest);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    String id = opened.json().getString("id");
    TestServer.eventually(
        "the calls count",
        () -> server.get("/api/v1/contests/" + id + "/standings").body().contains("\"9\""));
    return id;
  }

  private void put(String path, JsonObject body) {
    Answer put = server.put(path, "application/json", body.encode());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }

  private String person(String login, JsonObject... roles) {
    return people.moveIn(login, roles);
  }

  /** The account of one of those who compete. */
  private String agent(int person) {
    String token = person("li-" + person, role("agent"));
    link(token, "li-" + person, "person-" + person, role("agent"));
    return token;
  }

  private void link(String token, String name, @Nullable String agent, JsonObject... roles) {
    int number = people.get("/api/v1/me", token).json().getInteger("number");
    var account = new JsonObject().put("name", name).put("agent", agent);
    put("/api/v1/people/" + number, account.put("roles", new JsonArray(List.of(roles))));
  }

  private String screen() {
    JsonObject settings = Display.settings(null, Display.everything());
    return Display.paired(server, TestServer.TOKEN, settings).access();
  }

  private LiveClient watching(@Nullable String token, String board) {
    var client = new LiveClient(server);
    clients.add(client);
    if (token != null) {
      client.authenticate(token);
    }
    return client.subscribe(board);
  }

  private Answer standings(@Nullable String token, String contest, String query) {
    return people.get("/api/v1/contests/" + contest + "/standings" + query, token);
  }

  /** All that somebody can read: the contest's own pages, each address that there is, and live. */
  private String everythingFor(@Nullable String token, String contest) {
    var all = new StringBuilder();
    String next = "0";
    while (next != null) {
      Answer page = standings(token, contest, "?limit=2&cursor=" + next);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      all.append(page.body());
      next = page.json().getString("next");
    }
    all.append(standings(token, contest, "?limit=1000").body());
    all.append(standings(token, contest, "?cursor=7").body());
    all.append(standings(token, contest, "?cursor=9999999").body());
    for (Endpoint endpoint : server.endpoints()) {
      if (endpoint.method().name().equals("GET")) {
        String path = endpoint.path().replaceAll(":[a-zA-Z]+", contest);
        Answer answer = people.get(path, token);
        if (answer.status() == 200) {
          all.append(answer.body());
        }
      }
    }
    JsonObject snapshot = watching(token, contest).next("snapshot");
    return all.append(snapshot.encode()).toString();
  }

  private void requireNamed(String who, String text, Set<Integer> named) {
    for (int person = 1; person <= PEOPLE; person++) {
      if (named.contains(person)) {
        assertThat(text).as("%s, person %d", who, person).contains("Name-of-" + person);
      } else {
        assertThat(text)
            .as("%s, person %d", who, person)
            .doesNotContain(words(person).toArray(String[]::new));
      }
    }
  }

  private static Set<Integer> and(Set<Integer> some, int another) {
    Set<Integer> all = new TreeSet<>(some);
    all.add(another);
    return all;
  }

  @Test
  void r30_nobodyIsNamed_whoIsNotToBe_overAnyWay() {
    String of6 = agent(6);
    String unlinked = person("unlinked", role("agent"));
    String elsewhere = person("elsewhere", role("leader").put("team", "team-of-7"));
    String screen = screen();
    record Setting(
        @Nullable JsonObject floor,
        @Nullable JsonObject wall,
        Set<Integer> toFloor,
        Set<Integer> onWall) {}
    List<Setting> settings =
        List.of(
            new Setting(null, null, EVERYBODY, Set.of(1, 2, 3, 4, 5, 6, 7)),
            new Setting(ALL, ALL, EVERYBODY, EVERYBODY),
            new Setting(ME, TOP_3, Set.of(), FIRST_FOUR),
            new Setting(TOP_3, UPPER_HALF, FIRST_FOUR, FIRST_FOUR),
            new Setting(ALL, named("top").put("top", 1), EVERYBODY, Set.of(1)));
    for (Setting one : settings) {
      String contest = contest("agent", one.floor, one.wall);
      String as = "floor " + one.floor + ", wall " + one.wall + ": ";
      requireNamed(as + "anybody", everythingFor(null, contest), one.onWall);
      requireNamed(as + "screen", everythingFor(screen, contest), one.onWall);
      requireNamed(as + "unlinked", everythingFor(unlinked, contest), one.toFloor);
      requireNamed(as + "agent 6", everythingFor(of6, contest), and(one.toFloor, 6));
      requireNamed(as + "staff", everythingFor(TestServer.TOKEN, contest), EVERYBODY);
      String led = standings(elsewhere, contest, "").body();
      requireNamed(as + "leader of 7", led, and(one.toFloor, 7));
    }
  }

  @Test
  void r30_wallGetsFewerRows_andTheFloorAllOfThem_withoutWhoseTheyAre() {
    String contest = contest("agent", ME, TOP_3);
    JsonObject wall = watching(null, contest).next("snapshot");
    assertThat(wall.getInteger("total")).isEqualTo(PEOPLE);
    assertThat(wall.getJsonArray("rows")).hasSize(4);
    JsonObject page = standings(null, contest, "?limit=3").json();
    assertThat(page.getInteger("total")).isEqualTo(PEOPLE);
    assertThat(page.getString("next")).isEqualTo("3");
    assertThat(standings(null, contest, "?cursor=3").json().getString("next")).isNull();

    JsonObject floor = watching(person("somebody", role("agent")), contest).next("snapshot");
    assertThat(floor.getJsonArray("rows")).hasSize(PEOPLE);
    JsonObject fifth = floor.getJsonArray("rows").getJsonObject(4);
    assertThat(fifth.getString("id")).isEqualTo("\u001f5");
    assertThat(fifth.getString("score")).isEqualTo("3");
    assertThat(fifth.getString("gap")).isEqualTo("2");
    assertThat(fifth.getInteger("rank")).isEqualTo(5);
    for (String field : List.of("name", "team", "teamName", "next", "tieBreak", "gate", "moved")) {
      assertThat(fifth.containsKey(field)).as(field).isTrue();
      assertThat(fifth.getValue(field)).as(field).isNull();
    }
  }

  @Test
  void r30_codeWithTheSignOfAPlace_cannotBe() {
    String row = "{\"agents\": [{\"id\": \"\\u001f5\", \"name\": \"Mock\"}]}";
    assertThat(server.put("/api/v1/roster", "application/json", row).status()).isEqualTo(400);
    String csv = "agent,name,team,site,from,to,aliases\n\u001f5x,Mock,team-of-1,,,,\n";
    Answer stripped = server.put("/api/v1/roster?dryRun", "text/csv", csv);
    assertThat(stripped.body()).doesNotContain("\u001f", "\\u001f");
  }

  @Test
  void r30_winnersAreToldAsFarAsTheyAreNamed() {
    String contest = contest("agent", ME, TOP_3);
    assertThat(winners(null, contest)).containsExactly("person-1");
    assertThat(winners(person("somebody", role("agent")), contest)).isEmpty();
    assertThat(winners(agent(2), contest)).isEmpty();
    assertThat(winners(agent(1), contest)).containsExactly("person-1");
  }

  private JsonArray winners(@Nullable String token, String contest) {
    return standings(token, contest, "").json().getJsonArray("winners");
  }

  @Test
  void r30_whoFallsBelow_isInNoFrame_norInThoseThatAreResumed() {
    String contest = contest("agent", TOP_3, TOP_3);
    String somebody = person("somebody", role("agent"));
    for (String token : new @Nullable String[] {null, somebody}) {
      LiveClient client = watching(token, contest);
      JsonObject before = client.next("snapshot");
      requireNamed("before", before.encode(), FIRST_FOUR);
      IntStream.range(0, LOOPS).forEach(loop -> watching(token, contest).next("snapshot"));

      call(5, 6); // first with the first; the second is third, and who shared the third rank is not
      JsonObject frame = client.next("delta");
      assertThat(frame.encode()).doesNotContain(words(3).toArray(String[]::new));
      assertThat(frame.encode()).doesNotContain(words(4).toArray(String[]::new));
      assertThat(frame.encode()).contains("Name-of-5");
      JsonArray order = frame.getJsonArray("order");
      assertThat(order.stream().limit(3)).containsExactly("person-1", "person-5", "person-2");
      assertThat(order).hasSize(token == null ? 3 : PEOPLE);

      LiveClient again = new LiveClient(server);
      clients.add(again);
      if (token != null) {
        again.authenticate(token);
      }
      again.say(from(contest, before));
      assertThat(again.next("delta")).isEqualTo(frame);
      requireNamed("after", watching(token, contest).next("snapshot").encode(), Set.of(1, 2, 5));

      voidLast(6);
      JsonObject back = client.next("delta");
      assertThat(back.encode()).contains("Name-of-3", "Name-of-4").doesNotContain("Name-of-5");
    }
  }

  /** Takes back the last calls. */
  private void voidLast(int count) {
    var voids =
        IntStream.rangeClosed(calls - count + 1, calls)
            .mapToObj(
                call ->
                    TestServer.fact(
                            "call-" + call,
                            "fact.voided",
                            now.get().minusSeconds(60),
                            null,
                            new JsonObject())
                        .put("revision", 1))
            .toList();
    voids.forEach(one -> one.remove("data"));
    Answer answer = server.facts(voids);
    assertThat(answer.json().getInteger("replaced")).as(answer.body()).isEqualTo(count);
  }

  private static JsonObject from(String board, JsonObject position) {
    return new JsonObject()
        .put("type", "subscribe")
        .put("board", board)
        .put("epoch", position.getString("epoch"))
        .put("offset", position.getLong("offset"));
  }

  @Test
  void r30_positionAndTagOfOneAudience_areThoseOfNoOther() {
    String contest = contest("agent", ME, TOP_3);
    String somebody = person("somebody", role("agent"));
    var seen = new ArrayList<JsonObject>();
    var tags = new ArrayList<String>();
    for (String token : new @Nullable String[] {TestServer.TOKEN, somebody, null}) {
      seen.add(watching(token, contest).next("snapshot"));
      tags.add(tag(standings(token, contest, "")));
    }
    assertThat(seen).extracting(one -> one.getString("epoch")).doesNotHaveDuplicates();
    assertThat(tags).doesNotHaveDuplicates();
    for (int mine = 0; mine < 3; mine++) {
      for (int theirs = 0; theirs < 3; theirs++) {
        String token = new @Nullable String[] {TestServer.TOKEN, somebody, null}[mine];
        LiveClient client = new LiveClient(server);
        clients.add(client);
        if (token != null) {
          client.authenticate(token);
        }
        client.say(from(contest, seen.get(theirs)));
        if (mine == theirs) {
          client.next("clock");
          assertThat(client.transcript()).doesNotContain("snapshot");
        } else {
          JsonObject snapshot = client.next("snapshot");
          for (String field : List.of("epoch", "offset", "rows", "total")) {
            assertThat(snapshot.getValue(field)).isEqualTo(seen.get(mine).getValue(field));
          }
        }
        int status = conditional(token, contest, tags.get(theirs)).status();
        assertThat(status).isEqualTo(mine == theirs ? 304 : 200);
      }
    }
    assertThat(tag(standings(agent(6), contest, ""))).isNotIn(tags);
  }

  private static String tag(Answer answer) {
    return answer.response().headers().firstValue("ETag").orElseThrow();
  }

  private Answer conditional(@Nullable String token, String contest, String tag) {
    return server.send(
        server.request("/api/v1/contests/" + contest + "/standings", token).GET(),
        "If-None-Match",
        tag);
  }

  @Test
  void r30_audiencesToWhomNothingIsHidden_shareOneFeed() {
    String contest = contest("team", null, null);
    var epochs = new TreeSet<String>();
    for (String token :
        new @Nullable String[] {TestServer.TOKEN, person("some", role("agent")), null}) {
      epochs.add(watching(token, contest).next("snapshot").getString("epoch"));
    }
    assertThat(epochs).hasSize(1);
  }

  @Test
  void r30_ownRow_isNamedToOneself_overHttp_andToNobodyElse() {
    String contest = contest("agent", ME, TOP_3);
    String of6 = agent(6);
    String of7 = agent(7);
    String shared = standings(person("somebody", role("agent")), contest, "").body();
    Answer mine = standings(of6, contest, "");
    JsonObject own = mine.json().getJsonArray("items").getJsonObject(5);
    assertThat(own.getString("id")).isEqualTo("person-6");
    assertThat(own.getString("name")).isEqualTo("Name-of-6");
    assertThat(own.getJsonArray("lines")).hasSize(1);
    assertThat(conditional(of6, contest, tag(mine)).status()).isEqualTo(304);
    Answer theirs = conditional(of7, contest, tag(mine));
    assertThat(theirs.status()).isEqualTo(200);
    requireNamed("agent 7", theirs.body(), Set.of(7));
    assertThat(standings(person("other", role("agent")), contest, "").body()).isEqualTo(shared);
    requireNamed("shared", shared, Set.of());
    assertThat(standings(of6, contest, "?limit=2").body())
        .isEqualTo(standings(of7, contest, "?limit=2").body());

    assertThat(standings(of6, contest, "?around=person-6&limit=3").json().getJsonArray("items"))
        .hasSize(3);
    Answer hidden = standings(of6, contest, "?around=person-7");
    Answer unknown = standings(of6, contest, "?around=nobody-7");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(unknown.body().replace("nobody-7", "person-7"));
    assertThat(standings(null, contest, "?around=person-6").status()).isEqualTo(404);
    assertThat(standings(null, contest, "?around=person-2").status()).isEqualTo(200);
    assertThat(standings(of6, contest, "?around=%1F7").status()).isEqualTo(404);
  }

  @Test
  void r30_ownRow_isToldLive_behindTheSnapshot_andWheneverItChanges_onThatSocketAlone() {
    String contest = contest("agent", ME, TOP_3);
    LiveClient six = watching(agent(6), contest);
    LiveClient eight = watching(agent(8), contest);
    LiveClient nobody = watching(person("somebody", role("agent")), contest);
    JsonObject me = six.next("me");
    assertThat(me.getString("board")).isEqualTo(contest);
    assertThat(me.getString("place")).isEqualTo("\u001f6");
    assertThat(me.getJsonObject("row").getString("id")).isEqualTo("person-6");
    assertThat(me.getJsonObject("row").getJsonObject("next").getInteger("need")).isEqualTo(2);
    JsonObject notYet = eight.next("me").getJsonObject("row");
    assertThat(notYet.getJsonObject("gate").getInteger("have")).isZero();
    nobody.next("snapshot");

    call(6, 6);
    JsonObject frame = six.next("delta");
    JsonObject moved = six.next("me");
    assertThat(moved.getLong("offset")).isEqualTo(frame.getLong("offset"));
    assertThat(moved.getString("epoch")).isEqualTo(frame.getString("epoch"));
    assertThat(moved.getString("place")).isEqualTo("\u001f2");
    assertThat(moved.getJsonObject("row").getString("score")).isEqualTo("8");
    call(1, 1);
    nobody.next("delta");
    nobody.next("delta");
    nobody.requireOpen();
    requireNamed("somebody", nobody.transcript(), Set.of());
    eight.requireOpen();
    requireNamed("agent 8", eight.transcript(), Set.of(8));
    assertThat(eight.transcript().split("\"type\":\"me\"", -1)).as("once").hasSize(2);
    requireNamed("agent 6", six.transcript(), Set.of(6));
  }

  @Test
  void r30_amongTeams_onesOwnTeamIsNamed() {
    String contest = contest("team", ME, UPPER_HALF);
    String of6 = agent(6);
    JsonArray items = standings(of6, contest, "").json().getJsonArray("items");
    assertThat(items.getJsonObject(5).getString("id")).isEqualTo("team-of-6");
    assertThat(items.getJsonObject(4).getString("name")).isNull();
    JsonObject me = watching(of6, contest).next("me");
    assertThat(me.getJsonObject("row").getString("id")).isEqualTo("team-of-6");
    assertThat(standings(null, contest, "").json().getJsonArray("items")).hasSize(4);
  }

  @Test
  void r30_whoReportsOnAllWhoCompete_seesAll_andWhoLeadsSome_whatTheFloorSees() {
    String everybody = contest("agent", ME, TOP_3);
    JsonObject north = Season.contest("week", "agent").put("name", "north").put("site", "north");
    north.put("audiences", new JsonObject().put("floor", ME).put("wall", TOP_3));
    String ofNorth = server.post("/api/v1/contests", north).json().getString("id");
    String leader = person("lead", role("leader").put("site", "north"));
    String south = person("lead-south", role("leader").put("site", "south"));

    requireNamed("of all", standings(leader, ofNorth, "").body(), Set.of(1, 2, 3));
    requireNamed("of none", standings(south, ofNorth, "").body(), Set.of());
    requireNamed("of some", standings(leader, everybody, "").body(), Set.of(1, 2, 3));
    requireNamed("live", watching(leader, everybody).next("snapshot").encode(), Set.of());
    requireNamed("live", watching(leader, ofNorth).next("snapshot").encode(), Set.of(1, 2, 3));
    for (String role : List.of("manager", "auditor", "administrator")) {
      String body = standings(person(role, role(role)), everybody, "").body();
      requireNamed(role, body, EVERYBODY);
    }
  }

  @Test
  void r30_socketDoesNotGoOnWithWhatIsNoLongerItsView() {
    String contest = contest("agent", ME, TOP_3);
    String token = person("changing", role("auditor"));
    LiveClient auditor = watching(token, contest);
    requireNamed("auditor", auditor.next("snapshot").encode(), EVERYBODY);
    link(token, "Changing", null, role("agent"));
    assertThat(auditor.closedWith()).isEqualTo(EXPIRED);

    LiveClient agent = watching(token, contest);
    requireNamed("agent", agent.next("snapshot").encode(), Set.of());
    link(token, "Changing", "person-5", role("agent"));
    assertThat(agent.closedWith()).isEqualTo(EXPIRED);
    assertThat(watching(token, contest).next("me").getJsonObject("row").getString("id"))
        .isEqualTo("person-5");
  }

  @Test
  void r30_rosterThatMovesWhomAContestConcerns_sendsAwayWhoSawMore() {
    JsonObject listed = Season.contest("week", "agent").put("name", "listed");
    listed.put("listed", new JsonArray().add("person-1").add("person-2"));
    listed.put("audiences", new JsonObject().put("floor", ME).put("wall", TOP_3));
    String contest = server.post("/api/v1/contests", listed).json().getString("id");
    String token = person("lead", role("leader").put("site", "north"));
    LiveClient leader = watching(token, contest);
    requireNamed("all are of the north", leader.next("snapshot").encode(), Set.of(1, 2));
    LiveClient auditor = watching(person("audit", role("auditor")), contest);
    auditor.next("snapshot");

    roster(1);

    assertThat(leader.closedWith()).isEqualTo(EXPIRED);
    requireNamed("one is", watching(token, contest).next("snapshot").encode(), Set.of());
    auditor.requireOpen();
  }

  @Test
  void r30_contestOfThePast_namesNobodyMore() {
    String contest = contest("agent", ME, TOP_3);
    agent(6);
    now.set(now.get().plus(Duration.ofDays(90)));
    server.restart();

    assertThat(server.get("/api/v1/boards").items()).isEmpty();
    String of6 = people.signIn("li-6", Household.PASSWORD).json().getString("accessToken");
    Answer wall = standings(null, contest, "");
    Answer mine = standings(of6, contest, "");
    Answer staff = server.get("/api/v1/contests/" + contest + "/standings");
    requireNamed("wall", wall.body(), FIRST_FOUR);
    requireNamed("agent 6", mine.body(), Set.of(6));
    requireNamed("staff", staff.body(), EVERYBODY);
    assertThat(List.of(tag(wall), tag(mine), tag(staff))).doesNotHaveDuplicates();
    assertThat(conditional(null, contest, tag(staff)).status()).isEqualTo(200);
    assertThat(conditional(null, contest, tag(wall)).status()).isEqualTo(304);
    assertThat(standings(of6, contest, "?around=person-6").status()).isEqualTo(200);
    assertThat(standings(of6, contest, "?around=person-5").status()).isEqualTo(404);
  }
}
