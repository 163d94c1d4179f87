package org.ringside.db;

/**
 * How long anything of the database may be waited for, in seconds.
 *
 * @param connectSeconds for a new connection, and for a free one of the pool
 * @param statementSeconds for a statement, and for a lock; PostgreSQL ends it
 * @param idleSeconds after which the pool closes a connection that nobody uses
 * @param silentSeconds after which a pooled connection that brought nothing is closed: against a
 *     server that hangs. Longer than idle and statement together, so that it never meets a
 *     connection that is merely unused.
 */
record Waits(int connectSeconds, int statementSeconds, int idleSeconds, int silentSeconds) {
  static final Waits NORMAL = new Waits(5, 15, 30, 60);
}
