package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import org.ringside.fact.FactSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes tallies while the log is still being read from another connection, so that what a long
 * history moves need not fit into memory. For one transaction, on the scorer's loop.
 */
final class Spill {
  private static final Logger LOG = LoggerFactory.getLogger(Spill.class);

  /** Tallies that are kept in memory before they are written; some 4 MiB. */
  private static final int MOST_TALLIES = 2_000;

  private static final long TOLD_PORTIONS = 1_000_000 / FactSql.FETCH;

  private final SqlConnection transaction;
  private final Scorebook book;
  private final Pending booked;
  private long portions;

  /**
   * @param booked what is being booked, as differences to add
   */
  Spill(SqlConnection transaction, Scorebook book, Pending booked) {
    this.transaction = transaction;
    this.book = book;
    this.booked = booked;
  }

  /** To be called after each portion of the log; a silent transaction is ended by the database. */
  Future<Void> portion() {
    portions++;
    if (portions % TOLD_PORTIONS == 0) {
      LOG.info(
          "organisation {}: {} facts looked at so far", book.number(), portions * FactSql.FETCH);
    }
    return booked.tallies.size() < MOST_TALLIES
        ? transaction.query("select 1").execute().mapEmpty()
        : write(booked.takeTallies());
  }

  /** Writes what is left, sheets included. */
  Future<Void> end() {
    return write(booked);
  }

  private Future<Void> write(Pending part) {
    return CheckpointSql.add(transaction, book.number(), part, book.position());
  }
}
