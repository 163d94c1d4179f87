package org.ringside.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ringside.ChildServer;
import org.ringside.db.PgServer;
import org.ringside.db.Tenants;

/**
 * A server in a process of its own with the benchmark's floor on it, and the event loop that drives
 * it. The server is the one that was built last, started by {@code ./ringside}.
 */
final class Rig implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 300;

  private final ChildServer server = ChildServer.built(ChildServer.temporaryFolder());
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));

  Rig() {
    try {
      server.awaitReady();
      BenchFloor.build(server);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  Vertx vertx() {
    return vertx;
  }

  ChildServer server() {
    return server;
  }

  CpuUse cpu() {
    return CpuUse.now(server.pid(), server.postmasterPid());
  }

  /** Facts in the log. */
  long facts() {
    return number("select count(*) from fact");
  }

  /** Facts in the log that the last checkpoint does not contain: a start books them anew. */
  long factsBehindTheCheckpoint() {
    return number(
        "select count(*) from fact join checkpoint c using (organisation) where fact.seq > c.seq");
  }

  private long number(String sql) {
    return await(
        PgConnection.connect(vertx, PgServer.appOfRunning(server.data()))
            .compose(c -> ofOrganisation(c, sql).eventually(c::close))
            .map(rows -> rows.iterator().next().getLong(0)));
  }

  private static Future<RowSet<Row>> ofOrganisation(PgConnection connection, String sql) {
    return Tenants.inSnapshot(connection, 1, reading -> reading.query(sql).execute());
  }

  /** Waits on the driver's main thread. */
  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("no end within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try (server) {
      await(vertx.close());
    }
  }
}
