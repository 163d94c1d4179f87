package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.account.Neighbour;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.screen.Display;
import org.ringside.source.Signed;

/**
 * Two organisations on one server, and what the people of the second can see or do of the first:
 * nothing, on any route and by any id. Every name of the first has its mark in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignTenantTest {
  private static final String MARK = "FOREIGN-MARKER";
  private static final String SECOND = "second";
  private static final String REPORT = "?period=week&metrics=valid_calls&by=";

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Household people = new Household(server);
  private final Neighbour first = new Neighbour(server, Neighbour.CODE_OF_FIRST, MARK);
  private final Neighbour second = new Neighbour(server, SECOND, "HOME");

  @BeforeAll
  void moveIn() {
    first.moveIn();
    second.moveIn();
    var third =
        new JsonObject().put("name", "Third " + MARK).put("cadence", "month").put("ruleBook", 1);
    assertThat(first.as(first.boss(), "POST", "/api/v1/contests", third).status()).isEqualTo(201);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void lists_tables_and_reports_of_one_have_nothing_of_the_other() {
    var seen = new TreeSet<String>();
    for (String path : readable()) {
      for (String form : List.of("application/json", "text/csv")) {
        if (get(first.boss(), path, form).body().contains(MARK)) {
          seen.add(path);
        }
        Answer answer = get(second.boss(), path, form);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body()).as("%s as %s", path, form).doesNotContainIgnoringCase(MARK);
      }
    }
    assertThat(seen).as("the mark is where it is looked for").containsAll(marked());
  }

  private Answer get(String token, String path, String form) {
    return server.send(server.request(path, token).GET(), "Accept", form);
  }

  /** Everything that a boss may get without naming an id. */
  private List<String> readable() {
    var paths = new ArrayList<String>();
    for (Endpoint endpoint : server.endpoints()) {
      boolean wanted =
          endpoint.method().name().equals("GET")
              && !endpoint.path().contains(":")
              && endpoint.permission() != Permission.FOUND_ORGANISATIONS;
      if (wanted && endpoint.path().equals("/api/v1/reports/metrics")) {
        List.of("agent", "team", "site", "organisation")
            .forEach(by -> paths.add(endpoint.path() + REPORT + by));
      } else if (wanted) {
        paths.add(endpoint.path());
      }
    }
    return paths;
  }

  private List<String> marked() {
    var paths = new ArrayList<String>();
    for (String path : readable()) {
      boolean nameless =
          List.of("/api/v1/metrics", "/api/v1/me/sessions", "/api/v1/organisation/retention")
              .contains(path);
      if (!nameless && !isPublic(path)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private boolean isPublic(String path) {
    return server.endpoints().stream()
        .filter(one -> one.path().equals(path.replaceFirst("\\?.*", "")))
        .allMatch(one -> one.permission() == Permission.PUBLIC);
  }

  /** Where both have the same number, the answer is about the caller's own thing. */
  @Test
  void id_of_the_other_is_no_id_or_means_ones_own_thing_and_nothing_of_the_other_changes() {
    String before = everythingOfFirst();
    var tried = new TreeSet<String>();
    for (Endpoint endpoint : server.endpoints()) {
      for (String path : paths(endpoint)) {
        tried.add(endpoint.method() + " " + endpoint.path());
        Answer answer = call(endpoint, path);
        assertThat(answer.body()).as(path).doesNotContain(MARK);
        boolean own = means(path);
        assertThat(answer.status() < 300)
            .as("%s %s: %d %s", endpoint.method(), path, answer.status(), answer.body())
            .isEqualTo(own);
      }
    }
    assertThat(tried).hasSize((int) withIds());
    assertThat(everythingOfFirst()).isEqualTo(before);
  }

  private long withIds() {
    return server.endpoints().stream().filter(one -> one.path().contains(":")).count();
  }

  /** Contests and rule books are counted in each organisation; the second has two contests less. */
  private static boolean means(String path) {
    return path.matches("/api/v1/contests/[1-4](/.*)?")
        || path.equals("/api/v1/rule-books/1")
        || path.endsWith("/refusals");
  }

  private Answer call(Endpoint endpoint, String path) {
    JsonObject body =
        switch (endpoint.path()) {
          case "/api/v1/people/:number", "/api/v1/screens/:screen" ->
              new JsonObject().put("name", "Taken over");
          case "/api/v1/screens/:screen/revoke", "/api/v1/screens/:screen/alarm/settle" ->
              new JsonObject().put("why", "Taken over");
          case "/api/v1/organisations/:code/administrators" ->
              new JsonObject().put("login", "intruder").put("name", "Intruder");
          default -> new JsonObject();
        };
    boolean bodiless = endpoint.body() == Endpoint.Body.NONE;
    return people.send(endpoint.method().name(), path, second.boss(), bodiless ? null : body);
  }

  /** An endpoint's address with every id that the first organisation has for it. */
  private List<String> paths(Endpoint endpoint) {
    String path = endpoint.path();
    if (!path.contains(":")) {
      return List.of();
    }
    String key = path.replaceFirst("/:.*", "").replaceFirst("/api/v1/", "");
    return idsOf(key).stream()
        .map(id -> path.replaceFirst(":[a-z]+", id).replace(":hint", hint()))
        .toList();
  }

  private List<String> idsOf(String what) {
    return switch (what) {
      case "contests" -> first.all("/api/v1/contests", "id");
      case "rule-books" -> first.all("/api/v1/rule-books", "number");
      case "people" -> first.all("/api/v1/people", "number");
      case "sources" -> first.all("/api/v1/sources", "name");
      case "screens" -> first.all("/api/v1/screens", "screen");
      case "pairings" -> List.of("BBBBBBBB");
      case "hooks" ->
          first.all("/api/v1/sources", "hook").stream().map(one -> one.split("/", -1)[4]).toList();
      case "me/sessions" -> first.all("/api/v1/me/sessions", "id");
      case "organisations" -> List.of(Neighbour.CODE_OF_FIRST);
      default -> throw new AssertionError("say which ids there are of " + what);
    };
  }

  private String hint() {
    return first.sourceKey().substring(0, 12);
  }

  /** What is written down of the first organisation, but for what its own sources do. */
  private String everythingOfFirst() {
    var rows = new ArrayList<String>();
    for (String table :
        List.of(
            "account",
            "account_role",
            "session",
            "source_key",
            "one_time_link",
            "screen",
            "audit_head",
            "single_sign_on",
            "account_identity")) {
      server
          .database()
          .asOwner(
              "select to_jsonb(t)::text from %s t where organisation = 1 order by 1"
                  .formatted(table))
          .forEach(row -> rows.add(row.getString(0)));
    }
    return String.join("\n", rows);
  }

  @Test
  void same_number_is_another_contest_in_each() {
    for (String path : List.of("/api/v1/contests/1", "/api/v1/rule-books/1")) {
      assertThat(people.get(path, first.boss()).json().getString("name")).contains(MARK);
      assertThat(people.get(path, second.boss()).json().getString("name")).contains("HOME");
    }
    String standings = "/api/v1/contests/2/standings";
    assertThat(people.get(standings, first.boss()).body()).contains(MARK);
    assertThat(people.get(standings, second.boss()).body()).contains("HOME");
    assertThat(people.get(standings + "?around=2001-" + MARK, second.boss()).status())
        .isEqualTo(404);
  }

  @Test
  void refusals_of_a_source_of_the_same_name_are_each_their_own() {
    String path = "/api/v1/sources/" + first.source() + "/refusals";
    assertThat(people.get(path, first.boss()).items()).isNotEmpty();
    assertThat(people.get(path, second.boss()).items()).isEmpty();
  }

  @Test
  void live_feed_of_one_has_nothing_of_the_other() {
    try (LiveClient there = LiveClient.watching(server, first.boss(), "1");
        LiveClient here = LiveClient.watching(server, second.boss(), "1")) {
      there.next("snapshot");
      assertThat(here.next("snapshot").encode()).contains("HOME");
      String beyond = first.all("/api/v1/contests", "id").getFirst();
      here.subscribe(beyond);
      assertThat(here.next("error").getString("code")).isEqualTo("UNKNOWN_BOARD");

      first.send(new JsonArray().add(first.call("live", "ext-1")));
      there.next("delta");

      here.requireOpen();
      assertThat(there.transcript()).contains(MARK);
      assertThat(here.transcript()).doesNotContain(MARK).doesNotContain("delta");
    }
  }

  @Test
  void screen_of_one_watches_nothing_of_the_other() {
    String here = second.wall().access();
    String beyond = first.all("/api/v1/contests", "id").getFirst();

    assertThat(people.get("/api/v1/boards", here).body()).contains("HOME").doesNotContain(MARK);
    assertThat(people.get("/api/v1/contests/" + beyond + "/standings", here).status())
        .isEqualTo(404);
    try (LiveClient live = new LiveClient(server).authenticate(here)) {
      live.subscribe(beyond);
      assertThat(live.next("error").getString("code")).isEqualTo("UNKNOWN_BOARD");
    }
    String cookie = second.wall().cookie();
    assertThat(second.wall().renew(cookie.replace("rsw_2.", "rsw_1.")).status()).isEqualTo(401);
    assertThat(second.wall().renew(cookie).status()).isEqualTo(200);
  }

  @Test
  void code_is_paired_by_whoever_names_it_first_and_for_its_own_organisation_alone() {
    var display = new Display(server);
    display.ask();
    var settings = Display.settings(null, Display.everything());
    assertThat(display.pair(second.boss(), settings).status()).isEqualTo(201);
    assertThat(display.pair(first.boss(), settings).status()).isEqualTo(404);
    display.claim();

    assertThat(people.get("/api/v1/boards", display.access()).body())
        .contains("HOME")
        .doesNotContain(MARK);
  }

  @Test
  void playlist_has_nothing_of_the_other() {
    var display = new Display(server);
    display.ask();
    int beyond = Integer.parseInt(first.all("/api/v1/contests", "id").getFirst());
    var foreign = Display.chosen(List.of(), List.of(beyond));
    assertThat(display.pair(second.boss(), Display.settings(null, foreign)).status())
        .isEqualTo(400);
  }

  @Test
  void token_of_one_cannot_be_made_one_of_the_other() {
    String[] parts = second.boss().split("\\.", 3);
    var claims =
        new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    claims.put("org", 1).put("sub", first.all("/api/v1/people", "number").getLast());
    String forged = parts[0] + "." + encoded(claims) + "." + parts[2];

    assertThat(people.get("/api/v1/me", second.boss()).status()).isEqualTo(200);
    assertThat(people.get("/api/v1/me", forged).status()).isEqualTo(401);
  }

  private static String encoded(JsonObject json) {
    byte[] bytes = json.encode().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void cookie_of_one_renews_nothing_in_the_other() {
    String cookie = signInWithoutFactor("with-cookie");
    String moved = cookie.replace("rsr_2.", "rsr_1.");

    assertThat(moved).isNotEqualTo(cookie);
    assertThat(people.refresh(moved).status()).isEqualTo(401);
    assertThat(people.signOut(moved).status()).isEqualTo(401);
    assertThat(people.refresh(cookie).status()).isEqualTo(200);
  }

  /** The cookie of somebody new in the second organisation. */
  private String signInWithoutFactor(String login) {
    var person = new JsonObject().put("login", login).put("name", "Cookie");
    Answer invited = second.as(second.boss(), "POST", "/api/v1/people", person);
    people.redeem(Neighbour.link(invited), Household.PASSWORD);
    var in =
        new JsonObject()
            .put("organisation", SECOND)
            .put("login", login)
            .put("password", Household.PASSWORD);
    return Household.cookie(people.send("POST", "/api/v1/session", null, in));
  }

  @Test
  void link_of_one_opens_nothing_in_the_other() {
    var person = new JsonObject().put("login", "linked").put("name", "Linked");
    Answer invited = first.as(first.boss(), "POST", "/api/v1/people", person);
    String link = Neighbour.link(invited);

    assertThat(people.redeem(link.replace("rsl_1.", "rsl_2."), Household.PASSWORD).status())
        .isEqualTo(410);
    assertThat(people.redeem(link, Household.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void name_and_password_of_one_are_none_in_the_other() {
    var person = new JsonObject().put("login", "somebody").put("name", "Somebody");
    Answer invited = first.as(first.boss(), "POST", "/api/v1/people", person);
    people.redeem(Neighbour.link(invited), Household.PASSWORD);
    var in = new JsonObject().put("login", "somebody").put("password", Household.PASSWORD);

    assertThat(signInTo(SECOND, in)).isEqualTo(401);
    assertThat(signInTo(Neighbour.CODE_OF_FIRST, in)).isEqualTo(200);
    assertThat(people.send("POST", "/api/v1/session", null, in).status())
        .as("where there are several, the organisation must be named")
        .isEqualTo(401);
  }

  private int signInTo(String organisation, JsonObject in) {
    return people
        .send("POST", "/api/v1/session", null, in.copy().put("organisation", organisation))
        .status();
  }

  @Test
  void same_login_may_be_somebody_in_each() {
    var person = new JsonObject().put("login", "both").put("name", "Both");
    assertThat(first.as(first.boss(), "POST", "/api/v1/people", person).status()).isEqualTo(201);
    assertThat(second.as(second.boss(), "POST", "/api/v1/people", person).status()).isEqualTo(201);
    assertThat(second.as(second.boss(), "POST", "/api/v1/people", person).status()).isEqualTo(409);
  }

  @Test
  void source_key_of_one_speaks_for_no_source_of_the_other() {
    String heartbeat = "/api/v1/sources/" + second.source() + "/heartbeat";
    assertThat(first.as(first.sourceKey(), "POST", heartbeat, new JsonObject()).status())
        .isEqualTo(403);
    var stolen = new JsonArray().add(second.call("stolen", "ext-1"));
    Answer sent = first.send(stolen);
    assertThat(sent.json().getInteger("refused")).as(sent.body()).isEqualTo(1);
    assertThat(second.send(stolen).json().getInteger("accepted")).isEqualTo(1);
  }

  @Test
  void secret_of_one_signs_nothing_for_the_other() {
    String hook = first.all("/api/v1/sources", "hook").getFirst();
    String path = "/api/v1/sources/" + second.source() + "/secrets";
    Answer made = second.as(second.boss(), "POST", path, new JsonObject());
    String body = first.call("signed", "ext-1").encode();
    var signed = Signed.headers(made.json().getString("secret"), "msg_1", Instant.now(), body);
    var request =
        server
            .request(hook, null)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    signed.forEach(request::header);
    assertThat(server.send(request).status()).isEqualTo(401);
    String counts = "/api/v1/sources";
    assertThat(people.get(counts, first.boss()).body()).contains("\"WRONG_SIGNATURE\":1");
    assertThat(people.get(counts, second.boss()).body()).doesNotContain("WRONG_SIGNATURE");
  }
}
