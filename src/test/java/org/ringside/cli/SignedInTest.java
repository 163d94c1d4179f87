package org.ringside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.account.Household.PASSWORD;
import static org.ringside.account.Household.role;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer;
import org.ringside.TurnedClock;
import org.ringside.account.Household;
import org.ringside.credential.TotpCodes;
import org.ringside.db.TestDatabase;

/** Somebody signs in on the command line, and works with the rights of that account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignedInTest {
  private static final String ROSTER =
      "agent,name,team,site,from,to,aliases\n1127,Li,eagle,sh,2020-01-01,,\n";
  private static final String LOG = "1794816080|c.1|care|SIP/1127|COMPLETEAGENT|10|60|1\n";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-18T01:00:00Z"));
  @TempDir Path folder;
  private TestServer server;
  private Household people;
  private Shell shell;
  private Path kept;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh(), clock);
    people = new Household(server);
    server.put("/api/v1/organisation", "application/json", "{\"secondFactor\": \"offered\"}");
    people.moveIn("anna", role("administrator"));
    people.moveIn("carl", role("agent"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void openShell(@TempDir Path fresh) {
    shell = Shell.withoutToken(fresh);
    shell.environment.put("RINGSIDE_URL", server.base().toString());
    kept = fresh.resolve("config/ringside/sign-in");
  }

  @Test
  void first_administrator_is_invited_and_signs_in_and_registers_a_source_that_sends_facts()
      throws IOException {
    Files.writeString(folder.resolve("bootstrap-token"), TestServer.TOKEN + "\n");
    shell.environment.put("RINGSIDE_DATA", folder.toString());
    run("organisation", "found", "acme", "--name", "Acme", "--zone", "Europe/Berlin");
    run("organisation", "list");
    assertThat(shell.out().lines()).contains("acme\tAcme").hasSize(2);
    run("organisation", "administrator", "acme", "berg", "--name", "Anna Berg");
    String link = shell.out().strip();
    assertThat(link).startsWith(server.base() + "/welcome#rsl_");
    assertThat(shell.err()).contains("It works once, until 2026-11-25T01:00:00Z");

    String secret = moveIn(link.substring(link.indexOf('#') + 1));
    clock.turn(Duration.ofMinutes(1));
    shell.secrets.addAll(List.of(PASSWORD, TotpCodes.at(secret, clock.instant())));
    run("sign-in", "berg", "--organisation", "acme");
    assertThat(shell.err()).contains("Password of berg: ", "Six digits", "berg is signed in");
    assertThat(shell.out()).isEmpty();

    run("source", "pbx-1", "--service-from", "08:00", "--service-to", "20:00");
    String key = shell.out().strip();
    assertThat(shell.out()).startsWith("rsk_").hasLineCount(1);
    assertThat(shell.err()).doesNotContain(key);
    shell.environment.put("RINGSIDE_TOKEN", key);
    Path log = Files.writeString(folder.resolve("queue_log"), LOG);
    Path roster = Files.writeString(folder.resolve("roster.csv"), ROSTER);
    run("import", "queue-log", log.toString(), "--source", "pbx-1", "--roster", roster.toString());
    assertThat(shell.err()).contains("Roster taken: site added 1");
    assertThat(shell.out()).contains("accepted 1");

    run("sign-out");
    assertThat(kept).doesNotExist();
    assertThat(shell.run("import", "roster", roster.toString())).isEqualTo(Exit.USAGE.status());
    assertThat(shell.err()).contains("RINGSIDE_TOKEN is the key of a source", "sign-in LOGIN");
  }

  /** Chooses a password, and sets up the second factor; gives that one's secret. */
  private String moveIn(String link) {
    String token = people.redeem(link, PASSWORD).json().getString("accessToken");
    String secret =
        people
            .send("POST", "/api/v1/me/second-factor", token, new JsonObject())
            .json()
            .getString("secret");
    var code = new JsonObject().put("code", TotpCodes.at(secret, clock.instant()));
    assertThat(people.send("PUT", "/api/v1/me/second-factor", token, code).status()).isEqualTo(204);
    return secret;
  }

  @Test
  void sign_in_is_kept_where_its_owner_alone_can_read_it_and_told_to_nobody() throws IOException {
    signIn("anna");
    String refresh = refresh();
    assertThat(refresh).startsWith("rsr_");
    assertThat(shell.out() + shell.err()).doesNotContain(refresh, PASSWORD);
    assertMode(kept, "rw-------");
    assertMode(kept.resolveSibling("sign-in.lock"), "rw-------");
    assertMode(Objects.requireNonNull(kept.getParent()), "rwx------");

    Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(importRoster()).isZero();
    assertThat(refresh()).isNotEqualTo(refresh);
    assertThat(shell.out() + shell.err()).doesNotContain(refresh, refresh());
    assertMode(kept, "rw-------");
  }

  @Test
  void wrong_password_keeps_nothing() {
    shell.secrets.add("not the password");
    assertThat(signInCommand("anna")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("do not go together").doesNotContain("not the password");
    assertThat(kept).doesNotExist();
    assertThat(signInCommand("anna")).isEqualTo(Exit.USAGE.status());
    assertThat(shell.err()).contains("nothing was given");
  }

  @Test
  void server_that_is_away_is_told_with_its_address() {
    shell.environment.put("RINGSIDE_URL", "http://127.0.0.1:1");
    shell.secrets.add(PASSWORD);
    assertThat(shell.run("sign-in", "anna")).isEqualTo(Exit.NO_SERVER.status());
    assertThat(shell.err()).contains("No answer from http://127.0.0.1:1/").doesNotContain(PASSWORD);
    assertThat(kept).doesNotExist();
  }

  @Test
  void several_sign_ins_of_one_server_leave_one_alive() throws IOException {
    signIn("anna");
    String first = refresh();
    signIn("anna");
    assertThat(people.refresh(first).status()).isEqualTo(401);
    assertThat(importRoster()).isZero();
  }

  @Test
  void who_may_not_is_told_which_right_is_missing_and_how_to_get_it() throws IOException {
    signIn("carl");
    assertThat(importRoster()).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("403", "may not change the roster", "takes an administrator");
    assertThat(shell.run("source", "pbx-9")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.out()).isEmpty();
    Path log = Files.writeString(folder.resolve("queue_log"), LOG);
    assertThat(shell.run("import", "queue-log", log.toString())).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("may not send facts", "RINGSIDE_TOKEN=$(./ringside source");
    shell.environment.put("RINGSIDE_BOOTSTRAP_TOKEN", "wrong");
    assertThat(shell.run("organisation", "list")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("401", "bootstrap-token").doesNotContain("wrong");
  }

  @Test
  void source_that_is_there_keeps_its_key_and_what_is_not_named() throws IOException {
    signIn("anna");
    run("source", "crm", "--wrap-up", "apart");
    assertThat(shell.run("source", "crm")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("There is a source crm", "--new-key");
    run("source", "crm", "--detail", "totals");
    assertThat(shell.out()).isEmpty();
    assertThat(server.get("/api/v1/sources").items())
        .anySatisfy(
            one ->
                assertThat(((JsonObject) one).getMap())
                    .containsEntry("name", "crm")
                    .containsEntry("wrapUp", "apart")
                    .containsEntry("detail", "totals"));
    run("source", "crm", "--new-key");
    assertThat(shell.out()).startsWith("rsk_");
    assertThat(shell.run("source", "crm", "--new-key")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("TOO_MANY_KEYS");
    assertThat(shell.run("source", "crm", "--new-key", "--detail", "calls"))
        .isEqualTo(Exit.USAGE.status());
    run("source", "crm", "--new-secret");
    String secret = shell.out().strip();
    assertThat(secret).startsWith("whsec_");
    assertThat(shell.err()).contains(server.base() + "/api/v1/hooks/").doesNotContain(secret);
    run("source", "crm", "--revoke", secret.substring(0, 12));
    assertThat(shell.err()).contains(secret.substring(0, 12) + "… of crm is revoked");
    assertThat(shell.run("source", "crm", "--revoke", secret.substring(0, 12)))
        .isEqualTo(Exit.REFUSED.status());
  }

  @Test
  void access_token_that_ended_on_the_way_is_renewed() throws Exception {
    signIn("anna");
    try (Wire wire = wire()) {
      Api api = new Api(wire, keptSignIn(wire, () -> 0L), ClientCommand.ONCE, shell.terminal());
      assertThat(api.send("GET", "/api/v1/sources", "", "")).isInstanceOf(Answer.Taken.class);
      String before = refresh();
      clock.turn(Duration.ofMinutes(15));
      assertThat(api.send("GET", "/api/v1/sources", "", "")).isInstanceOf(Answer.Taken.class);
      assertThat(refresh()).isNotEqualTo(before);
    }
  }

  @Test
  void access_token_is_renewed_before_it_ends_and_not_at_each_request() throws Exception {
    signIn("anna");
    var nanos = new AtomicLong();
    try (Wire wire = wire()) {
      KeptSignIn signIn = keptSignIn(wire, nanos);
      var refreshes = new ArrayList<String>();
      for (long second : List.of(0L, 530L, 545L)) {
        nanos.set(second * 1_000_000_000L);
        signIn.token();
        refreshes.add(refresh());
      }
      assertThat(refreshes.get(1)).isEqualTo(refreshes.get(0));
      assertThat(refreshes.get(2)).isNotEqualTo(refreshes.get(1));
    }
  }

  @Test
  void command_waits_while_another_one_turns_the_sign_in_over() throws Exception {
    signIn("anna");
    SignInFile.Held held = SignInFile.of(shell.terminal()).hold();
    shell.pause =
        millis -> {
          shell.waits.add(millis);
          close(held);
        };
    assertThat(importRoster()).as(shell::err).isZero();
    assertThat(shell.waits).containsExactly(100L);
  }

  @Test
  void sign_in_that_was_ended_elsewhere_is_forgotten() throws IOException {
    signIn("anna");
    assertThat(people.signOut(refresh()).status()).isEqualTo(204);
    assertThat(importRoster()).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("The sign-in of anna", "is over; sign in again");
    assertThat(kept).doesNotExist();
    run("sign-out");
    assertThat(shell.err()).contains("Nobody has signed in");
  }

  @Test
  void sign_ins_at_two_servers_live_side_by_side() throws IOException {
    signIn("anna");
    JsonObject all = new JsonObject(Files.readString(kept));
    all.put("http://elsewhere/", new JsonObject().put("login", "x").put("refresh", "rsr_x"));
    Files.writeString(kept, all.encode());
    assertThat(importRoster()).isZero();
    run("sign-out");
    assertThat(new JsonObject(Files.readString(kept)).fieldNames())
        .containsExactly("http://elsewhere/");
  }

  @Test
  void damaged_file_is_told_and_left_alone() throws IOException {
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "nonsense");
    assertThat(importRoster()).isEqualTo(Exit.BAD_FILE.status());
    assertThat(shell.err()).contains("is damaged: remove it");
  }

  @Test
  void token_is_printed_alone_for_other_clients() {
    assertThat(shell.run("token")).isEqualTo(Exit.USAGE.status());
    signIn("anna");
    run("token");
    assertThat(shell.err()).isEmpty();
    assertThat(people.get("/api/v1/me", shell.out().strip()).json().getString("login"))
        .isEqualTo("anna");
  }

  private static void close(SignInFile.Held held) {
    try {
      held.close();
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  private Wire wire() throws Failure {
    return new Wire(server.base().resolve("/"), Authority.trusted(null));
  }

  private KeptSignIn keptSignIn(Wire wire, AtomicLong nanos) {
    return keptSignIn(wire, nanos::get);
  }

  private KeptSignIn keptSignIn(Wire wire, java.util.function.LongSupplier nanos) {
    return new KeptSignIn(SignInFile.of(shell.terminal()), new SessionDoor(wire), nanos);
  }

  private void signIn(String login) {
    shell.secrets.add(PASSWORD);
    assertThat(signInCommand(login)).as(shell::err).isZero();
  }

  /** There may be a second organisation by now. */
  private int signInCommand(String login) {
    String first = server.get("/api/v1/organisations").items().getJsonObject(0).getString("code");
    return shell.run("sign-in", "--organisation", first, login);
  }

  private int importRoster() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), ROSTER);
    return shell.run("import", "roster", roster.toString());
  }

  private void run(String... args) {
    assertThat(shell.run(args)).as(() -> List.of(args) + ": " + shell.err()).isZero();
  }

  private String refresh() throws IOException {
    return new JsonObject(Files.readString(kept))
        .getJsonObject(server.base().resolve("/").toString())
        .getString("refresh");
  }

  private static void assertMode(Path path, String mode) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo(mode);
  }
}
