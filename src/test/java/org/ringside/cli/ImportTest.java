package org.ringside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports on the command line: what is sent, said, noted, and survived. */
final class ImportTest {
  private static final String LOG =
      """
      1794816000|NONE|NONE|NONE|QUEUESTART|
      1794816010|c.1|care|NONE|ENTERQUEUE||138|1
      1794816020|c.1|care|SIP/1127|CONNECT|10|b.1|3
      1794816080|c.1|care|SIP/1127|COMPLETEAGENT|10|60|1
      1794816090|c.1|care|SIP/1127|DID|8001
      """;

  @TempDir Path folder;
  private Intake intake;
  private Shell shell;
  private Path log;

  @BeforeEach
  void open() throws IOException {
    intake = new Intake();
    shell = Shell.of(folder);
    log = Files.writeString(folder.resolve("queue_log"), LOG);
  }

  @AfterEach
  void close() {
    intake.close();
  }

  @Test
  void queue_log_is_sent_and_summed_up() {
    assertThat(importLog()).isZero();
    assertThat(intake.facts.values())
        .extracting(fact -> fact.getString("type"))
        .containsExactly("contact.offered", "leg.answered", "leg.ended");
    assertThat(shell.out())
        .contains("5 lines, 3 facts", "accepted 3", "1 line skipped: DID (custom) 1");
  }

  @Test
  void import_run_twice_finds_everything_known() {
    importLog();
    assertThat(importLog()).isZero();
    assertThat(shell.out()).contains("accepted 0, duplicate 3");
    assertThat(intake.facts).hasSize(3);
  }

  @Test
  void busy_server_is_tried_again_after_the_time_it_asks_for() {
    intake.inTrouble(503, 429).askingToWait(45);
    assertThat(importLog()).isZero();
    assertThat(shell.waits).containsExactly(45_000L, 45_000L);
    assertThat(shell.err()).contains("the server answers 503: in trouble: 503; trying again");
    assertThat(intake.facts).hasSize(3);
  }

  @Test
  void lost_answer_is_asked_for_again_and_nothing_counts_twice() {
    intake.inTrouble(Intake.LOSE_THE_ANSWER);
    assertThat(importLog()).isZero();
    assertThat(shell.out()).contains("accepted 0, duplicate 3");
    assertThat(intake.facts).hasSize(3);
  }

  @Test
  void server_that_stays_away_is_given_up_after_the_tries_allowed_each_wait_longer() {
    intake.close();
    assertThat(importLog("--retries", "5")).isEqualTo(Exit.NO_SERVER.status());
    assertThat(shell.waits).hasSize(4).isSorted();
    assertThat(shell.waits.getFirst()).isBetween(250L, 500L);
    assertThat(shell.err()).contains("Gave up", "run it again");
  }

  @Test
  void import_that_broke_off_goes_on_after_the_last_answer() throws IOException {
    Files.writeString(log, rings(5_000), UTF_8);
    intake.inTrouble(Intake.NO_TROUBLE, 400);
    assertThat(importLog()).isEqualTo(Exit.REFUSED.status());
    int taken = intake.facts.size();
    assertThat(taken).isEqualTo(2_000);

    assertThat(importLog()).isZero();
    assertThat(shell.err()).contains("Going on where an earlier run stopped");
    assertThat(shell.out()).contains("3,000 facts", "accepted 3,000, duplicate 0");
    assertThat(importLog()).isZero();
    assertThat(shell.out()).contains("duplicate 5,000");
  }

  @Test
  void note_of_another_log_is_not_taken_up() throws IOException {
    Files.writeString(log, rings(5_000), UTF_8);
    intake.inTrouble(Intake.NO_TROUBLE, 400);
    importLog();
    Files.writeString(log, LOG, UTF_8);
    assertThat(importLog()).isZero();
    assertThat(shell.err()).contains("beginning at its beginning");
    assertThat(shell.out()).contains("3 facts", "accepted 3");
  }

