package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.frame.CannotStart;

/** The embedded server on a data folder of its own: made once, started by each test. */
@Timeout(120)
class PgServerTest {
  /** A data folder may lie so deep that no socket could be in it. */
  private static final String DEEP = "a-folder-with-a-rather-long-name/".repeat(4);

  @TempDir static Path temporary;

  private static DataFolder data;
  private static PgBinaries binaries;

  @BeforeAll
  static void make() throws IOException {
    binaries = PostgresServers.binaries(PostgresVersion.EMBEDDED);
    data = DataFolder.open(temporary.resolve(DEEP));
    try (PgServer server = start()) {
      run(server.owner(), "create table kept (x int)");
    }
  }

  @AfterAll
  static void letGo() throws IOException {
    data.close();
  }

  @Test
  void row_committed_survives_a_stop_and_a_start() throws IOException {
    try (PgServer server = start()) {
      run(server.owner(), "insert into kept values (1)");
    }
    try (PgServer server = start()) {
      assertThat(text(server, "select min(x) from kept where x = 1")).isEqualTo("1");
    }
  }

  @Test
  void server_is_durable_checked_and_on_no_network() throws IOException {
    try (PgServer server = start()) {
      for (String on :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(text(server, "show " + on)).as(on).isEqualTo("on");
      }
      assertThat(text(server, "show listen_addresses")).isEmpty();
      assertThat(text(server, "show timezone")).isEqualTo("UTC");
      assertThat(text(server, "show server_encoding")).isEqualTo("UTF8");
      assertThat(text(server, "show server_version")).startsWith(PgBinaries.VERSION);
    }
  }

  @Test
  void durability_cannot_be_edited_away() throws IOException {
    Path conf = data.database().resolve("postgresql.auto.conf");
    String before = Files.readString(conf);
    Files.writeString(conf, before + "fsync = off\nsynchronous_commit = off\n");
    try (PgServer server = start()) {
      assertThat(text(server, "show fsync")).isEqualTo("on");
      assertThat(text(server, "show synchronous_commit")).isEqualTo("on");
    }
    Files.writeString(conf, before);
  }

  @Test
  void nobody_else_can_read_passwords_or_reach_the_socket() throws IOException {
    try (PgServer server = start()) {
      assertThat(mode(Path.of(server.app().getHost()))).isEqualTo("rwx------");
      assertThat(mode(data.root())).isEqualTo("rwx------");
      try (var secrets = Files.list(data.root().resolve("secrets"))) {
        assertThat(secrets.toList())
            .hasSize(3)
            .allSatisfy(f -> assertThat(mode(f)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void wrong_password_is_refused_even_on_the_socket() throws IOException {
    try (PgServer server = start()) {
      assertThatThrownBy(() -> run(server.app().setPassword("guess"), "select 1"))
          .hasMessageContaining("28P01");
    }
  }

  @Test
  void nothing_is_left_of_a_server_that_was_stopped() throws IOException {
    Path socket;
    try (PgServer server = start()) {
      socket = Path.of(server.app().getHost());
      assertThat(Files.readString(data.socketNote()).strip()).isEqualTo(socket.toString());
    }
    assertThat(socket).doesNotExist();
    assertThat(data.socketNote()).doesNotExist();
    assertThat(data.database().resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void server_that_is_killed_is_started_again_behind_the_same_socket() throws IOException {
    try (PgServer server = start()) {
      run(server.owner(), "insert into kept values (2)");
      ProcessHandle first = ProcessHandle.of(server.pid()).orElseThrow();
      first.destroyForcibly();
      first.onExit().join();
      assertThat(eventually(server, "select min(x) from kept where x = 2")).isEqualTo("2");
      assertThat(server.pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void second_server_on_the_folder_is_refused_with_the_process_that_holds_it() {
    assertThatThrownBy(() -> DataFolder.open(data.root()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("RINGSIDE_DATA");
  }

  @Test
  void folder_that_cannot_be_written_is_refused_with_its_name() throws IOException {
    Path file = Files.createFile(temporary.resolve("a-file"));
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void cluster_of_another_major_is_refused_and_untouched() throws IOException {
    try (DataFolder other = DataFolder.open(temporary.resolve("other-major"))) {
      Files.createDirectories(other.database());
      Path version = Files.writeString(other.database().resolve("PG_VERSION"), "17\n");
      assertThatThrownBy(() -> PgServer.start(other, binaries, List.of()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("written by PostgreSQL 17")
          .hasMessageContaining("brings PostgreSQL 18");
      assertThat(version).hasContent("17");
    }
  }

  @Test
  void process_of_another_kind_that_the_pid_file_names_is_left_alone() throws Exception {
    Process stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
    try {
      Files.writeString(
          data.database().resolve("postmaster.pid"),
          "%d\n%s\n1\n5432\n/tmp/x\n\n\nready\n".formatted(stranger.pid(), data.database()));
      start().close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void postgres_of_another_folder_that_the_pid_file_names_is_left_alone() throws Exception {
    PgServer other = PostgresServers.running(PostgresVersion.EMBEDDED);
    Files.writeString(
        data.database().resolve("postmaster.pid"),
        "%d\n%s\n1\n5432\n/tmp/x\n\n\nready\n".formatted(other.pid(), data.database()));
    start().close();
    assertThat(text(other, "select 'alive'")).isEqualTo("alive");
  }

  private static PgServer start() throws IOException {
    return PgServer.start(data, binaries, List.of());
  }

  private static String text(PgServer server, String sql) throws IOException {
    return run(server.superuser().setDatabase(PgCluster.DATABASE), sql);
  }

  private static String run(PgConnectOptions as, String sql) {
    return TestDatabase.await(
        PgConnection.connect(TestDatabase.vertx(), as)
            .compose(c -> c.query(sql).execute().eventually(c::close))
            .map(
                rows ->
                    rows.size() == 0 ? "" : String.valueOf(rows.iterator().next().getValue(0))));
  }

  private static String eventually(PgServer server, String sql) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try {
        return text(server, sql);
      } catch (Exception notYet) { // Vert.x throws a refused connection as it is
        if (System.nanoTime() > deadline) {
          throw new CompletionException("not back within 60 s", notYet);
        }
      }
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
