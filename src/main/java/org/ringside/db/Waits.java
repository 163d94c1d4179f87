package org.ringside.db;

/**
 * How long anything of the database may be waited for, in seconds.
 *
 * <p>A PostgreSQL that is stopped in its tracks answers nobody and ends no statement: against that
 * whoever cannot wait gives his future a {@code timeout}. The pool has its connections back when it
 * goes on, and nobody waits for a free one longer than {@code connectSeconds}.
 *
 * @param reachSeconds for the first connections of a start, on a machine that is busy starting
 * @param connectSeconds for a new connection, and for a free one of the pool
 * @param statementSeconds for a statement, and for a lock; PostgreSQL ends it
 * @param idleSeconds after which the pool closes a connection that nobody uses
 * @param deadSeconds after which a transaction that does nothing is ended by PostgreSQL, and a
 *     network connection whose other end acknowledges nothing by the kernel
 */
record Waits(
    int reachSeconds, int connectSeconds, int statementSeconds, int idleSeconds, int deadSeconds) {
  static final Waits NORMAL = new Waits(30, 5, 15, 60, 30);
}
