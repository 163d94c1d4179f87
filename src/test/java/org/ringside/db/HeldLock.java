package org.ringside.db;

import io.vertx.pgclient.PgConnection;

/** A lock that somebody else holds, for a test that wants a statement to wait. */
public final class HeldLock implements AutoCloseable {
  private final PgConnection connection;

  private HeldLock(PgConnection connection) {
    this.connection = connection;
  }

  /** On a whole table, against all who write. */
  public static HeldLock onTable(TestDatabase database, String table) {
    return by(database, "lock table " + table + " in exclusive mode");
  }

  /** Whatever the statement locks, in a transaction of the owner. */
  public static HeldLock by(TestDatabase database, String sql) {
    PgConnection connection =
        TestDatabase.await(PgConnection.connect(TestDatabase.vertx(), database.owner()));
    TestDatabase.await(connection.query("begin").execute());
    TestDatabase.await(connection.query(sql).execute());
    return new HeldLock(connection);
  }

  /** Lets the others go on. */
  @Override
  public void close() {
    TestDatabase.await(connection.query("commit").execute());
    TestDatabase.await(connection.close());
  }
}
