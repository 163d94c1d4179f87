package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Connections over which one organisation at a time is spoken for: the only way to the tables that
 * belong to organisations. Row security shows nothing to a statement that does not say for whom it
 * is; what says so ends with its transaction, so nobody finds it left on a connection of a pool.
 *
 * <p>Safe from any thread.
 */
public final class Tenants {
  /** Takes the organisation's number as text; gone with the transaction. */
  private static final String SPEAK_FOR = "select set_config('ringside.organisation', $1, true)";

  private static final String BEGIN_SNAPSHOT = "begin isolation level repeatable read read only";

  private final Pool pool;

  Tenants(Pool pool) {
    this.pool = pool;
  }

  /** What can be said for an organisation, whether it exists or not. */
  public TenantClient of(int organisation) {
    return new TenantClient(pool, organisation);
  }

  /** From now on the transaction that this connection is in speaks for that organisation. */
  public static Future<Void> speakFor(SqlConnection transaction, int organisation) {
    Tuple number = Tuple.of(Integer.toString(organisation));
    return transaction.preparedQuery(SPEAK_FOR).execute(number).mapEmpty();
  }

  /**
   * Reads an organisation's rows as of one instant, on a connection that is in no transaction and
   * that nobody else writes on meanwhile. Nothing can be changed.
   *
   * @param reading called when the snapshot is fixed; may be a cursor's
   */
  public static <T> Future<T> inSnapshot(
      SqlConnection connection, int organisation, Function<SqlConnection, Future<T>> reading) {
    Future<?> begun = connection.query(BEGIN_SNAPSHOT).execute();
    Future<?> told = speakFor(connection, organisation);
    return Future.join(begun, told)
        .compose(fixed -> reading.apply(connection))
        .eventually(() -> connection.query("rollback").execute());
  }
}
