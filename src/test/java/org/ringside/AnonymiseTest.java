package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;
import org.ringside.backup.Contents;
import org.ringside.cli.DatabaseCommand;
import org.ringside.db.HeldLock;
import org.ringside.db.TestDatabase;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Permission;
import org.ringside.person.Canary;
import org.slf4j.LoggerFactory;

/** Somebody is taken out of everything, and everything that she did stays where it was. */
@Timeout(180)
class AnonymiseTest {
  private static final String REPORT = "?period=week&metrics=valid_calls&by=";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Canary canary = new Canary(server);

  @BeforeEach
  void moveIn() {
    log.start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
    canary.moveIn();
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    server.close();
  }

  private void anonymise() {
    Answer done = canary.anonymise("asked for it, letter 114");
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.json().getString("name")).isEqualTo("former agent #1");
  }

  @Test
  void nothing_of_hers_is_left_in_any_table_answer_frame_or_line_of_the_log() {
    assertThat(Canary.seen(server.database())).hasSizeGreaterThan(20);
    assertThat(answers().stream().filter(AnonymiseTest::isHers)).hasSizeGreaterThan(8);

    anonymise();

    assertThat(Canary.seen(server.database())).isEmpty();
    assertThat(answers()).noneMatch(AnonymiseTest::isHers);
    try (LiveClient wall = LiveClient.watching(server, canary.boss(), "1")) {
      assertThat(wall.next("snapshot").encode()).contains("former agent #1");
      assertThat(isHers(wall.transcript())).isFalse();
    }
    assertThat(log.list).noneMatch(line -> isHers(line.getFormattedMessage()));
    server.restart();
    assertThat(answers()).noneMatch(AnonymiseTest::isHers);
    assertThat(Canary.seen(server.database())).isEmpty();
  }

  private static boolean isHers(String text) {
    return text.toLowerCase(Locale.ROOT).contains(Canary.MARK);
  }

  /** Everything that the boss may read, as JSON and as a table. */
  private List<String> answers() {
    var all = new ArrayList<String>();
    for (Endpoint endpoint : server.endpoints()) {
      boolean readable =
          endpoint.method().name().equals("GET")
              && endpoint.permission() != Permission.FOUND_ORGANISATIONS
              && !endpoint.path().startsWith("/api/v1/pairings/") // none waits
              && endpoint.permission() != Permission.PUBLIC;
      if (readable) {
        for (String path : paths(endpoint.path())) {
          for (String form : List.of("application/json", "text/csv")) {
            Answer answer = server.send(server.request(path, canary.boss()).GET(), "Accept", form);
            assertThat(answer.status()).as(path).isEqualTo(200);
            all.add(path + ": " + answer.body());
          }
        }
      }
    }
    return all;
  }

  private static List<String> paths(String path) {
    if (path.equals("/api/v1/reports/metrics")) {
      return List.of(path + REPORT + "agent", path + REPORT + "team");
    }
    if (path.contains("/contests/:id")) {
      return List.of(path.replace(":id", "1"), path.replace(":id", "2"));
    }
    String one = path.replace(":name", "pbx").replaceAll(":[a-z]+", "1");
    return List.of(one);
  }

  @Test
  void standings_totals_and_ranks_are_what_they_were_but_for_the_name() {
    TestServer.eventually(
        "everybody's calls are on both boards",
        () -> !(standings(1) + standings(2)).contains("\"score\":\"0.0\""));
    String agents = standings(1);
    String teams = standings(2);
    Map<String, String> before = Contents.of(server.database());
    assertThat(teams).contains("\"score\"");

    anonymise();

    assertThat(standings(2)).isEqualTo(teams);
    assertThat(standings(1))
        .isEqualTo(agents.replace(Canary.CODE, "former-1").replace(Canary.NAME, "former agent #1"));
    Map<String, String> after = Contents.of(server.database());
    for (String table : List.of("tally", "sheet", "membership", "contest", "late_fact")) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }
    Invariants.check(server.database());
    Answer rebuilt =
        canary.as(canary.boss(), "POST", "/api/v1/contests/1/rebuild", new JsonObject());
    assertThat(rebuilt.json().getBoolean("changed")).as(rebuilt.body()).isFalse();
    server.restart();
    assertThat(standings(2)).isEqualTo(teams);
  }

  private String standings(int contest) {
    canary.as(canary.boss(), "GET", "/api/v1/reports/metrics" + REPORT + "team", null); // flushes
    return canary
        .as(canary.boss(), "GET", "/api/v1/contests/" + contest + "/standings", null)
        .json()
        .getJsonArray("items")
        .encode();
  }

  @Test
  void fact_that_still_names_her_is_refused_and_brings_nobody_back() {
    anonymise();
    String teams = standings(2);

    assertThat(outcomes(canary.call("late-canary", "canary-ext", 60)))
        .isEqualTo("refused GONE_AGENT");
    JsonObject listed = server.get("/api/v1/sources/pbx/refusals").items().getJsonObject(0);
    assertThat(listed.getString("code")).isEqualTo("GONE_AGENT");
    assertThat(isHers(listed.encode())).isFalse();
    assertThat(outcomes(canary.call("hers-1", "canary-ext", 0))).isEqualTo("refused GONE_AGENT");
    assertThat(outcomes(canary.call("late", Canary.CODE, 60))).isEqualTo("refused GONE_AGENT");
    assertThat(outcomes(canary.call("old", Canary.SHARED, 7200))).isEqualTo("refused GONE_AGENT");
    var data = new JsonObject().put("case_id", "x").put("first_owner", Canary.CODE);
    var opened =
        TestServer.fact("opened", "case.opened", Instant.now().minusSeconds(5), "ext-1", data);
    assertThat(outcomes(opened)).isEqualTo("refused GONE_AGENT");
    assertThat(standings(2)).isEqualTo(teams);
    assertThat(Canary.seen(server.database())).isEmpty();

    assertThat(outcomes(canary.call("now-his", Canary.SHARED, 0))).isEqualTo("accepted");
    assertThat(outcomes(canary.call("others", "ext-1", 0))).isEqualTo("duplicate");
    var gone = canary.call("hers-2", "", 0).put("type", "fact.voided").put("revision", 1);
    gone.remove("subject");
    assertThat(outcomes(gone.put("data", new JsonObject()))).isEqualTo("replaced");
    Invariants.check(server.database());
  }

  private String outcomes(JsonObject fact) {
    JsonObject receipt =
        canary.send(List.of(fact)).json().getJsonArray("receipts").getJsonObject(0);
    return (receipt.getString("outcome") + " " + receipt.getString("code", "")).strip();
  }

  @Test
  void roster_that_still_lists_her_is_refused_at_her_row() {
    anonymise();
    Answer again =
        server.put(
            "/api/v1/roster",
            "text/csv",
            "agent,name,team,site,from,to,aliases\ncanary-4711,Canary,eagle,上海,2020-01-01,,\n");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.json().getJsonArray("errors").getJsonObject(0).getString("expected"))
        .startsWith("nobody who was anonymised");
    assertThat(server.get("/api/v1/roster").body()).doesNotContain("canary");
    Answer same = canary.as(canary.boss(), "GET", "/api/v1/roster", null);
    assertThat(server.put("/api/v1/roster", "application/json", same.body()).status())
        .as("the roster as it is now can be sent back")
        .isEqualTo(200);
  }

  @Test
  void she_is_signed_out_and_nobody_signs_in_as_her() {
    assertThat(canary.as(canary.own(), "GET", "/api/v1/me", null).status()).isEqualTo(200);
    anonymise();
    assertThat(canary.as(canary.own(), "GET", "/api/v1/me", null).status()).isEqualTo(401);
    var people = new Household(server);
    assertThat(people.signIn(Canary.LOGIN, Household.PASSWORD).status()).isEqualTo(401);
    assertThat(people.signIn("former-1", Household.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void audit_log_says_that_it_was_done_and_proves_what_it_says_since() {
    anonymise();
    JsonObject entry = server.get("/api/v1/audit?act=person.anonymised").items().getJsonObject(0);
    assertThat(entry.getString("subject")).isEqualTo("agent:1");
    assertThat(entry.getString("reason")).isEqualTo("asked for it, letter 114");
    assertThat(entry.getJsonObject("after").getInteger("redacted")).isGreaterThan(4);
    Invariants.check(server.database());

    server
        .database()
        .asSuperuser("update audit_entry set reason = 'other' where reason like 'former-1%'");
    assertThat(Invariants.report(server.database(), Instant.now()).differences())
        .anyMatch(line -> line.contains("it was changed"));
    server
        .database()
        .asSuperuser(
            """
            update audit_redaction r set hash = audit_hash(''::bytea, e.organisation, e.seq, e.at,
              e.actor, e.act, e.subject, e.before, e.after, e.reason, e.address)
            from audit_entry e where e.organisation = r.organisation and e.seq = r.seq
            """);
    assertThat(Invariants.report(server.database(), Instant.now()).differences())
        .anyMatch(line -> line.contains("other words were taken out"));
  }

  @Test
  void anonymising_that_cannot_be_is_refused_and_changes_nothing() {
    assertThat(canary.anonymise("the end of " + Canary.NAME).status()).isEqualTo(400);
    var nobody = new JsonObject().put("agent", "9999").put("reason", "x");
    assertThat(post(nobody).status()).isEqualTo(400);
    assertThat(post(new JsonObject().put("account", 999).put("reason", "x")).status())
        .isEqualTo(404);
    assertThat(post(new JsonObject().put("agent", Canary.CODE)).status()).isEqualTo(400);
    int boss = canary.as(canary.boss(), "GET", "/api/v1/me", null).json().getInteger("number");
    var own = new JsonObject().put("account", boss).put("reason", "x");
    assertThat(post(own).status()).isEqualTo(409);
    assertThat(server.post("/api/v1/personal-data/anonymisation", own).json().getString("code"))
        .isEqualTo("LAST_ADMINISTRATOR");
    assertThat(Canary.seen(server.database())).isNotEmpty();
    anonymise();
  }

  @Test
  void anonymising_once_more_is_nothing_unless_a_name_has_come_back() {
    anonymise();
    String written = server.erasures();
    var again = new JsonObject().put("account", canary.account()).put("reason", "x");
    assertThat(post(again).json().getString("name"))
        .as("by the account, the same person")
        .isEqualTo("former agent #1");
    assertThat(server.erasures()).isEqualTo(written);
    assertThat(server.get("/api/v1/audit?act=person.anonymised").items()).hasSize(1);

    var named = new JsonObject().put("id", "former-1").put("name", Canary.NAME);
    var roster = new JsonObject().put("agents", new JsonArray().add(named));
    assertThat(server.put("/api/v1/roster", "application/json", roster.encode()).status())
        .isEqualTo(200);
    assertThat(Canary.seen(server.database())).isNotEmpty();
    assertThat(post(new JsonObject().put("agent", "former-1").put("reason", "x")).status())
        .isEqualTo(200);
    assertThat(Canary.seen(server.database())).isEmpty();
    assertThat(post(again).status()).isEqualTo(200);
    Invariants.check(server.database());
  }

  @Test
  void account_of_somebody_who_was_anonymised_is_nobodys_any_more() {
    anonymise();
    String path = "/api/v1/people/" + canary.account();
    var named = new JsonObject().put("name", Canary.NAME).put("state", "active");
    for (Answer refused :
        List.of(
            canary.as(canary.boss(), "PUT", path, named),
            canary.as(canary.boss(), "POST", path + "/link", new JsonObject()),
            canary.as(
                canary.boss(),
                "POST",
                "/api/v1/people",
                new JsonObject().put("login", "x").put("name", "X").put("agent", "former-1")))) {
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.json().getString("code")).isEqualTo("ANONYMISED");
    }
  }

  @Test
  void name_that_she_had_before_goes_from_the_audit_log_as_well() {
    String path = "/api/v1/people/" + canary.account();
    var before = new JsonObject().put("name", "Vorher Canary-Rot").put("agent", Canary.CODE);
    before.put("roles", new JsonArray().add(Household.role("agent")));
    assertThat(canary.as(canary.boss(), "PUT", path, before).status()).isEqualTo(200);
    var after = before.copy().put("name", "李娜").put("reason", "no more Vorher Canary-Rot");
    assertThat(canary.as(canary.boss(), "PUT", path, after).status()).isEqualTo(200);
    assertThat(canary.as(canary.boss(), "PUT", path, before.put("name", Canary.NAME)).status())
        .isEqualTo(200);

    anonymise();

    assertThat(Canary.seen(server.database())).isEmpty();
    assertThat(server.get("/api/v1/audit?act=account.changed").body())
        .as("what is somebody else's name now stays")
        .contains("李娜");
    Invariants.check(server.database());
  }

  @Test
  void anonymising_waits_for_whoever_changes_roles() {
    CompletableFuture<Answer> done;
    try (HeldLock roles =
        HeldLock.by(
            server.database(),
            "select pg_advisory_xact_lock(hashtext('ringside.account_role'), 1)")) {
      assertThat(roles).isNotNull();
      done = CompletableFuture.supplyAsync(() -> canary.anonymise("left"));
      waiting("advisory", 1);
    }
    assertThat(done.join().status()).isEqualTo(200);
  }

  /** So many wait for a lock of a kind. */
  private void waiting(String kind, int many) {
    String waiting =
        "select count(*) from pg_locks where locktype = '"
            + kind
            + "' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";
    TestServer.eventually(
        many + " wait",
        () -> server.database().asOwner(waiting).iterator().next().getLong(0) == many);
  }

  @Test
  void who_asks_for_a_link_while_she_is_anonymised_gets_none() {
    String people = "/api/v1/people";
    var twin = new JsonObject().put("login", "twin").put("name", "Twin").put("agent", Canary.CODE);
    CompletableFuture<Answer> done;
    CompletableFuture<Answer> link;
    CompletableFuture<Answer> invited;
    try (HeldLock roles =
        HeldLock.by(
            server.database(),
            "select pg_advisory_xact_lock(hashtext('ringside.account_role'), 1)")) {
      assertThat(roles).isNotNull();
      done = CompletableFuture.supplyAsync(() -> canary.anonymise("left"));
      waiting("advisory", 1);
      link =
          CompletableFuture.supplyAsync(
              () ->
                  canary.as(
                      canary.boss(),
                      "POST",
                      people + "/" + canary.account() + "/link",
                      new JsonObject()));
      invited = CompletableFuture.supplyAsync(() -> canary.as(canary.boss(), "POST", people, twin));
      waiting("advisory", 3);
    }
    assertThat(done.join().status()).isEqualTo(200);
    assertThat(link.join().json().getString("code")).isEqualTo("ANONYMISED");
    assertThat(invited.join().json().getString("code")).isEqualTo("ANONYMISED");
  }

  /** As long as somebody else holds the facts, which takes the place of a long log. */
  private CompletableFuture<Answer> anonymiseWhile(HeldLock facts) {
    assertThat(facts).isNotNull();
    var done = CompletableFuture.supplyAsync(() -> canary.anonymise("left"));
    waiting("relation", 1);
    return done;
  }

  private Answer rename(int account, String name, @Nullable String agent) {
    var named = new JsonObject().put("name", name).put("state", "active").put("agent", agent);
    return canary.as(canary.boss(), "PUT", "/api/v1/people/" + account, named);
  }

  @Test
  void accounts_can_be_changed_while_the_facts_are_gone_through() {
    var li = new JsonObject().put("login", "li").put("name", "Li");
    int other = canary.as(canary.boss(), "POST", "/api/v1/people", li).json().getInteger("number");
    CompletableFuture<Answer> done;
    try (HeldLock facts = HeldLock.onTable(server.database(), "fact_identity")) {
      done = anonymiseWhile(facts);
      Answer renamed = rename(other, "Li Na", null);
      assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    }
    assertThat(done.join().status()).isEqualTo(200);
    assertThat(server.database().asOwner("select from erasure").size()).isPositive();
  }

  @Test
  void who_is_called_otherwise_meanwhile_is_not_anonymised_under_the_name_of_before() {
    CompletableFuture<Answer> done;
    try (HeldLock facts = HeldLock.onTable(server.database(), "fact_identity")) {
      done = anonymiseWhile(facts);
      Answer renamed = rename(canary.account(), "Canary Green", Canary.CODE);
      assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
    }
    Answer refused = done.join();
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.json().getString("code")).isEqualTo("CONFLICT");
    assertThat(server.database().asOwner("select from erasure").size()).isZero();
    anonymise();
    assertThat(server.get("/api/v1/audit").body()).doesNotContain("Canary Green");
  }

  @Test
  void own_export_is_not_to_be_had_in_a_loop() {
    for (int i = 0; i < 10; i++) {
      assertThat(canary.as(canary.own(), "GET", "/api/v1/me/export", null).status()).isEqualTo(200);
    }
    Answer limited = canary.as(canary.own(), "GET", "/api/v1/me/export", null);
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.json().getString("code")).isEqualTo("TOO_MANY_EXPORTS");
    assertThat(limited.response().headers().firstValueAsLong("retry-after").orElse(0))
        .isBetween(300L, 360L);
    assertThat(canary.as(canary.boss(), "GET", "/api/v1/me/export", null).status())
        .as("somebody else")
        .isEqualTo(200);
  }

  private Answer post(JsonObject body) {
    return canary.as(canary.boss(), "POST", "/api/v1/personal-data/anonymisation", body);
  }

  @Test
  void account_without_an_agent_is_taken_out_by_its_number() {
    anonymise();
    var people = new Household(server);
    String token = people.moveIn("canary.second", Household.role("auditor"));
    int number = canary.as(token, "GET", "/api/v1/me", null).json().getInteger("number");
    assertThat(canary.as(token, "GET", "/api/v1/me/export", null).json().getJsonArray("session"))
        .hasSize(1);
    assertThat(Canary.seen(server.database())).isNotEmpty();

    var body = new JsonObject().put("account", number).put("reason", "left");
    assertThat(post(body).json().getString("name")).isEqualTo("former account #" + number);

    assertThat(Canary.seen(server.database())).isEmpty();
    assertThat(canary.as(token, "GET", "/api/v1/me", null).status()).isEqualTo(401);
    assertThat(server.erasures().lines()).as("an agent, her account, another one").hasSize(3);
    Invariants.check(server.database());
  }

  @Test
  void question_about_the_head_of_an_export_exports_nothing() {
    var head =
        server
            .request("/api/v1/me/export", canary.own())
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    assertThat(server.send(head).status()).isEqualTo(200);
    assertThat(server.get("/api/v1/audit?act=person.exported").items()).isEmpty();
  }

  @Test
  void export_has_everything_before_and_no_name_after() {
    JsonObject all = export(new JsonObject().put("agent", Canary.CODE));
    assertThat(all.getJsonArray("agent").getJsonObject(0).getString("name")).isEqualTo(Canary.NAME);
    assertThat(all.getJsonArray("alias")).hasSize(3);
    for (String section :
        List.of(
            "membership",
            "account",
            "account_role",
            "session",
            "one_time_link",
            "tally",
            "sheet",
            "series",
            "rule_book",
            "audit_entry")) {
      assertThat(all.getJsonArray(section)).as(section).isNotEmpty();
    }
    assertThat(all.getJsonArray("fact")).hasSize(3 + 1 + 3 + 1 + 2);
    assertThat(all.encode()).doesNotContain("李娜").doesNotContain("argon2");
    JsonObject own =
        new JsonObject(canary.as(canary.own(), "GET", "/api/v1/me/export", null).body());
    assertThat(own.getJsonArray("fact")).isEqualTo(all.getJsonArray("fact"));
    assertThat(own.fieldNames()).isEqualTo(all.fieldNames());
    assertThat(server.get("/api/v1/audit?act=person.exported").items().getJsonObject(0).encode())
        .contains("agent:1");

    anonymise();
    JsonObject after = export(new JsonObject().put("agent", "former-1"));
    assertThat(isHers(after.encode())).isFalse();
    assertThat(after.getJsonArray("fact")).hasSize(all.getJsonArray("fact").size());
    assertThat(after.getJsonArray("sheet")).isEqualTo(all.getJsonArray("sheet"));
  }

  private JsonObject export(JsonObject whom) {
    Answer answer = canary.as(canary.boss(), "POST", "/api/v1/personal-data/export", whom);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("content-disposition")).isPresent();
    return answer.json();
  }

  @Test
  void older_backup_comes_back_without_her() throws IOException {
    backUp();
    String teams = standings(2);
    anonymise();
    Path list = folder.resolve("list.jsonl");
    Files.writeString(list, erasures());

    try (TestDatabase target = TestDatabase.fresh()) {
      assertThat(restored(target, Optional.of(list)))
          .contains("Of 2 entries on the list of erasures 1 were carried out again.")
          .doesNotContain("There is no list of erasures")
          .contains("Everything agrees");
      assertThat(Canary.seen(target)).isEmpty();
      assertThat(gone(target)).as("since the same instant").isEqualTo(gone(server.database()));
      try (TestServer restored = TestServer.start(target)) {
        assertThat(restored.get("/api/v1/contests/2/standings").items().encode()).isEqualTo(teams);
      }
    }
  }

  @Test
  void older_backup_in_which_her_account_was_not_hers_yet_comes_back_without_her()
      throws IOException {
    String path = "/api/v1/people/" + canary.account();
    var person = new JsonObject().put("name", Canary.NAME);
    person.put("roles", new JsonArray().add(Household.role("agent")));
    assertThat(canary.as(canary.boss(), "PUT", path, person).status()).isEqualTo(200);
    backUp();
    person.put("agent", Canary.CODE);
    assertThat(canary.as(canary.boss(), "PUT", path, person).status()).isEqualTo(200);
    anonymise();
    Path list = folder.resolve("list.jsonl");
    Files.writeString(list, erasures());

    try (TestDatabase target = TestDatabase.fresh()) {
      assertThat(restored(target, Optional.of(list)))
          .contains("Of 2 entries on the list of erasures 2 were carried out again.");
      assertThat(Canary.seen(target)).isEmpty();
    }
  }

  @Test
  void restore_without_a_list_of_erasures_warns() {
    backUp();
    try (TestDatabase target = TestDatabase.fresh()) {
      assertThat(restored(target, Optional.empty()))
          .contains("There is no list of erasures at " + folder.resolve("unused"))
          .contains("--erasures LIST");
    }
  }

  private void backUp() {
    said(
        (settings, out) ->
            BackupCommand.run(
                settings, new DatabaseCommand.Backup(file(), false), Instant.now(), out, out),
        server.database());
  }

  private String restored(TestDatabase target, Optional<Path> list) {
    return said(
        (settings, out) ->
            RestoreCommand.run(
                settings,
                new DatabaseCommand.Restore(file(), false, list),
                Instant.now(),
                out,
                out),
        target);
  }

  private static List<String> gone(TestDatabase database) {
    var all = new ArrayList<String>();
    database
        .asOwner("select g::text from gone_spelling g order by g::text")
        .forEach(row -> all.add(row.getString(0)));
    assertThat(all).isNotEmpty();
    return all;
  }

  private String erasures() {
    return server.erasures();
  }

  private Path file() {
    return folder.resolve("ringside.gz");
  }

  @FunctionalInterface
  private interface Command {
    int run(ServerSettings settings, PrintStream out);
  }

  private String said(Command command, TestDatabase database) {
    var said = new ByteArrayOutputStream();
    var settings = CommandSettings.of(database, folder);
    int status = command.run(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    return said.toString(StandardCharsets.UTF_8);
  }
}
