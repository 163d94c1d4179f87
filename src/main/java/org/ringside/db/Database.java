package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.io.FileNotFoundException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

  /** A checkpoint, a recomputation and a command that books anew, at the same time. */
  private static final int PATIENT_CONNECTIONS = 3;

  /** Reports at the same time; others wait. */
  private static final int REPORT_CONNECTIONS = 2;

  /** Connections are served by the event loop that asked for them. */
  private static final int CALLERS_LOOP = 0;

  /**
   * Connections are served by another loop than the caller's, as a rule: what they send is large.
   */
  private static final int OWN_LOOP = 1;

  private static final int PIPELINED = 256;
  private static final int STATEMENTS_CACHED = 512;

  private final Vertx vertx;
  private final DatabaseSettings settings;
  private final Pool pool;
  private final Pool patientPool;
  private final Pool reportPool;
  private final Waits waits;
  private final String version;
  private final AtomicLong heardNanos = new AtomicLong(System.nanoTime());

  private Database(Vertx vertx, DatabaseSettings settings, Waits waits, String version) {
    this.vertx = vertx;
    this.settings = settings;
    this.waits = waits;
    this.version = version;
    this.pool = pool("ringside", settings.pool(), waits, CALLERS_LOOP);
    this.patientPool = pool("ringside-patient", PATIENT_CONNECTIONS, waits.patient(), OWN_LOOP);
    this.reportPool = pool("ringside-reports", REPORT_CONNECTIONS, waits.patient(), CALLERS_LOOP);
  }

  /**
   * Migrates where an owner is given, else checks that there is nothing to migrate.
   *
   * @param vertx with the native transport where the database is reached over a Unix socket
   * @return fails with {@link CannotStart} where the database cannot be used as it is
   */
  public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
    return open(vertx, settings, Waits.of(settings.patience()));
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

  /** Speaks for an organisation on one of the connections that all requests share. */
  public TenantClient of(int organisation) {
    return tenants().of(organisation);
  }

  /** The connections that all requests share. */
  public Tenants tenants() {
    return new Tenants(pool);
  }

  /** Connections for reports, which may take their minutes; the scorer never waits for one. */
  public Tenants reportTenants() {
    return new Tenants(reportPool);
  }

  /**
   * Connections for what the scorer does beside the intake and may take its minutes: checkpoints,
   * reading the log through, booking anew. Requests for a row are not held up by it.
   */
  public Tenants patientTenants() {
    return new Tenants(patientPool);
  }

  /**
   * Speaks for nobody: sees no row of any organisation, and asks the few functions that answer
   * whoever has not said yet where he belongs.
   */
  public SqlClient platform() {
    return pool;
  }

  /**
   * A transaction of a writer for an organisation, on a patient connection; fenced like those on
   * his own.
   */
  public <T> Future<T> write(
      Writer writer, int organisation, Function<SqlConnection, Future<T>> work) {
    return patientPool.withTransaction(
        connection ->
            writer.begin(connection, organisation).compose(begun -> work.apply(connection)));
  }

  /** Notes that a dedicated connection was answered: the database does not hang. */
  public void answered() {
    heardNanos.set(System.nanoTime());
  }

  /**
   * After so long without an answer a connection is not to be trusted: its statements may have been
   * carried out or not.
   */
  public int silentSeconds() {
    return waits.silentSeconds();
  }

  /**
   * A connection of its own, for a scorer: pipelined, and closed by nobody else. A statement that
   * runs too long is ended as in the pool; its user notices silence himself, because such a
   * connection may rightly have nothing to say for hours.
   */
  public Future<PgConnection> dedicated() {
    return connect(vertx, waits, settings.app(), waits.connectSeconds());
  }

  /** Where this is and which version it has; nothing secret. */
  public String describe() {
    return "PostgreSQL %s, %s".formatted(version, DatabaseUrl.describe(settings.app()));
  }

  /** Closes the pools; dedicated connections are closed by those who asked for them. */
  public Future<Void> close() {
    return Future.join(pool.close(), patientPool.close(), reportPool.close()).mapEmpty();
  }

  private Pool pool(String name, int size, Waits patience, int loops) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(options(settings.app(), patience))
        .withConnectHandler(made -> watch(made, patience))
        .with(
            new PoolOptions()
                .setName(name)
                .setEventLoopSize(loops)
                .setMaxSize(size)
                .setMaxWaitQueueSize(size * WAITING_PER_CONNECTION)
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

  private void watch(SqlConnection made, Waits patience) {
    Silence.watch(made, waits.silentSeconds(), patience.silentSeconds(), heardNanos);
    made.close(); // gives it to the pool
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

  static Future<PgConnection> connect(
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
        "The database %s cannot be reached: %s".formatted(DatabaseUrl.describe(given), reason(e)),
        e);
  }

  private static String reason(Throwable e) {
    return e instanceof FileNotFoundException
        ? "its socket is not there"
        : String.valueOf(e.getMessage());
  }
}
