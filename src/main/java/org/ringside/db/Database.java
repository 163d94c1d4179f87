package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ringside.frame.CannotStart;

/**
 * The database as the features use it: reached, of a version that is supported, at this release's
 * schema, with a role that cannot change it.
 *
 * <p>No wait is without end: {@link Waits}.
 */
public final class Database {
  /** Requests that wait for a connection; one more is refused at once. */
  private static final int WAITING_PER_CONNECTION = 64;

  private static final int PIPELINED = 256;
  private static final int STATEMENTS_CACHED = 512;

  private final Vertx vertx;
  private final DatabaseSettings settings;
  private final Pool pool;
  private final Waits waits;
  private final String version;

  private Database(Vertx vertx, DatabaseSettings settings, Waits waits, String version) {
    this.vertx = vertx;
    this.settings = settings;
    this.waits = waits;
    this.version = version;
    this.pool = pool(vertx, settings, waits);
  }

  /**
   * Migrates where an owner is given, else checks that there is nothing to migrate.
   *
   * @param vertx with the native transport where the database is reached over a Unix socket
   * @return fails with {@link CannotStart} where the database cannot be used as it is
   */
  public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
    return open(vertx, settings, Waits.NORMAL);
  }

  static Future<Database> open(Vertx vertx, DatabaseSettings settings, Waits waits) {
    var migrator = new Migrator(Migration.all());
    String app = settings.app().getUser();
    Future<?> migrated =
        settings
            .owner()
            .<Future<?>>map(owner -> with(vertx, waits, owner, c -> migrator.migrate(c, app)))
            .orElse(Future.succeededFuture());
    return migrated
        .compose(
            done -> with(vertx, waits, settings.app(), c -> DatabaseChecks.version(c, migrator)))
        .map(version -> new Database(vertx, settings, waits, version));
  }

  /** The connections that all features share, as the application's role. */
  public Pool pool() {
    return pool;
  }

  /**
   * A connection of its own, for a scorer: pipelined, and closed by nobody else. A statement that
   * runs too long is ended as in the pool; against a network that swallows packets its user gives
   * his future a {@code timeout}, and closes the connection when that strikes.
   */
  public Future<PgConnection> dedicated() {
    return connect(vertx, waits, settings.app(), waits.connectSeconds());
  }

  /** Where this is and which version it has; nothing secret. */
  public String describe() {
    return "PostgreSQL %s, %s".formatted(version, DatabaseUrl.describe(settings.app()));
  }

  /** Closes the pool; dedicated connections are closed by those who asked for them. */
  public Future<Void> close() {
    return pool.close();
  }

  private static Pool pool(Vertx vertx, DatabaseSettings settings, Waits waits) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(options(settings.app(), waits))
        .with(
            new PoolOptions()
                .setName("ringside")
                .setMaxSize(settings.pool())
                .setMaxWaitQueueSize(settings.pool() * WAITING_PER_CONNECTION)
                .setConnectionTimeout(waits.connectSeconds())
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(waits.idleSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS))
        .with(
            new NetClientOptions()
                .setConnectTimeout(waits.connectSeconds() * 1000)
                .setTcpUserTimeout(waits.deadSeconds() * 1000)
                .setTcpKeepAlive(true))
        .build();
  }

  private static PgConnectOptions options(PgConnectOptions given, Waits waits) {
    return new PgConnectOptions(given)
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(STATEMENTS_CACHED)
        .setPipeliningLimit(PIPELINED)
        .addProperty("application_name", "ringside")
        .addProperty("statement_timeout", waits.statementSeconds() + "s")
        .addProperty("lock_timeout", waits.statementSeconds() + "s")
        .addProperty("idle_in_transaction_session_timeout", waits.deadSeconds() + "s")
        .addProperty("timezone", "UTC");
  }

  private static <T> Future<T> with(
      Vertx vertx, Waits waits, PgConnectOptions as, Function<SqlConnection, Future<T>> work) {
    return connect(vertx, waits, as, waits.reachSeconds())
        .compose(connection -> work.apply(connection).eventually(connection::close));
  }

  private static Future<PgConnection> connect(
      Vertx vertx, Waits waits, PgConnectOptions given, int seconds) {
    if (given.isUsingDomainSocket() && !vertx.isNativeTransportEnabled()) {
      return Future.failedFuture(
          new CannotStart(
              "The database is behind a Unix socket and Vert.x runs without its native transport: start it with setPreferNativeTransport(true) on Linux."));
    }
    Future<PgConnection> connecting = PgConnection.connect(vertx, options(given, waits));
    return connecting
        .timeout(seconds, TimeUnit.SECONDS)
        .onFailure(late -> connecting.onSuccess(PgConnection::close)) // nobody's any more
        .recover(e -> Future.failedFuture(unreachable(given, e)));
  }

  private static CannotStart unreachable(PgConnectOptions given, Throwable e) {
    return new CannotStart(
        "The database %s cannot be reached: %s"
            .formatted(DatabaseUrl.describe(given), e.getMessage()),
        e);
  }
}
