package org.ringside.db;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ringside.frame.CannotStart;

/**
 * The embedded PostgreSQL: durable, reachable over a Unix socket in a private folder and by no
 * other way, and never longer alive than this process where the machine can see to that.
 *
 * <p>All methods block; call them from no event loop.
 */
public final class PgServer implements AutoCloseable {
  /** Crash recovery after a hard end reads at most {@code max_wal_size} again. */
  private static final long READY_SECONDS = 120;

  private static final int PORT = 5432; // names the socket's file; no network port is opened

  private final DataFolder data;
  private final Path cluster;
  private final Path socket;
  private final PgKeeper keeper;

  private PgServer(DataFolder data, Path cluster, Path socket, PgKeeper keeper) {
    this.data = data;
    this.cluster = cluster;
    this.socket = socket;
    this.keeper = keeper;
  }

  /**
   * Starts the database of the data folder, making it first where there is none (a few seconds).
   *
   * @throws CannotStart with what is in the way and what to do about it
   */
  public static PgServer start(DataFolder data) {
    try {
      return start(data, PgBinaries.unpackedIn(data.root()), List.of());
    } catch (IOException e) {
      throw new CannotStart("The embedded PostgreSQL does not start: " + e, e);
    }
  }

  static PgServer start(DataFolder data, PgBinaries binaries, List<String> settings)
      throws IOException {
    Path cluster = PgCluster.in(data, binaries);
    Postmaster.endLeftover(cluster);
    Path socket = SocketFolder.fresh(data.socketNote());
    List<String> words = words(binaries, cluster, socket, settings);
    var keeper = PgKeeper.start(words, cluster, new PgLog(data.postgresLog()));
    var server = new PgServer(data, cluster, socket, keeper);
    server.awaitReady();
    keeper.persist();
    return server;
  }

  /**
   * What the application's role connects with to the database of a server that is running on that
   * folder, for tools beside it.
   *
   * @throws CannotStart where the server has not come so far yet, or is another user's
   */
  public static PgConnectOptions appOfRunning(Path folder) {
    return ofRunning(folder, PgCluster.APP, "app-password");
  }

  /** The same for the owner's role: a backup reads every table, whatever the application may. */
  public static PgConnectOptions ownerOfRunning(Path folder) {
    return ofRunning(folder, PgCluster.OWNER, "owner-password");
  }

  private static PgConnectOptions ofRunning(Path folder, String role, String secret) {
    try {
      return options(
          Path.of(Files.readString(folder.resolve("postgres.socket")).strip()),
          role,
          Files.readString(folder.resolve("secrets").resolve(secret)).strip());
    } catch (IOException e) {
      throw new CannotStart(
          "The database of the server that runs on %s cannot be found: %s".formatted(folder, e), e);
    }
  }

  /** What the application connects with: the role that owns nothing. */
  public PgConnectOptions app() throws IOException {
    return as(PgCluster.APP, "app-password");
  }

  /** What migrations connect with: the owner of every table. */
  public PgConnectOptions owner() throws IOException {
    return as(PgCluster.OWNER, "owner-password");
  }

  /** For tests and tools that make or drop databases. */
  PgConnectOptions superuser() throws IOException {
    return as(PgCluster.SUPERUSER, "superuser-password").setDatabase("postgres");
  }

  /** Fast shutdown: open transactions are rolled back, a checkpoint is written, the socket goes. */
  @Override
  public void close() throws IOException {
    keeper.end();
    SocketFolder.remove(socket);
    Files.deleteIfExists(data.socketNote());
  }

  long pid() {
    return keeper.process().pid();
  }

  private PgConnectOptions as(String role, String secret) throws IOException {
    return options(socket, role, PrivateFiles.secret(data.secret(secret)));
  }

  private static PgConnectOptions options(Path socket, String role, String password) {
    return new PgConnectOptions()
        .setHost(socket.toString())
        .setPort(PORT)
        .setDatabase(PgCluster.DATABASE)
        .setUser(role)
        .setPassword(password);
  }

  private static List<String> words(
      PgBinaries binaries, Path cluster, Path socket, List<String> more) throws IOException {
    var words = new ArrayList<>(List.of(binaries.postgres().toString(), "-D", cluster.toString()));
    words.addAll(List.of("-k", socket.toString(), "-p", Integer.toString(PORT)));
    for (String setting : PgSettings.ALL) {
      words.addAll(List.of("-c", setting));
    }
    for (String setting : more) {
      words.addAll(List.of("-c", setting));
    }
    return PgCommand.asServer(words);
  }

  private void awaitReady() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (!Postmaster.isReady(cluster, socket, pid())) {
      if (endsWithin10Millis()) {
        throw new CannotStart("The embedded PostgreSQL ended while starting: " + lastWords());
      }
      if (System.nanoTime() > deadline) {
        close();
        throw new CannotStart(
            "The embedded PostgreSQL was not ready after %d s: %s"
                .formatted(READY_SECONDS, lastWords()));
      }
    }
  }

  private boolean endsWithin10Millis() throws IOException {
    try {
      return keeper.process().waitFor(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while PostgreSQL was starting", e);
    }
  }

  private String lastWords() throws IOException {
    Path log = data.postgresLog();
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    Optional<String> fatal = lines.reversed().stream().filter(PgServer::isFatal).findFirst();
    return "%s (see %s)".formatted(fatal.orElse("no reason given"), log);
  }

  private static boolean isFatal(String line) {
    return line.contains("FATAL") || line.contains("PANIC");
  }
}
