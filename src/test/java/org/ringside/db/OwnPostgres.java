package org.ringside.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A durable PostgreSQL of one test, which it may stop in its tracks or crash. Only processes of
 * this very cluster are ever signalled.
 */
public final class OwnPostgres implements AutoCloseable {
  private final DataFolder data;
  private final PgServer server;

  private OwnPostgres(DataFolder data, PgServer server) {
    this.data = data;
    this.server = server;
  }

  /** Made and started: some three seconds. */
  public static OwnPostgres start() {
    try {
      DataFolder data = DataFolder.open(Files.createTempDirectory("ringside-own-"));
      PgBinaries binaries = PostgresServers.binaries(PostgresVersion.EMBEDDED);
      return new OwnPostgres(data, PgServer.start(data, binaries, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its one database, which whoever opens it migrates. */
  public TestDatabase database() {
    return TestDatabase.on(server);
  }

  /** Stops all its processes in their tracks: connections stay and nobody answers. */
  public void freeze() {
    signal("STOP");
  }

  /** Lets them go on. */
  public void thaw() {
    signal("CONT");
  }

  /** Immediate shutdown, as {@code pg_ctl stop -m immediate}; its keeper starts it again. */
  public void crash() {
    send("QUIT", server.pid());
  }

  private void signal(String name) {
    ProcessHandle.of(server.pid())
        .ifPresent(
            postmaster -> {
              send(name, postmaster.pid()); // first: from then on it makes no further process
              postmaster.descendants().forEach(backend -> send(name, backend.pid()));
            });
  }

  private static void send(String name, long pid) {
    try {
      PgCommand.runSilently("sh", "-c", "kill -%s %d".formatted(name, pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      thaw();
      server.close();
      data.close();
      PrivateFiles.remove(data.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
