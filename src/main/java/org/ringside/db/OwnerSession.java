package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.CannotStart;

/**
 * One connection of the role that owns the tables, for commands that read or write all of them,
 * beside a server or without one. Text forms of values are the same on every machine and in every
 * supported version: UTC, ISO dates, numbers with all their digits.
 *
 * <p>Blocks, with an end: no event loop may call it. For one thread. Whatever goes wrong is a
 * {@link CannotStart} with the database's own words.
 */
public final class OwnerSession implements AutoCloseable {
  /** Of the one shard that there is. */
  private static final int SHARD = 0;

  /** Ten minutes for a statement, then PostgreSQL ends it. */
  private static final Waits WAITS = Waits.of(600);

  /** Five minutes behind that, whoever has not answered does not any more. */
  private static final int SILENT_SECONDS = 900;

  private static final String SAME_EVERYWHERE =
      """
      set search_path = public;
      set timezone = 'UTC';
      set datestyle = 'ISO, YMD';
      set intervalstyle = 'postgres';
      set bytea_output = 'hex';
      set extra_float_digits = 1;
      set lc_monetary = 'C';
      set idle_in_transaction_session_timeout = '10min'
      """;

  private final PgConnection connection;

  private OwnerSession(PgConnection connection) {
    this.connection = connection;
  }

  /**
   * @param vertx with the native transport where the database is reached over a Unix socket
   */
  public static OwnerSession open(Vertx vertx, PgConnectOptions owner) {
    PgConnection connection =
        finished(Database.connect(vertx, WAITS, owner, WAITS.reachSeconds()), SILENT_SECONDS);
    var session = new OwnerSession(connection);
    session.run(SAME_EVERYWHERE);
    return session;
  }

  /** The newest step of the schema that this release knows. */
  public static int newestSchema() {
    return Migration.all().getLast().version();
  }

  /** The newest step that the database has; -1 where it has none. */
  public int schema() {
    return await(Migrator.version(connection));
  }

  /**
   * Takes the steps that are missing up to that one, each in a transaction of its own.
   *
   * @param app the role that the steps give its rights to
   */
  public void migrate(String app, int version) {
    await(new Migrator(Migration.upTo(version)).migrate(connection, app));
    run(SAME_EVERYWHERE);
  }

  /** No server can begin to write as long as this session lives; refused where one writes. */
  public void keepWritersOut() {
    await(Writer.keepOut(connection, SHARD));
  }

  /** Runs statements that have no result. */
  public void run(String sql) {
    await(connection.query(sql).execute());
  }

  /** All rows of a short result. */
  public <T> List<T> rows(String sql, Function<Row, T> mapping) {
    var all = new ArrayList<T>();
    await(connection.preparedQuery(sql).execute()).forEach(row -> all.add(mapping.apply(row)));
    return all;
  }

  /** Sends a statement that changes rows; several may be under way. Gives how many it changed. */
  public Future<Integer> send(String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).map(result -> result.rowCount());
  }

  /** A statement whose rows come in portions; in a transaction, which holds the cursor. */
  public Cursor cursor(String sql) {
    PreparedStatement prepared = await(connection.prepare(sql));
    return prepared.cursor();
  }

  /** The result, waited for. */
  public <T extends @Nullable Object> T await(Future<T> future) {
    return finished(future, SILENT_SECONDS);
  }

  /** Ends whatever is under way, and with it the right to keep writers out. */
  @Override
  public void close() {
    finished(connection.close().otherwiseEmpty(), WAITS.reachSeconds());
  }

  private static <T extends @Nullable Object> T finished(Future<T> future, int seconds) {
    try {
      return future.timeout(seconds, TimeUnit.SECONDS).await();
    } catch (CannotStart refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      throw new CannotStart("The database ended the work: %s.".formatted(e.getMessage()), e);
    } catch (Exception late) { // what await throws is not declared
      throw new CannotStart("The database does not answer: %s.".formatted(late.getMessage()), late);
    }
  }
}
