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
 * <p>No wait is without end. A statement is ended by PostgreSQL after {@value #STATEMENT_SECONDS} s
 * ; where PostgreSQL itself says nothing for {@value #SILENT_SECONDS} s, a pooled connection in use
 * is closed and its query fails. The pool gives an idle connection back before that can strike.
 */
public final class Database {
  private static final int CONNECT_SECONDS = 5;
  private static final int STATEMENT_SECONDS = 15;
  private static final int IDLE_SECONDS = 30;
  private static final int SILENT_SECONDS = 60;

  /** Requests that wait for a connection; one more is refused at once. */
  private static final int WAITING_PER_CONNECTION = 64;

  private static final int PIPELINED = 256;
  private static final int STATEMENTS_CACHED = 512;

  private final Vertx vertx;
  private final DatabaseSettings settings;
  private final Pool pool;
  private final String version;

  private Database(Vertx vertx, DatabaseSettings settings, String version) {
    this.vertx = vertx;
    this.settings = settings;
    this.version = version;
    this.pool = pool(vertx, settings);
  }

  /**
   * Migrates where an owner is given, else checks that there is nothing to migrate.
   *
   * @param vertx with the native transport where the database is reached over a Unix socket
   * @return fails with {@link CannotStart} where the database cannot be used as it is
   */
  public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
    var migrator = new Migrator(Migration.all());
    String app = settings.app().getUser();
    Future<?> migrated =
        settings
            .owner()
            .<Future<?>>map(owner -> with(vertx, owner, c -> migrator.migrate(c, app)))
            .orElse(Future.succeededFuture());
    return migrated
        .compose(done -> with(vertx, settings.app(), c -> DatabaseChecks.version(c, migrator)))
        .map(version -> new Database(vertx, settings, version));
  }

  /** The connections that all features share, as the application's role. */
  public Pool pool() {
    return pool;
  }

  /** A connection of its own, for a scorer: pipelined, and closed by nobody else. */
  public Future<PgConnection> dedicated() {
    return connect(vertx, settings.app());
  }

  /** Where this is and which version it has; nothing secret. */
  public String describe() {
    return "PostgreSQL %s, %s".formatted(version, DatabaseUrl.describe(settings.app()));
  }

  public Future<Void> close() {
    return pool.close();
  }

  private static Pool pool(Vertx vertx, DatabaseSettings settings) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(options(settings.app()))
        .with(
            new PoolOptions()
                .setName("ringside")
                .setMaxSize(settings.pool())
                .setMaxWaitQueueSize(settings.pool() * WAITING_PER_CONNECTION)
                .setConnectionTimeout(CONNECT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS))
        .with(
            new NetClientOptions()
                .setConnectTimeout(CONNECT_SECONDS * 1000)
                .setReadIdleTimeout(SILENT_SECONDS)
                .setTcpKeepAlive(true))
        .build();
  }

  private static PgConnectOptions options(PgConnectOptions given) {
    return new PgConnectOptions(given)
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(STATEMENTS_CACHED)
        .setPipeliningLimit(PIPELINED)
        .addProperty("application_name", "ringside")
        .addProperty("statement_timeout", STATEMENT_SECONDS + "s")
        .addProperty("lock_timeout", STATEMENT_SECONDS + "s")
        .addProperty("idle_in_transaction_session_timeout", SILENT_SECONDS + "s")
        .addProperty("timezone", "UTC");
  }

  private static <T> Future<T> with(
      Vertx vertx, PgConnectOptions options, Function<SqlConnection, Future<T>> work) {
    return connect(vertx, options)
        .compose(connection -> work.apply(connection).eventually(connection::close));
  }

  private static Future<PgConnection> connect(Vertx vertx, PgConnectOptions given) {
    if (given.isUsingDomainSocket() && !vertx.isNativeTransportEnabled()) {
      return Future.failedFuture(
          new CannotStart(
              "The database is behind a Unix socket and Vert.x runs without its native transport: start it with setPreferNativeTransport(true) on Linux."));
    }
    return PgConnection.connect(vertx, options(given))
        .timeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .recover(e -> Future.failedFuture(unreachable(given, e)));
  }

  private static CannotStart unreachable(PgConnectOptions given, Throwable e) {
    return new CannotStart(
        "The database %s cannot be reached: %s"
            .formatted(DatabaseUrl.describe(given), e.getMessage()),
        e);
  }
}
