package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.cookie;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.account.Role;
import org.ringside.db.HeldLock;
import org.ringside.db.TestDatabase;

/** Who is let in to the live feed, for how long, and how often at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveAccessTest {
  private static final int EXPIRED = 4401;
  private static final int SLOW = 4408;
  private static final int TOO_MANY = 4409;
  private static final int REVOKED = 4501;
  private static final int FORBIDDEN = 4503;
  private static final int PER_PERSON = 2;
  private static final int PER_ORGANISATION = 5;
  private static final String BOARD = "1";
  private static final JsonObject PING = new JsonObject().put("type", "ping");

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-16T01:00:00Z"));
  private final TestServer server =
      TestServer.start(
          TestDatabase.fresh(),
          clock,
          Map.of(
              "RINGSIDE_LIVE_PER_PERSON", Integer.toString(PER_PERSON),
              "RINGSIDE_LIVE_PER_ORGANISATION", Integer.toString(PER_ORGANISATION)));
  private final Household people = new Household(server);
  private final List<LiveClient> clients = new ArrayList<>();
  private String sourceKey = "";

  @BeforeAll
  void contest() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    Answer opened = server.post("/api/v1/contests", Season.contest("week", "team"));
    assertThat(opened.json().getString("id")).as(opened.body()).isEqualTo(BOARD);
    change(new JsonObject().put("secondFactor", "offered"));
    sourceKey =
        server.post("/api/v1/sources", new JsonObject().put("name", "pbx")).json().getString("key");
  }

  private void change(JsonObject settings) {
    Answer changed = server.put("/api/v1/organisation", "application/json", settings.encode());
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  /** The next test finds nobody there. */
  @AfterEach
  void leave() {
    clients.forEach(LiveClient::close);
    clients.clear();
    TestServer.eventually("all sockets are gone", () -> sockets() == 0);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private int sockets() {
    return server
        .metrics()
        .lines()
        .filter(line -> line.startsWith("ringside_live_sockets "))
        .mapToInt(line -> (int) Double.parseDouble(line.split(" ", 2)[1]))
        .findFirst()
        .orElseThrow();
  }

  private LiveClient open() {
    var client = new LiveClient(server);
    clients.add(client);
    return client;
  }

  /** Shows a token and asks for a board without waiting in between. */
  private LiveClient watching(String token) {
    return open().authenticate(token).subscribe(BOARD);
  }

  private LiveClient letIn(String token) {
    LiveClient client = watching(token);
    client.next("snapshot");
    return client;
  }

  @ParameterizedTest
  @EnumSource
  void everybody_with_a_role_may_watch(Role role) {
    String wire = role.name().toLowerCase(Locale.ROOT);
    String token = people.moveIn("watching-" + wire, role(wire));
    assertThat(watching(token).next("snapshot").getInteger("total")).isEqualTo(2);
  }

  @Test
  void who_has_no_role_may_not_watch() {
    assertThat(watching(people.moveIn("norole")).closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void source_key_may_not_watch() {
    assertThat(watching(sourceKey).closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void token_that_nobody_knows_may_not_watch() {
    assertThat(watching("rsk_nonsense").closedWith()).isEqualTo(FORBIDDEN);
    assertThat(watching("a.b.c").closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void nobody_may_watch_where_boards_are_private() {
    assertThat(open().subscribe(BOARD).closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void who_watches_public_boards_is_sent_away_when_they_are_made_private() {
    change(new JsonObject().put("boards", "public"));
    LiveClient screen = open().subscribe(BOARD);
    screen.next("snapshot");
    LiveClient person = letIn(people.moveIn("beside-screen", role("agent")));

    change(new JsonObject().put("boards", "private"));

    assertThat(screen.closedWith()).isEqualTo(EXPIRED);
    person.requireOpen();
  }

  @Test
  void who_never_says_who_it_is_is_let_go_whatever_else_it_says() {
    LiveClient silent = open();
    LiveClient talking = open().say(PING);
    assertThat(silent.closedWith()).isEqualTo(SLOW);
    assertThat(talking.closedWith()).isEqualTo(SLOW);
  }

  @Test
  void socket_lives_no_longer_than_its_token() {
    LiveClient client = letIn(people.moveIn("ending", role("agent")));
    clock.turn(Duration.ofMinutes(11));
    assertThat(client.closedWith()).isEqualTo(EXPIRED);
  }

  @Test
  void socket_that_shows_a_newer_token_lives_on_and_keeps_its_boards() {
    people.moveIn("staying", role("agent"));
    Answer in = people.signIn("staying", PASSWORD);
    String first = in.json().getString("accessToken");
    LiveClient renewed = letIn(first);
    LiveClient forgetful = letIn(first);
    clock.turn(Duration.ofMinutes(9));

    String next = people.refresh(cookie(in)).json().getString("accessToken");
    renewed.authenticate(next).requireOpen();
    clock.turn(Duration.ofMinutes(2));

    assertThat(forgetful.closedWith()).isEqualTo(EXPIRED);
    renewed.requireOpen();
    assertThat(renewed.next("clock").getString("board")).isEqualTo(BOARD);
  }

  @Test
  void signing_out_closes_the_sockets_of_that_sign_in_alone() {
    people.moveIn("li", role("agent"));
    Answer desk = people.signIn("li", PASSWORD);
    LiveClient there = letIn(desk.json().getString("accessToken"));
    LiveClient here = letIn(people.signIn("li", PASSWORD).json().getString("accessToken"));
    LiveClient somebodyElse = letIn(people.moveIn("wu", role("agent")));

    people.signOut(cookie(desk));

    assertThat(there.closedWith()).isEqualTo(REVOKED);
    here.requireOpen();
    somebodyElse.requireOpen();
  }

  @Test
  void blocking_somebody_closes_their_sockets_for_good() {
    String token = people.moveIn("leaving", role("agent"));
    LiveClient client = letIn(token);
    LiveClient somebodyElse = letIn(people.moveIn("remaining", role("agent")));

    put(token, new JsonObject().put("name", "Left").put("state", "blocked"));

    assertThat(client.closedWith()).isEqualTo(REVOKED);
    somebodyElse.requireOpen();
    assertThat(watching(token).closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void change_of_roles_makes_them_show_their_token_anew() {
    String token = people.moveIn("moving", role("agent"));
    LiveClient client = letIn(token);
    LiveClient somebodyElse = letIn(people.moveIn("unmoved", role("agent")));

    var auditor = new JsonArray().add(role("auditor"));
    put(token, new JsonObject().put("name", "M").put("roles", auditor));
    assertThat(client.closedWith()).isEqualTo(EXPIRED);
    somebodyElse.requireOpen();
    letIn(token);

    put(token, new JsonObject().put("name", "M"));
    assertThat(watching(token).closedWith()).isEqualTo(FORBIDDEN);
  }

  private void put(String token, JsonObject account) {
    int number = people.get("/api/v1/me", token).json().getInteger("number");
    Answer put = server.put("/api/v1/people/" + number, "application/json", account.encode());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }

  @Test
  void socket_is_of_one_person_for_ever() {
    LiveClient client = letIn(people.moveIn("first", role("agent")));
    client.authenticate(people.moveIn("second", role("agent")));
    assertThat(client.closedWith()).isEqualTo(FORBIDDEN);
  }

  @Test
  void one_person_has_so_many_sockets_and_who_leaves_makes_room() {
    String token = people.moveIn("tabs", role("agent"));
    LiveClient first = letIn(token);
    letIn(token);

    assertThat(watching(token).closedWith()).isEqualTo(TOO_MANY);
    letIn(people.moveIn("one-tab", role("agent")));

    first.close();
    TestServer.eventually("there is room for another", () -> watching(token).isLetIn());
  }

  @Test
  void socket_that_shows_its_token_again_is_not_counted_twice() {
    String token = people.moveIn("again", role("agent"));
    LiveClient client = letIn(token);
    for (int i = 0; i < PER_PERSON + 1; i++) {
      client.authenticate(token).requireOpen();
    }
    letIn(token);
  }

  @Test
  void one_organisation_has_so_many_sockets_and_who_leaves_makes_room() {
    LiveClient first = letIn(people.moveIn("crowd-0", role("agent")));
    for (int i = 1; i < PER_ORGANISATION; i++) {
      letIn(people.moveIn("crowd-" + i, role("agent")));
    }
    String another = people.moveIn("crowd-more", role("agent"));

    assertThat(watching(another).closedWith()).isEqualTo(TOO_MANY);

    first.close();
    TestServer.eventually("there is room for another", () -> watching(another).isLetIn());
  }

  @Test
  void who_leaves_while_being_looked_up_takes_no_room() {
    String token = people.moveIn("hasty", role("agent"));
    clock.turn(Duration.ofMinutes(2)); // what is remembered of accounts is a minute old at most
    HeldLock held = HeldLock.by(server.database(), "lock table account in access exclusive mode");
    try {
      for (int i = 0; i < PER_PERSON; i++) {
        open().authenticate(token).requireOpen();
      }
      leave();
    } finally {
      held.close();
    }

    for (int i = 0; i < PER_PERSON; i++) {
      letIn(token);
    }
  }
}
