package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script by which the database container makes the roles, on a plain PostgreSQL 15 as a
 * container has it.
 */
@Timeout(180)
class RolesScriptTest {
  private static final Path SCRIPT = Path.of("build", "compose", "roles.sh").toAbsolutePath();

  @TempDir Path temporary;

  @Test
  void roles_of_the_script_can_migrate_and_serve_and_nobody_else_gets_in() throws Exception {
    PgBinaries binaries = PostgresServers.binaries(PostgresVersion.DEBIAN_15);
    Path bin = Objects.requireNonNull(binaries.postgres().getParent());
    Assumptions.assumeTrue(Files.isExecutable(bin.resolve("psql")), "skipped: no psql");
    Path socket = SocketFolder.fresh(temporary.resolve("note"));
    Process plain = start(binaries, socket);
    try {
      runScript(bin, socket);
      var app = as(socket, "ringside_app", "app's word");
      var owner = as(socket, "ringside_owner", "owner's word");
      Database database =
          TestDatabase.await(
              Database.open(
                  TestDatabase.vertx(), new DatabaseSettings(app, Optional.of(owner), 2, 15)));
      assertThat(database.describe()).startsWith("PostgreSQL 15").contains("as ringside_app");
      TestDatabase.await(database.close());
      execute(as(socket, "postgres", "").setDatabase("postgres"), "create role stranger login");
      assertThatThrownBy(() -> execute(as(socket, "stranger", ""), "select 1"))
          .hasMessageContaining("permission denied for database");
    } finally {
      Postmaster.end(plain.toHandle());
      SocketFolder.remove(socket);
    }
  }

  private Process start(PgBinaries binaries, Path socket) throws Exception {
    Path cluster = temporary.resolve("cluster");
    List<String> initdb =
        List.of(
            binaries.initdb().toString(),
            "--pgdata=" + cluster,
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8");
    PgCommand.Outcome made = PgCommand.run(PgCommand.asThisUser(initdb), "");
    assertThat(made.succeeded()).as(made.output()).isTrue();
    List<String> postgres =
        List.of(
            binaries.postgres().toString(),
            "-D",
            cluster.toString(),
            "-k",
            socket.toString(),
            "-c",
            "listen_addresses=");
    Process process =
        PgCommand.builder(PgCommand.asThisUser(postgres))
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
    awaitReady(cluster, socket, process);
    return process;
  }

  private static void awaitReady(Path cluster, Path socket, Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Postmaster.isReady(cluster, socket, process.pid())) {
      assertThat(process.isAlive() && System.nanoTime() < deadline).as("PostgreSQL runs").isTrue();
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void runScript(Path bin, Path socket) throws Exception {
    var builder = new ProcessBuilder("bash", SCRIPT.toString()).redirectErrorStream(true);
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("PGHOST", socket.toString());
    builder.environment().put("POSTGRES_USER", "postgres");
    builder.environment().put("POSTGRES_DB", "postgres");
    builder.environment().put("RINGSIDE_OWNER_PASSWORD", "owner's word");
    builder.environment().put("RINGSIDE_APP_PASSWORD", "app's word");
    Process script = builder.start();
    String said =
        new String(script.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(said).isZero();
  }

  private static PgConnectOptions as(Path socket, String user, String password) {
    return new PgConnectOptions()
        .setHost(socket.toString())
        .setPort(5432)
        .setDatabase("ringside")
        .setUser(user)
        .setPassword(password);
  }

  private static void execute(PgConnectOptions as, String sql) {
    TestDatabase.await(
        PgConnection.connect(TestDatabase.vertx(), as)
            .compose(c -> c.query(sql).execute().eventually(c::close)));
  }
}
