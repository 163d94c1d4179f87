package org.ringside.db;

/**
 * How long anything of the database may be waited for, in seconds.
 *
 * <p>PostgreSQL itself ends a statement that runs too long, and says so. One that is stopped in its
 * tracks, or behind a network that swallows packets, says nothing at all: then the connection is
 * closed from this side after {@link #silentSeconds}: see {@link Silence}.
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
  /** Reading years of facts, or writing all their tallies anew, is no fault. */
  private static final int LONG_STATEMENT_SECONDS = 600;

  private static final int MOST_IDLE_SECONDS = 10;

  /**
   * The usual waits.
   *
   * @param patience longest time of one statement of a request
   */
  static Waits of(int patience) {
    return new Waits(30, 5, patience, Math.min(patience, MOST_IDLE_SECONDS), 30);
  }

  /** For work that nobody waits for in front of a screen. */
  Waits patient() {
    return new Waits(
        reachSeconds,
        connectSeconds,
        Math.max(statementSeconds, LONG_STATEMENT_SECONDS),
        idleSeconds,
        deadSeconds);
  }

  /**
   * Longer than any statement that is answered can take: after so long without a byte nothing will
   * come any more.
   */
  int silentSeconds() {
    return statementSeconds + connectSeconds;
  }
}