  @Test
  void rotated_files_are_read_as_one_log() throws IOException {
    Path older = Files.writeString(folder.resolve("queue_log.1"), "100|M|care|SIP/7|ADDMEMBER|\n");
    Files.writeString(log, "160|M|care|SIP/7|REMOVEMEMBER|\n");
    assertThat(
            shell.run(
                "import", "queue-log", older.toString(), log.toString(), "--url", intake.url()))
        .isZero();
    assertThat(intake.facts.keySet()).containsExactly("state:7:ready:100-160");
  }

  @Test
  void last_line_without_an_end_is_taken_only_if_nothing_of_it_can_be_missing() throws IOException {
    Files.writeString(log, "100|c.1|care|SIP/7|COMPLETEAGENT|10|60|1");
    assertThat(importLog()).isZero();
    assertThat(intake.facts).hasSize(1);
    Files.writeString(log, "200|c.2|care|NONE|ABANDON|1|1|4");
    assertThat(importLog()).isEqualTo(Exit.SOME_REFUSED.status());
    assertThat(shell.out()).contains("HALF_LINE 1", "line 1 has no line end");
    assertThat(intake.facts).hasSize(1);
  }

  @Test
  void refused_facts_are_grouped_by_code_with_the_line_of_the_first() throws IOException {
    importLog();
    Files.writeString(log, LOG.replace("|60|", "|61|") + "nonsense\n");
    assertThat(importLog()).isEqualTo(Exit.SOME_REFUSED.status());
    assertThat(shell.out())
        .contains(
            "2 refused:",
            "CONFLICT 1",
            "line 4, id c.1:1794816080:COMPLETEAGENT:SIP/1127:0: known with other content",
            "NOT_QUEUE_LOG 1",
            "line 6: nonsense");
  }

