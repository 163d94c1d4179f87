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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringside.frame.CannotStart;

/** The Java machine is killed with -9 while PostgreSQL runs under it. */
@Timeout(180)
class PgKillTest {
  private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");

  @TempDir Path temporary;

  private final PgBinaries binaries = PostgresServers.binaries(PostgresVersion.EMBEDDED);

  @Test
  void postgres_ends_by_itself_when_its_server_is_killed() throws Exception {
    Assumptions.assumeTrue(PgCommand.onPath("setpriv"), "skipped: no setpriv on this machine");
    Path folder = temporary.resolve("data");
    try (var server = ServerProcess.start(folder, binaries, PATH)) {
      ProcessHandle postgres = server.postgres();
      server.kill();
      postgres.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void postgres_left_behind_is_ended_by_the_next_server_and_every_committed_row_is_there()
      throws Exception {
    Path folder = temporary.resolve("data");
    ProcessHandle leftover;
    try (var server = ServerProcess.start(folder, binaries, pathWithoutDeathSignal())) {
      leftover = server.postgres();
      execute(childsOwner(folder), "create table kept as select 7 as x");
      server.kill();
    }
    assertThat(leftover.isAlive()).as("a postmaster is left behind").isTrue();
    try (DataFolder data = DataFolder.open(folder);
        PgServer next = PgServer.start(data, binaries, List.of())) {
      assertThat(leftover.isAlive()).isFalse();
      assertThat(execute(next.owner(), "select x from kept")).isEqualTo(7);
    }
  }

  @Test
  void folder_held_by_another_process_is_refused_with_its_number() throws Exception {
    Path folder = temporary.resolve("data");
    try (var server = ServerProcess.start(folder, binaries, PATH)) {
      ProcessHandle postgres = server.postgres();
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(CannotStart.class)
          .hasMessageMatching(
              "The data folder .* belongs to a server that is running \\(process \\d+ since .*");
      server.kill();
      postgres.destroy();
      postgres.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void cluster_whose_making_was_cut_off_is_made_anew() throws Exception {
    Path folder = temporary.resolve("data");
    Path half = Files.createDirectories(folder.resolve("database-making-123/base"));
    Files.writeString(half.resolveSibling("PG_VERSION"), "18\n");
    try (DataFolder data = DataFolder.open(folder);
        PgServer server = PgServer.start(data, binaries, List.of())) {
      assertThat(execute(server.app(), "select 1")).isEqualTo(1);
    }
    assertThat(half).doesNotExist();
  }

  @Test
  void binaries_whose_unpacking_was_cut_off_are_unpacked_anew() throws Exception {
    Path half = Files.createDirectories(temporary.resolve("postgres-unpacking-123/bin"));
    Files.writeString(half.resolve("postgres"), "half");
    PgBinaries unpacked = PgBinaries.unpackedIn(temporary);
    assertThat(half).doesNotExist();
    assertThat(PgCommand.run(unpacked.postgres().toString(), "--version").output())
        .isEqualTo("postgres (PostgreSQL) " + PgBinaries.VERSION);
    assertThat(PgBinaries.unpackedIn(temporary)).isEqualTo(unpacked);
  }

  /** What a machine without {@code setpriv} has: nothing ends PostgreSQL when Java is killed. */
  private String pathWithoutDeathSignal() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("path"));
    for (String program : List.of("sh", "unshare", "sync", "true", "setsid")) {
      Path script = folder.resolve(program);
      Files.writeString(script, "#!/bin/sh\nPATH='%s' exec %s \"$@\"\n".formatted(PATH, program));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    return folder.toString();
  }

  private static PgConnectOptions childsOwner(Path folder) throws IOException {
    return new PgConnectOptions()
        .setHost(Files.readString(folder.resolve("postgres.socket")).strip())
        .setUser(PgCluster.OWNER)
        .setDatabase(PgCluster.DATABASE)
        .setPassword(Files.readString(folder.resolve("secrets/owner-password")).strip());
  }

  private static Object execute(PgConnectOptions as, String sql) {
    return TestDatabase.await(
        PgConnection.connect(TestDatabase.vertx(), as)
            .compose(c -> c.query(sql).execute().eventually(c::close))
            .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getValue(0)));
  }
}
