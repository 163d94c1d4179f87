package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * Speaks to the database for one organisation: sees its rows alone, and is refused the writing of
 * any other's. Each statement is a transaction of its own, sent in one flight: it takes as long as
 * the statement alone would.
 *
 * <p>Safe from any thread; holds no connection.
 */
public final class TenantClient implements SqlClient {
  private final Pool pool;
  private final int organisation;

  TenantClient(Pool pool, int organisation) {
    this.pool = pool;
    this.organisation = organisation;
  }

  /** One statement without values; prepared like any other. */
  @Override
  public Query<RowSet<Row>> query(String sql) {
    return preparedQuery(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new TenantQuery<>(this, connection -> connection.preparedQuery(sql));
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return new TenantQuery<>(this, connection -> connection.preparedQuery(sql, options));
  }

  /**
   * A transaction: committed when the work is done, rolled back when it fails, with the failure of
   * the work.
   */
  public <T> Future<T> inTransaction(Function<SqlConnection, Future<T>> work) {
    return pool.withTransaction(
        connection ->
            Tenants.speakFor(connection, organisation).compose(told -> work.apply(connection)));
  }

  /**
   * Reads as of one instant; nothing can be changed.
   *
   * @param reading called when the snapshot is fixed; may be a cursor's
   */
  public <T> Future<T> inSnapshot(Function<SqlConnection, Future<T>> reading) {
    return pool.getConnection()
        .compose(
            connection ->
                Tenants.inSnapshot(connection, organisation, reading)
                    .onComplete(read -> connection.close()));
  }

  /**
   * One statement, sent with all that is around it before anything is answered. The first failure
   * is the cause of those behind it; the commit of what failed undoes it, and leaves the connection
   * as it was.
   */
  <T> Future<T> inOneFlight(Function<SqlConnection, Future<T>> statement) {
    return pool.getConnection()
        .compose(connection -> fly(connection, statement).onComplete(landed -> connection.close()));
  }

  private <T> Future<T> fly(
      SqlConnection connection, Function<SqlConnection, Future<T>> statement) {
    Future<?> begun = connection.query("begin").execute();
    Future<?> told = Tenants.speakFor(connection, organisation);
    Future<T> done = Future.succeededFuture().compose(sent -> statement.apply(connection));
    Future<?> ended = connection.query("commit").execute();
    return Future.join(begun, told, done, ended)
        .transform(all -> begun.compose(in -> told).compose(spoken -> done))
        .compose(result -> ended.map(result));
  }

  /** Closes nothing: the connections are everybody's. */
  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
