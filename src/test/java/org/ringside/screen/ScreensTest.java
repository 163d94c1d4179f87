package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.TestServer.TOKEN;
import static org.ringside.account.Household.role;
import static org.ringside.screen.Display.chosen;
import static org.ringside.screen.Display.everything;
import static org.ringside.screen.Display.settings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.LiveClient;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.db.TestDatabase;

/** Displays, the people who handle them, and a server between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
  private static final int EXPIRED = 4401;
  private static final int TOO_MANY = 4409;
  private static final int REVOKED = 4501;
  private static final int FORBIDDEN = 4503;
  private static final JsonObject WHY = new JsonObject().put("why", "a test");
  private static final String HALL = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.9";

  private static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,Li,blue,north,2020-01-01,,ext-1
      2001,Wu,red,south,2020-01-01,,ext-2
      """;

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server =
      TestServer.start(
          TestDatabase.fresh(), clock, Map.of("RINGSIDE_TRUSTED_PROXIES", "127.0.0.1"));
  private final Household people = new Household(server);
  private String all = "";
  private String north = "";
  private String south = "";
  private String listed = "";
  private int series;

  @BeforeAll
  void contests() {
    server.put("/api/v1/roster", "text/csv", ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.put("/api/v1/organisation", "application/json", "{\"secondFactor\":\"offered\"}");
    all = opened("all", new JsonObject());
    north = opened("north", new JsonObject().put("site", "north"));
    south = opened("south", new JsonObject().put("site", "south"));
    listed =
        opened(
            "listed",
            new JsonObject()
                .put("competitors", "agent")
                .put("listed", new JsonArray().add("2001")));
    var weekly = Season.contest("week", "team").put("name", "series");
    series = server.post("/api/v1/series", weekly).json().getInteger("number");
  }

  private String opened(String name, JsonObject more) {
    JsonObject contest = Season.contest("week", "team").put("name", name).mergeIn(more);
    return server.post("/api/v1/contests", contest).json().getString("id");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Display paired(JsonObject settings) {
    return Display.paired(server, TOKEN, settings);
  }

  private static JsonObject showingAll() {
    return settings(null, everything());
  }

  private JsonObject found(int screen) {
    return server.get("/api/v1/screens").items().stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getInteger("screen") == screen)
        .findFirst()
        .orElseThrow();
  }

  private static int number(Display display) {
    return display.renew().json().getInteger("screen");
  }

  private static String code(Answer answer) {
    return answer.json().getString("code");
  }

  @Test
  void display_is_paired_by_the_code_that_it_shows_and_watches() {
    Display display = new Display(server).from(HALL);
    Instant now = clock.instant();
    String inTenMinutes = now.plus(Duration.ofMinutes(10)).toString();
    JsonObject asked = display.ask().json();
    assertThat(asked.getString("link")).isEqualTo(server.base() + "/screens#" + display.code());
    assertThat(asked.getString("expiresAt")).isEqualTo(inTenMinutes);
    assertThat(display.claim().json().getString("state")).isEqualTo("waiting");

    JsonObject asks = server.get("/api/v1/pairings/" + lower(display.code())).json();
    assertThat(asks.getString("address")).isEqualTo(HALL);
    assertThat(asks.getString("device")).startsWith("Java-http-client");

    JsonObject screen =
        display.pair(TOKEN, settings("north", chosen(List.of(), List.of(1)))).json();
    assertThat(screen.getString("state")).isEqualTo("paired");
    assertThat(screen.getString("lastSeenAt")).isNull();
    Answer claimed = display.claim();
    assertThat(claimed.json().getString("state")).isEqualTo("paired");
    assertThat(claimed.response().headers().firstValue("set-cookie").orElseThrow())
        .contains("Max-Age=34560000", "Path=/api/v1/screen;", "HTTPOnly", "SameSite=Strict");

    JsonObject session = display.renew().json();
    assertThat(session.getString("name")).isEqualTo("Hall 2 left");
    assertThat(session.getString("organisation")).isEqualTo("Ringside");
    assertThat(session.getString("expiresAt")).isEqualTo(inTenMinutes);
    assertThat(session.getJsonObject("playlist").getJsonArray("contests")).containsExactly(1);
    try (LiveClient live = LiveClient.watching(server, session.getString("access"), "1")) {
      live.next("snapshot");
      JsonObject found = found(session.getInteger("screen"));
      assertThat(found.getBoolean("watching")).isTrue();
      assertThat(found.getString("lastSeenAt")).isEqualTo(now.toString());
      assertThat(found.getString("site")).isEqualTo("north");
      assertThat(found.getJsonObject("alarm")).isNull();
    }
    assertThat(display.claim().status()).as("the cookie has arrived").isEqualTo(404);
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT).substring(0, 4) + "-" + code.substring(4);
  }

  @Test
  void answer_to_a_claim_that_is_lost_costs_nothing() {
    Display display = new Display(server);
    display.ask();
    display.pair(TOKEN, showingAll());
    display.claim();
    String lost = display.cookie();
    display.claim();

    assertThat(display.cookie()).isNotEqualTo(lost);
    assertThat(display.renew().status()).isEqualTo(200);
  }

  @Test
  void code_that_nobody_shows_or_that_was_taken_or_is_too_old_pairs_nothing() {
    Display display = new Display(server);
    display.ask();
    assertThat(server.get("/api/v1/pairings/BBBBBBBB").status()).isEqualTo(404);
    assertThat(server.get("/api/v1/pairings/nonsense").status()).isEqualTo(404);
    assertThat(display.pair(TOKEN, showingAll()).status()).isEqualTo(201);
    assertThat(display.pair(TOKEN, settings("north", everything())).status()).isEqualTo(404);
    assertThat(server.get("/api/v1/pairings/" + display.code()).status()).isEqualTo(404);

    Display late = new Display(server);
    late.ask();
    clock.turn(Duration.ofMinutes(10));
    assertThat(late.pair(TOKEN, showingAll()).status()).isEqualTo(404);
    assertThat(late.claim().status()).isEqualTo(404);
  }

  @Test
  void screen_whose_pairing_was_not_heard_of_is_paired_once() {
    Display display = new Display(server);
    display.ask();
    Answer lost = display.pair(TOKEN, showingAll());
    int screen = lost.json().getInteger("screen");
    for (int i = 0; i < 20; i++) {
      Answer again = display.pair(TOKEN, showingAll());
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.json()).isEqualTo(lost.json());
    }
    assertThat(server.get("/api/v1/audit?act=screen.paired&subject=screen:" + screen).items())
        .hasSize(1);

    var why = new JsonObject().put("why", "the wrong one");
    server.post("/api/v1/screens/" + screen + "/revoke", why);
    assertThat(display.pair(TOKEN, showingAll()).status()).as("revoked since").isEqualTo(404);
  }

  @Test
  void code_waits_on_where_what_was_said_about_the_screen_is_wrong() {
    Display display = new Display(server);
    display.ask();
    JsonObject unknown = settings(null, chosen(List.of(), List.of(4711)));
    Answer refused = display.pair(TOKEN, unknown);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("playlist.contests", "4711");
    assertThat(display.pair(TOKEN, settings(null, chosen(List.of(99), List.of()))).status())
        .isEqualTo(400);

    assertThat(display.pair(TOKEN, showingAll()).status()).isEqualTo(201);
  }

  @Test
  void playlist_that_cannot_be_is_refused_with_every_fault() {
    Display display = new Display(server);
    display.ask();
    JsonObject playlist =
        chosen(List.of(), List.of())
            .put("seconds", 4)
            .put("top", 101)
            .put("resort", "wild")
            .put("language", "fr")
            .put("colour", "red");

    Answer refused = display.pair(TOKEN, settings("nowhere", playlist));

    assertThat(
            refused.json().getJsonArray("errors").stream()
                .map(one -> ((JsonObject) one).getString("field")))
        .containsExactlyInAnyOrder(
            "site",
            "playlist.series",
            "playlist.seconds",
            "playlist.top",
            "playlist.resort",
            "playlist.language",
            "playlist.colour");
    JsonObject both = chosen(List.of(), List.of(1)).put("show", "all");
    assertThat(display.pair(TOKEN, settings(null, both)).body()).contains("playlist.show");
  }

  @Test
  void manager_who_guesses_at_codes_has_to_wait() {
    String manager = people.moveIn("guessing", role("manager"));
    for (int i = 0; i < 10; i++) {
      assertThat(people.get("/api/v1/pairings/BBBBBBBB", manager).status()).isEqualTo(404);
    }
    Display display = new Display(server);
    display.ask();

    Answer paused = display.pair(manager, showingAll());

    assertThat(code(paused)).isEqualTo("PAIRING_PAUSED");
    assertThat(paused.response().headers().firstValue("retry-after")).contains("1");
    assertThat(display.pair(TOKEN, showingAll()).status()).isEqualTo(201);
  }

  @Test
  void manager_of_a_site_handles_its_screens_and_no_others() {
    String manager = people.moveIn("of-north", role("manager").put("site", "north"));
    Display display = new Display(server);
    display.ask();
    assertThat(code(display.pair(manager, showingAll()))).isEqualTo("OUT_OF_REACH");
    assertThat(code(display.pair(manager, settings("south", everything()))))
        .isEqualTo("OUT_OF_REACH");
    Answer own = display.pair(manager, settings("north", everything()));
    assertThat(own.status()).as("and the code waits on").isEqualTo(201);
    int foreign = number(paired(settings("south", everything())));

    assertThat(
            people.get("/api/v1/screens", manager).items().stream()
                .map(one -> ((JsonObject) one).getString("site")))
        .isNotEmpty()
        .containsOnly("north");
    for (String path : List.of("/revoke", "/alarm/settle")) {
      assertThat(code(post(manager, "/api/v1/screens/" + foreign + path, WHY)))
          .isEqualTo("OUT_OF_REACH");
    }
    String mine = "/api/v1/screens/" + own.json().getInteger("screen");
    assertThat(code(people.send("PUT", mine, manager, settings("south", everything()))))
        .isEqualTo("OUT_OF_REACH");
    assertThat(people.send("PUT", mine, manager, settings("north", everything())).status())
        .isEqualTo(200);
    assertThat(post(manager, mine + "/revoke", WHY).status()).isEqualTo(204);
  }

  private Answer post(String token, String path, JsonObject body) {
    return people.send("POST", path, token, body);
  }

  @Test
  void screen_that_is_revoked_is_sent_away_at_once_and_for_good() {
    Display display = paired(showingAll());
    String access = display.access();
    int number = number(display);
    Display other = paired(showingAll());
    try (LiveClient live = LiveClient.watching(server, access, all);
        LiveClient beside = LiveClient.watching(server, other.access(), all)) {
      live.next("snapshot");
      beside.next("snapshot");
      assertThat(people.get("/api/v1/boards", access).status()).isEqualTo(200);

      assertThat(server.post("/api/v1/screens/" + number + "/revoke", WHY).status()).isEqualTo(204);

      assertThat(live.closedWith()).isEqualTo(REVOKED);
      beside.requireOpen();
      assertThat(people.get("/api/v1/boards", access).status()).isEqualTo(401);
      try (LiveClient again = LiveClient.watching(server, access, all)) {
        assertThat(again.closedWith()).isEqualTo(FORBIDDEN);
      }
    }
    assertThat(code(display.renew())).isEqualTo("SCREEN_NOT_PAIRED");
    assertThat(found(number).getString("state")).isEqualTo("revoked");
    assertThat(found(number).getJsonObject("alarm")).isNull();
    String revoke = "/api/v1/screens/" + number + "/revoke";
    assertThat(server.post(revoke, WHY).status()).isEqualTo(204);
    Answer change =
        server.put("/api/v1/screens/" + number, "application/json", showingAll().encode());
    assertThat(code(change)).isEqualTo("CONFLICT");
    assertThat(acts(number)).containsExactly("screen.revoked", "screen.paired");
  }

  /** What the log has about a screen, the newest first. */
  private List<String> acts(int screen) {
    return server.get("/api/v1/audit?subject=screen:" + screen).items().stream()
        .map(entry -> ((JsonObject) entry).getString("act"))
        .toList();
  }

  @Test
  void playlist_that_is_changed_reaches_the_screen_at_once() {
    Display display = paired(settings(null, chosen(List.of(), List.of(number(all)))));
    JsonObject session = display.renew().json();
    String access = session.getString("access");
    int number = session.getInteger("screen");
    try (LiveClient live = LiveClient.watching(server, access, all)) {
      live.next("snapshot");

      JsonObject change =
          settings("south", chosen(List.of(), List.of(number(south))).put("seconds", 60))
              .put("name", "Hall 3");
      JsonObject changed =
          server.put("/api/v1/screens/" + number, "application/json", change.encode()).json();

      assertThat(changed.getString("site")).isEqualTo("south");
      assertThat(live.closedWith()).isEqualTo(EXPIRED);
    }
    assertThat(boards(access)).as("also for the token that it has").containsExactly(south);
    JsonObject renewed = display.renew().json();
    assertThat(renewed.getString("name")).isEqualTo("Hall 3");
    assertThat(renewed.getJsonObject("playlist").getInteger("seconds")).isEqualTo(60);
    assertThat(acts(number)).containsExactly("screen.changed", "screen.paired");
  }

  private static int number(String contest) {
    return Integer.parseInt(contest);
  }

  /** Ids of the boards that the list shows. */
  private List<String> boards(String access) {
    return people.get("/api/v1/boards", access).items().stream()
        .map(one -> ((JsonObject) one).getString("id"))
        .toList();
  }

  @Test
  void screen_sees_the_boards_of_its_playlist_and_no_others_wherever_it_asks() {
    int one = number(north);
    requireSees(settings(null, chosen(List.of(), List.of(one))), List.of(north), List.of(all));
    List<String> ofSeries =
        server.get("/api/v1/contests").items().stream()
            .map(JsonObject.class::cast)
            .filter(contest -> Objects.equals(contest.getInteger("series"), series))
            .map(contest -> contest.getString("id"))
            .toList();
    assertThat(ofSeries).isNotEmpty();
    requireSees(settings(null, chosen(List.of(series), List.of())), ofSeries, List.of(all, north));
    requireSees(settings("north", everything()), List.of(all, north), List.of(south, listed));
    requireSees(settings("south", everything()), List.of(all, south, listed), List.of(north));
    requireSees(showingAll(), List.of(all, north, south, listed), List.of("4711"));
  }

  private void requireSees(JsonObject settings, List<String> seen, List<String> hidden) {
    String access = paired(settings).access();
    assertThat(boards(access)).containsAll(seen).doesNotContainAnyElementsOf(hidden);
    try (LiveClient live = new LiveClient(server).authenticate(access)) {
      for (String board : seen) {
        assertThat(people.get(standings(board), access).status()).as(board).isEqualTo(200);
        live.subscribe(board);
        assertThat(live.next("snapshot").getString("board")).isEqualTo(board);
      }
      for (String board : hidden) {
        assertThat(people.get(standings(board), access).status()).as(board).isEqualTo(404);
        live.subscribe(board);
        assertThat(live.next("error").getString("code")).isEqualTo("UNKNOWN_BOARD");
      }
    }
  }

  private static String standings(String contest) {
    return "/api/v1/contests/" + contest + "/standings";
  }

  @Test
  void socket_of_a_screen_lives_no_longer_than_its_token_unless_it_shows_a_newer_one() {
    Display display = paired(showingAll());
    String first = display.access();
    try (LiveClient renewed = LiveClient.watching(server, first, all);
        LiveClient forgetful = LiveClient.watching(server, first, all)) {
      renewed.next("snapshot");
      forgetful.next("snapshot");
      clock.turn(Duration.ofMinutes(9));
      renewed.authenticate(display.access()).subscribe(north).next("snapshot");
      clock.turn(Duration.ofMinutes(2));

      assertThat(forgetful.closedWith()).isEqualTo(EXPIRED);
      renewed.requireOpen();
    }
  }

  @Test
  void one_screen_has_so_many_sockets() {
    String access = paired(showingAll()).access();
    var open = new ArrayList<LiveClient>();
    try {
      for (int i = 0; i < 10; i++) {
        LiveClient live = LiveClient.watching(server, access, all);
        open.add(live);
        live.next("snapshot");
      }
      LiveClient more = LiveClient.watching(server, access, all);
      open.add(more);
      assertThat(more.closedWith()).isEqualTo(TOO_MANY);
    } finally {
      open.forEach(LiveClient::close);
    }
  }

  @Test
  void cookie_before_is_good_until_the_new_one_was_used() {
    Display display = paired(showingAll());
    display.renew();
    String before = display.cookie();
    assertThat(display.renew(before).status()).as("an answer that is lost").isEqualTo(200);
    assertThat(display.renew(before).status()).as("another window").isEqualTo(200);
    assertThat(display.renew().status()).isEqualTo(200);
    int number = display.renew().json().getInteger("screen");

    assertThat(found(number).getJsonObject("alarm")).isNull();
  }

  @Test
  void cookie_that_was_copied_raises_the_alarm_and_is_refused() {
    double before = alarms("REUSED_TOKEN");
    Display display = paired(showingAll()).from(HALL);
    String copied = display.cookie();
    int number = number(display);
    display.renew();

    Display thief = new Display(server).from(ELSEWHERE);
    Answer refused = thief.renew(copied);

    assertThat(code(refused)).isEqualTo("SCREEN_NOT_PAIRED");
    assertThat(refused.response().headers().firstValue("set-cookie")).isEmpty();
    JsonObject alarm = found(number).getJsonObject("alarm");
    assertThat(alarm.getString("reason")).isEqualTo("REUSED_TOKEN");
    assertThat(alarm.getJsonArray("addresses")).containsExactly(HALL, ELSEWHERE);
    assertThat(alarms("REUSED_TOKEN")).isEqualTo(before + 1);
    assertThat(display.renew().status()).as("the wall goes on").isEqualTo(200);

    assertThat(thief.renew(copied).status()).isEqualTo(401);
    assertThat(alarms("REUSED_TOKEN")).as("one stands already").isEqualTo(before + 1);
    String settle = "/api/v1/screens/" + number + "/alarm/settle";
    assertThat(server.post(settle, WHY).json().getJsonObject("alarm")).isNull();
    assertThat(server.post(settle, WHY).status()).isEqualTo(200);
    assertThat(acts(number))
        .containsExactly("screen.alarm-settled", "screen.alarm", "screen.paired");
    assertThat(thief.renew(copied).status()).isEqualTo(401);
    assertThat(found(number).getJsonObject("alarm")).as("again").isNotNull();
  }

  private double alarms(String reason) {
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith("ringside_screen_alarms_total{reason=\"" + reason + "\"}"))
        .mapToDouble(line -> Double.parseDouble(line.split(" ", 2)[1]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void token_that_was_made_up_raises_no_alarm() {
    Display display = paired(showingAll());
    int number = number(display);
    for (String shown :
        List.of(
            "rsw_1.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
            "rsw_99.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
            "rsr_1.CyxHn50fTw6KVR8uPUxbagAAAAAAAAAAAAAAAAAAAAA",
            "nonsense")) {
      assertThat(code(display.renew(shown))).isEqualTo("SCREEN_NOT_PAIRED");
    }
    assertThat(found(number).getJsonObject("alarm")).isNull();
  }

  @Test
  void page_of_another_origin_cannot_renew() {
    Display display = paired(showingAll());
    var request =
        server
            .request("/api/v1/screen/session", null)
            .header("Cookie", "ringside_screen=" + display.cookie())
            .POST(HttpRequest.BodyPublishers.noBody());
    assertThat(code(server.send(request))).isEqualTo("FOREIGN_REQUEST");
    assertThat(people.send("POST", "/api/v1/screen/session", null, null).status()).isEqualTo(403);
  }

  @Test
  void screen_that_watches_from_two_addresses_raises_the_alarm_and_both_go_on() {
    Display display = paired(showingAll());
    String access = display.access();
    int number = number(display);
    try (LiveClient hall = new LiveClient(server, "X-Forwarded-For", HALL);
        LiveClient elsewhere = new LiveClient(server, "X-Forwarded-For", ELSEWHERE)) {
      hall.authenticate(access).subscribe(all).next("snapshot");
      elsewhere.authenticate(access).subscribe(all).next("snapshot");
      assertThat(found(number).getJsonObject("alarm")).isNull();

      hall.authenticate(access).requireOpen();

      TestServer.eventually(
          "there is an alarm", () -> found(number).getJsonObject("alarm") != null);
      JsonObject alarm = found(number).getJsonObject("alarm");
      assertThat(alarm.getString("reason")).isEqualTo("TWO_ADDRESSES");
      assertThat(alarm.getJsonArray("addresses")).containsExactly(HALL, ELSEWHERE);
      elsewhere.requireOpen();
    }
    assertThat(acts(number)).containsExactly("screen.alarm", "screen.paired");
  }

  @Test
  void screen_is_no_person_and_a_person_is_no_screen() {
    String access = paired(showingAll()).access();
    assertThat(people.get("/api/v1/me", access).status()).isEqualTo(403);
    people.moveIn("unpaired", role("agent"));
    String cookie = Household.cookie(people.signIn("unpaired", Household.PASSWORD));
    assertThat(code(new Display(server).renew(cookie))).isEqualTo("SCREEN_NOT_PAIRED");
    assertThat(people.refresh(paired(showingAll()).cookie()).status()).isEqualTo(401);
  }

  @Test
  void auditor_sees_screens_and_handles_none() {
    Display display = paired(showingAll());
    String auditor = people.moveIn("auditing", role("auditor"));
    String path = "/api/v1/screens/" + number(display) + "/revoke";

    assertThat(people.get("/api/v1/screens", auditor).items()).isNotEmpty();
    assertThat(post(auditor, path, WHY).status()).isEqualTo(403);
  }
}
