package org.ringside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.TestServer;
import org.ringside.db.TestDatabase;

/** The command line and the real server agree: what the readers make, the intake takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportToServerTest {
  private static final String LOG = "src/test/resources/org/ringside/source/asterisk/queue_log";

  @TempDir Path folder;
  private TestServer server;
  private Shell shell;

  @BeforeAll
  void start() {
    server = TestServer.start(TestDatabase.fresh());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void openShell() {
    shell = Shell.of(folder);
    shell.environment.put("RINGSIDE_TOKEN", TestServer.TOKEN);
    shell.environment.put("RINGSIDE_URL", server.base().toString());
  }

  @Test
  void every_fact_of_a_queue_log_is_accepted_once_and_known_the_second_time() throws IOException {
    Path roster =
        Files.writeString(
            folder.resolve("roster.csv"),
            """
            agent,name,team,site,from,to,aliases
            1127,李娜,eagle,上海,2020-01-01,,
            1128,王芳,thunder,上海,2020-01-01,,Bai Ling
            """);
    shell.run("import", "queue-log", LOG, "--roster", roster.toString());
    assertThat(shell.err()).contains("Roster taken:", "agent added 2", "membership added 2");
    assertThat(shell.out()).contains("duplicate 0, replaced 0, superseded 0, refused 0");
    assertThat(shell.out()).contains("BAD_NUMBER 1", "HALF_LINE 1", "NOT_QUEUE_LOG 1");

    shell.run("import", "queue-log", LOG, "--roster", roster.toString());
    assertThat(shell.err()).contains("Roster taken: no change");
    assertThat(shell.out()).contains("accepted 0, ", "replaced 0, superseded 0, refused 0");
  }

  @Test
  void every_fact_of_the_shipped_chinese_mapping_is_accepted() throws IOException {
    Path list = folder.resolve("话单.csv");
    Files.writeString(
        list,
        """
        流水号,进线时间,呼叫类型,技能组,主叫号码,工号,接听状态,等待时长,振铃时长,通话时长,挂机方,满意度,成交金额
        1,2026/11/16 9:00:00,呼入,客服,138,1127,已接听,12,3,2分5秒,客户,非常满意,
        2,2026/11/16 9:01:00,呼入,客服,139,,排队放弃,35,,,,,
        3,2026/11/16 9:02:00,呼入,客服,139,1128,座席未接,20,18,,,,
        4,2026/11/16 9:03:00,外呼,电销,138,1128,已接听,8,,1小时0分3秒,座席,未评价,"1,299.00"
        """,
        Charset.forName("GB18030"));
    assertThat(importCalls(list, "call-list-zh.json")).as(shell::out).isZero();
    assertThat(shell.out()).contains("12 facts", "accepted 12, duplicate 0");
  }

  @Test
  void totals_are_accepted_of_a_source_that_declared_to_send_them() throws IOException {
    server.post("/api/v1/sources", new JsonObject().put("name", "totals").put("detail", "totals"));
    Path totals =
        Files.writeString(
            folder.resolve("totals.csv"),
            "agent;day;calls;valid;talk;wrap\n1127;2026-11-16;80;78;5:00:00;\n");
    assertThat(importCalls(totals, "daily-totals.json", "--source", "totals"))
        .as(shell::out)
        .isZero();
    assertThat(shell.out()).contains("accepted 1");
  }

  private int importCalls(Path list, String mapping, String... more) {
    var args = new ArrayList<String>();
    args.addAll(List.of("import", "calls", list.toString()));
    args.addAll(List.of("--mapping", "docs/mappings/" + mapping));
    args.addAll(List.of(more));
    return shell.run(args.toArray(String[]::new));
  }
}
