package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Knobs;

/**
 * A migrated database of a test's own, on a real PostgreSQL that the whole test run shares. The
 * first one of a run takes about two seconds, each further one some 50 ms, because it is a copy of
 * a template.
 *
 * <pre>{@code
 * class TallySqlTest {
 *   private final TestDatabase database = TestDatabase.fresh();
 *
 *   @AfterEach
 *   void drop() { database.close(); }
 *
 *   @Test
 *   void tally_written_is_read_back() {
 *     Database db = database.open();               // as Main does: checks, pools as ringside_app
 *     TestDatabase.await(StrangerSql.page(db.of(1), 1, ...));
 *     database.asOwner("select ...");              // a look behind the scenes
 *   }
 * }
 * }</pre>
 *
 * <p>Use {@link #vertx()} for whatever talks to it: the socket needs the native transport. Where
 * storage differs between versions, run on both:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void fact_is_stored_once(PostgresVersion version) {
 *   try (TestDatabase database = TestDatabase.fresh(version)) { ... }
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "ringside_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Set<PostgresVersion> TEMPLATES_MADE = EnumSet.noneOf(PostgresVersion.class);

  private final PgServer server;
  private final String name;
  private final Runnable drop;

  private TestDatabase(PgServer server, String name, Runnable drop) {
    this.server = server;
    this.name = name;
    this.drop = drop;
  }

  /** The database of a server that a test has for itself, and ends itself. */
  static TestDatabase on(PgServer server) {
    return new TestDatabase(server, PgCluster.DATABASE, () -> {});
  }

  /** A migrated database on the PostgreSQL that Ringside brings. */
  public static TestDatabase fresh() {
    return fresh(PostgresVersion.EMBEDDED);
  }

  /** A migrated database on that version; the test is skipped where it is not installed. */
  public static TestDatabase fresh(PostgresVersion version) {
    makeTemplate(version);
    return copyOf(TEMPLATE, version);
  }

  /** A database without any table, for tests of migrations. */
  public static TestDatabase empty(PostgresVersion version) {
    return copyOf("template0", version);
  }

  /** Reaches Unix sockets; shared by the run, never to be closed. */
  public static Vertx vertx() {
    return PostgresServers.vertx();
  }

  /** The result of a future, waited for on the test's own thread for at most 30 s. */
  public static <T extends @Nullable Object> T await(Future<T> future) {
    return PostgresServers.await(future);
  }

  /** What {@link Database#open} takes: the application's role and the owner's. */
  public DatabaseSettings settings() {
    return settings(4, 15);
  }

  /** The same with the patience that the knobs set. */
  public DatabaseSettings settings(Knobs knobs) {
    return settings(4, knobs.get(DatabaseKnobs.PATIENCE));
  }

  private DatabaseSettings settings(int pool, int patience) {
    return new DatabaseSettings(app(), Optional.of(owner()), pool, patience);
  }

  /** Opened as {@code Main} opens it; closed by {@code database.close()} of the test. */
  public Database open() {
    return await(Database.open(vertx(), settings()));
  }

  /** Runs SQL as the owner of all tables. */
  public RowSet<Row> asOwner(String sql) {
    return run(owner(), sql);
  }

  /** Runs SQL as the application's role. */
  public RowSet<Row> asApp(String sql) {
    return run(app(), sql);
  }

  /** Runs SQL as the superuser, who sees every row whatever a policy says. */
  public RowSet<Row> asSuperuser(String sql) {
    try {
      return run(server.superuser().setDatabase(name), sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PgConnectOptions app() {
    try {
      return server.app().setDatabase(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PgConnectOptions owner() {
    try {
      return server.owner().setDatabase(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Drops it, whoever is still connected. */
  @Override
  public void close() {
    drop.run();
  }

  private static RowSet<Row> run(PgConnectOptions as, String sql) {
    return await(
        PgConnection.connect(vertx(), as)
            .compose(c -> c.query(sql).execute().eventually(c::close)));
  }

  private static synchronized void makeTemplate(PostgresVersion version) {
    if (TEMPLATES_MADE.contains(version)) {
      return;
    }
    create(TEMPLATE, "template0", version);
    TestDatabase template = named(TEMPLATE, version);
    Database database = template.open();
    await(database.close());
    TEMPLATES_MADE.add(version);
  }

  private static TestDatabase copyOf(String template, PostgresVersion version) {
    String name = "test_" + COUNT.incrementAndGet();
    create(name, template, version);
    return named(name, version);
  }

  private static TestDatabase named(String name, PostgresVersion version) {
    String drop = "drop database if exists %s with (force)".formatted(name);
    return new TestDatabase(
        PostgresServers.running(version), name, () -> PostgresServers.asSuperuser(version, drop));
  }

  private static void create(String name, String template, PostgresVersion version) {
    PostgresServers.asSuperuser(
        version,
        "create database %s template %s owner %s".formatted(name, template, PgCluster.OWNER));
    PostgresServers.asSuperuser(version, PgCluster.grantsOn(name));
  }
}
