package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Real PostgreSQL servers, one of each version in a test run, started when first asked for. */
final class PostgresServers {
  private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();
  private static final Path DEBIAN_15 = Path.of("/usr/lib/postgresql/15/bin");

  /** A server for tests forgets what a crash would cost it: that is what makes it quick. */
  private static final List<String> QUICK =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");

  private static final Map<PostgresVersion, PgServer> RUNNING =
      new EnumMap<>(PostgresVersion.class);

  private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));

  private PostgresServers() {}

  /** Can reach Unix sockets, which a plain {@code Vertx.vertx()} cannot; never closed by a test. */
  static Vertx vertx() {
    return VERTX;
  }

  static synchronized PgServer running(PostgresVersion version) {
    return RUNNING.computeIfAbsent(version, PostgresServers::start);
  }

  /** Runs statements as the superuser of that server's {@code postgres} database. */
  static RowSet<Row> asSuperuser(PostgresVersion version, String sql) {
    try {
      return await(
          PgConnection.connect(VERTX, running(version).superuser())
              .compose(c -> c.query(sql).execute().eventually(c::close)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result, waited for on the test's own thread for at most 30 s. */
  static <T extends @Nullable Object> T await(Future<T> future) {
    return future.timeout(30, TimeUnit.SECONDS).await();
  }

  static PgBinaries binaries(PostgresVersion version) {
    try {
      return switch (version) {
        case EMBEDDED -> PgBinaries.unpackedIn(BINARIES);
        case DEBIAN_15 -> debian15();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PgBinaries debian15() {
    Assumptions.assumeTrue(
        Files.isExecutable(DEBIAN_15.resolve("postgres")),
        "skipped: PostgreSQL 15 is not installed (Debian's package postgresql-15)");
    return new PgBinaries(DEBIAN_15, 15);
  }

  private static PgServer start(PostgresVersion version) {
    try {
      PgBinaries binaries = binaries(version);
      DataFolder data = DataFolder.open(Files.createTempDirectory("ringside-test-"));
      PgServer server = PgServer.start(data, binaries, QUICK);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, data)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(PgServer server, DataFolder data) {
    try {
      server.close();
      data.close();
      PrivateFiles.remove(data.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