  @Test
  void dry_run_writes_the_facts_and_sends_nothing() {
    assertThat(importLog("--dry-run")).isZero();
    assertThat(intake.requests).isEmpty();
    assertThat(shell.out().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"specversion\""));
    assertThat(shell.err()).contains("3 facts");
  }

  @Test
  void roster_goes_first() throws IOException {
    Path roster =
        Files.writeString(
            folder.resolve("roster.csv"),
            "\uFEFFagent,name,team,site,from,to,aliases\n1127,Bai Ling,T1,main,,,\n");
    assertThat(importLog("--roster", roster.toString())).isZero();
    assertThat(intake.requests).containsExactly("PUT /api/v1/roster", "POST /api/v1/facts");
    assertThat(shell.err()).contains("Roster taken: agent added 1");
  }

  @Test
  void roster_alone_can_be_sent_and_may_replace() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), "agent,name\n1,a\n2,b\n");
    assertThat(shell.run("import", "roster", roster.toString(), "--replace", "--url", intake.url()))
        .isZero();
    assertThat(intake.requests).containsExactly("PUT /api/v1/roster?replace=true");
    assertThat(shell.out()).contains("agent added 2");
  }

  @Test
  void roster_can_be_tried() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), "agent,name\n1,a\n");
    assertThat(shell.run("import", "roster", roster.toString(), "--dry-run", "--url", intake.url()))
        .isZero();
    assertThat(intake.requests).containsExactly("PUT /api/v1/roster?dryRun=true");
    assertThat(shell.out()).contains("Roster would be taken: agent added 1");
  }

  @Test
  void roster_that_the_server_finds_faulty_is_a_bad_file() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), "agent,name\n,a\n");
    intake.troubles.add(422);
    assertThat(shell.run("import", "roster", roster.toString(), "--url", intake.url()))
        .isEqualTo(Exit.BAD_FILE.status());
  }

  @Test
  void dry_run_has_no_use_for_a_roster() {
    assertThat(importLog("--dry-run", "--roster", "roster.csv")).isEqualTo(Exit.USAGE.status());
    assertThat(shell.err()).contains("ringside import roster --dry-run roster.csv");
    assertThat(intake.requests).isEmpty();
  }

  @Test
  void wrong_token_ends_it_with_the_reason() {
    assertThat(importLog("--token", "wrong")).isEqualTo(Exit.REFUSED.status());
    assertThat(shell.err()).contains("401", "Is the token right?");
  }

  @Test
  void sign_in_whose_token_ends_during_a_long_import_is_renewed() throws Exception {
    Files.writeString(log, rings(5_000), UTF_8);
    shell.environment.remove("RINGSIDE_TOKEN");
    SignInFile file = SignInFile.of(shell.terminal());
    var server = URI.create(intake.url() + "/");
    try (SignInFile.Held held = file.hold()) {
      held.put(server, new SignInFile.Kept("anna", "rsr_1"));
    }
    intake.inTrouble(Intake.NO_TROUBLE, Intake.NO_TROUBLE, 401);
    assertThat(importLog()).as(shell::err).isZero();
    assertThat(intake.facts).hasSize(5_000);
    assertThat(intake.requests)
        .filteredOn("POST /api/v1/session/refresh"::equals)
        .as("at the beginning, and when it was refused")
        .hasSize(2);
    assertThat(file.find(server)).isEqualTo(new SignInFile.Kept("anna", "rsr_1++"));
  }

  @Test
  void token_that_is_refused_also_after_its_renewal_ends_the_import() throws Exception {
    shell.environment.remove("RINGSIDE_TOKEN");
    try (SignInFile.Held held = SignInFile.of(shell.terminal()).hold()) {
      held.put(URI.create(intake.url() + "/"), new SignInFile.Kept("anna", "rsr_1"));
    }
    intake.inTrouble(Intake.NO_TROUBLE, 401, Intake.NO_TROUBLE, 401);
    assertThat(importLog()).isEqualTo(Exit.REFUSED.status());
    assertThat(intake.requests).hasSize(4);
    assertThat(shell.err()).contains("401").doesNotContain("rsr_1");
  }

  @Test
  void token_set_by_hand_is_taken_and_the_one_of_the_first_start_is_not() throws IOException {
    shell.environment.remove("RINGSIDE_TOKEN");
    shell.environment.put("RINGSIDE_DATA", folder.toString());
    Files.writeString(folder.resolve("bootstrap-token"), "secret\n");
    assertThat(importLog()).isEqualTo(Exit.USAGE.status());
    assertThat(shell.err()).contains("Nobody has signed in", "RINGSIDE_TOKEN=$(./ringside source");
    assertThat(intake.requests).isEmpty();
    shell.environment.put("RINGSIDE_BOOTSTRAP_TOKEN", "secret");
    assertThat(importLog()).isZero();
  }

  @Test
  void key_of_a_source_changes_no_roster() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), "agent,name\n1,a\n");
    shell.environment.put("RINGSIDE_TOKEN", "rsk_secret");
    assertThat(importLog("--roster", roster.toString())).isEqualTo(Exit.USAGE.status());
    assertThat(shell.err()).contains("RINGSIDE_TOKEN is the key of a source", "sign-in LOGIN");
    assertThat(intake.requests).isEmpty();
  }

  @Test
  void faults_of_the_command_line_are_told_and_send_nothing() {
    assertThat(shell.run("import", "queue-log")).isEqualTo(Exit.USAGE.status());
    assertThat(shell.run("import")).isEqualTo(Exit.USAGE.status());
    assertThat(importLog("--agent-pattern", "(")).isEqualTo(Exit.USAGE.status());
    assertThat(importLog("--url", "ftp://x")).isEqualTo(Exit.USAGE.status());
    assertThat(shell.run("import", "queue-log", "nowhere", "--url", intake.url()))
        .isEqualTo(Exit.BAD_FILE.status());
    assertThat(shell.err()).contains("There is no file nowhere");
    assertThat(intake.requests).isEmpty();
  }

  @Test
  void every_command_has_help_and_version() {
    for (var command :
        List.of(
            "import",
            "import queue-log",
            "import calls",
            "import roster",
            "organisation",
            "organisation found",
            "organisation list",
            "organisation administrator",
            "sign-in",
            "sign-out",
            "token",
            "source")) {
      assertThat(shell.run((command + " --help").split(" "))).isZero();
      assertThat(shell.out()).startsWith("Usage: ringside " + command);
      assertThat(shell.run((command + " --version").split(" "))).isZero();
      assertThat(shell.out()).startsWith("Ringside ");
    }
    assertThat(shell.run("help", "import")).isZero();
    assertThat(shell.run("--help")).isZero();
    assertThat(shell.out()).contains("serve", "demo", "import", "sign-in", "source");
  }

  @Test
  void commands_of_the_server_explain_themselves_and_refuse_arguments() {
    for (String command : List.of("serve", "demo", "check")) {
      assertThat(shell.run(command, "--help")).isZero();
      assertThat(shell.out()).startsWith("Usage: ringside " + command);
      assertThat(shell.run(command, "8080")).isEqualTo(2);
      assertThat(shell.err()).contains("Unmatched argument", "8080");
    }
  }

  @Test
  void live_log_is_followed_through_growth_and_rotation_and_a_restart() throws IOException {
    var happenings =
        new ArrayDeque<Runnable>(
            List.of(
                () -> append("200|c.2|care|NONE|ENTERQUEUE||1|1\n300|c.2|care|SIP/7|CONN"),
                () -> append("ECT|100|b|3\n"),
                () -> rotate("queue_log.1"),
                () -> append("400|c.2|care|SIP/7|COMPLETEAGENT|100|100|1\n")));
    shell.pause = millis -> happenOrStop(happenings);
    assertThat(importLog("--follow")).isZero();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(intake.facts).hasSize(6);

    append("500|c.3|care|NONE|ENTERQUEUE||1|1\n");
    rotate("queue_log.2");
    append("600|c.3|care|NONE|ABANDON|1|1|100\n");
    assertThat(importLog("--follow")).isZero();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(intake.facts).hasSize(8);
    assertThat(shell.out()).contains("2 facts", "accepted 2, duplicate 0");
  }

  @Test
  void follower_outlasts_a_server_that_is_away_for_long() {
    for (int i = 0; i < 50; i++) {
      intake.inTrouble(503);
    }
    shell.pause =
        millis -> {
          shell.waits.add(millis);
          if (intake.troubles.isEmpty() && millis == 1_000 && !intake.facts.isEmpty()) {
            throw new InterruptedException();
          }
        };
    assertThat(importLog("--follow")).isZero();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(intake.facts).hasSize(3);
    assertThat(shell.waits).allMatch(millis -> millis <= 30_000);
  }

  @Test
  void chinese_call_list_is_imported_by_its_mapping() throws IOException {
    Path list = folder.resolve("话单.csv");
    Files.writeString(
        list,
        """
        流水号,进线时间,呼叫类型,技能组,主叫号码,工号,接听状态,等待时长,振铃时长,通话时长,挂机方,满意度,成交金额
        1,2026/11/16 9:00:00,呼入,客服,138,1127,已接听,12,3,2分5秒,客户,非常满意,
        2,2026/11/31 9:01:00,呼入,客服,139,,排队放弃,35,,,,,
        """,
        Charset.forName("GB18030"));
    assertThat(importCalls(list, "docs/mappings/call-list-zh.json"))
        .isEqualTo(Exit.SOME_REFUSED.status());
    assertThat(intake.facts.keySet())
        .containsExactly("1:offered", "1:answered", "1:ended", "1:survey");
    assertThat(intake.facts.values()).allMatch(fact -> fact.getString("source").equals("pbx"));
    assertThat(shell.out()).contains("NOT_A_TIME 1", "line 3, 进线时间: '2026/11/31 9:01:00'");
  }

  @Test
  void list_in_another_encoding_is_refused_with_a_hint() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "Call Id,Agent\n1,白玲\n", Charset.forName("GB18030"));
    assertThat(importCalls(list, "docs/mappings/call-list.json")).isEqualTo(Exit.BAD_FILE.status());
    assertThat(shell.err()).contains("not written in UTF-8", "GB18030");
  }

  @Test
  void list_without_a_column_of_its_mapping_is_refused_whole() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), "Call Id,Agent\n1,a\n");
    assertThat(importCalls(list, "docs/mappings/call-list.json")).isEqualTo(Exit.BAD_FILE.status());
    assertThat(shell.err()).contains("no column Answered (Y/N)", "it has Call Id, Agent");
  }

  @Test
  void faults_of_a_mapping_are_listed() throws IOException {
    Path mapping = Files.writeString(folder.resolve("m.json"), "{\"facts\": [{}], \"x\": 1}");
    Path list = Files.writeString(folder.resolve("list.csv"), "a\n1\n");
    assertThat(importCalls(list, mapping.toString())).isEqualTo(Exit.BAD_FILE.status());
    assertThat(shell.err()).contains("x: no such key", "facts[0].type: is needed");
  }

  @Test
  void long_list_that_broke_off_goes_on_after_the_rows_that_are_done() throws IOException {
    var rows = new StringBuilder("agent;day;calls;valid;talk;wrap\n");
    IntStream.range(0, 5_000).forEach(i -> rows.append(i + ";2026-11-16;1;1;0:01:00;1\n"));
    Path list = Files.writeString(folder.resolve("totals.csv"), rows);
    intake.inTrouble(Intake.NO_TROUBLE, 400);
    assertThat(importCalls(list, "docs/mappings/daily-totals.json"))
        .isEqualTo(Exit.REFUSED.status());
    assertThat(importCalls(list, "docs/mappings/daily-totals.json")).isZero();
    assertThat(intake.facts).hasSize(5_000);
    assertThat(shell.out()).contains("3,000 facts", "accepted 3,000");
  }

  @Test
  void somebody_who_looks_sees_a_bar_and_a_log_file_gets_plain_lines() {
    var clock = new long[] {0};
    var terminal = terminal(true);
    var progress = new Progress(terminal.terminal(), () -> clock[0]);
    clock[0] = 2_000_000_000L;
    progress.show(0.5, 1_000);
    assertThat(terminal.text())
        .isEqualTo(
            "\r[###############...............]  50 %  1,000 facts, 500/s, 0:02 left\u001b[K");
    var plain = terminal(false);
    var lines = new Progress(plain.terminal(), () -> clock[0]);
    clock[0] += 9_000_000_000L;
    lines.show(0.5, 1_000);
    clock[0] += 1_000_000_000L;
    lines.show(0.5, 1_000);
    clock[0] += 10_000_000_000L;
    lines.show(-1, 2_000);
    assertThat(plain.text().lines())
        .containsExactly(" 50 %  1,000 facts, 100/s, 0:10 left", "2,000 facts, 100/s");
  }

  private record Watched(Terminal terminal, StringWriter written) {
    String text() {
      return written.toString();
    }
  }

  private static Watched terminal(boolean interactive) {
    var written = new StringWriter();
    var writer = new PrintWriter(written);
    return new Watched(
        new Terminal(Map.of(), writer, writer, interactive, millis -> {}, prompt -> null), written);
  }

  private int importLog(String... more) {
    var args = new ArrayList<>(List.of("import", "queue-log", log.toString()));
    args.addAll(List.of("--url", intake.url()));
    args.addAll(List.of(more));
    return shell.run(args.toArray(String[]::new));
  }

  private int importCalls(Path list, String mapping) {
    return shell.run(
        "import", "calls", list.toString(), "--mapping", mapping, "--url", intake.url());
  }

  private static String rings(int count) {
    var lines = new StringBuilder();
    IntStream.range(0, count)
        .forEach(i -> lines.append((1000 + i) + "|c." + i + "|care|SIP/7|RINGNOANSWER|9000\n"));
    return lines.toString();
  }

  private static void happenOrStop(ArrayDeque<Runnable> happenings) throws InterruptedException {
    Runnable next = happenings.poll();
    if (next == null) {
      throw new InterruptedException();
    }
    next.run();
  }

  private void append(String text) {
    try {
      Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rotate(String name) {
    try {
      Files.move(log, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
