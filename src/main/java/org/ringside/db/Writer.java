package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.ringside.frame.CannotStart;

/**
 * The right to write a shard's facts. The lock goes with its connection, and other connections of
 * the same server may live on; therefore each taking has a higher term, and every transaction that
 * writes for the shard begins with {@link #ASSERT_TERM}, which fails once a later term is taken.
 * The check holds until the commit: a taker waits for the transactions that passed it.
 *
 * @param shard number of the group of organisations, from 0
 * @param term rises by one each time that somebody takes the shard
 */
public record Writer(int shard, long term) {
  /** First statement of a shard's every writing transaction; takes (shard, term). */
  public static final String ASSERT_TERM = "select assert_term($1, $2)";

  /** SQLSTATE of a transaction whose writer is no longer the one. */
  public static final String FENCED = "RS001";

  private static final String TRY_LOCK =
      "select pg_try_advisory_lock(%d, $1) as mine".formatted(Migrator.LOCK_CLASS);

  private static final String TAKE =
      """
      insert into writer as w (shard, term, owner) values ($1, 1, $2)
      on conflict (shard) do update set term = w.term + 1, owner = $2, taken_at = now()
      returning term
      """;

  private static final String SELECT_OWNER = "select owner, taken_at from writer where shard = $1";

  /**
   * Takes the shard on a connection that is from now on the scorer's only one for appending.
   *
   * @param owner who is writing, for whoever finds the shard taken: host and process
   * @return fails with {@link CannotStart} where another server holds the shard
   */
  public static Future<Writer> take(PgConnection connection, int shard, String owner) {
    return connection
        .preparedQuery(TRY_LOCK)
        .execute(Tuple.of(shard))
        .compose(
            rows ->
                first(rows).getBoolean("mine")
                    ? nextTerm(connection, shard, owner)
                    : refuse(connection, shard));
  }

  /** The arguments of {@link #ASSERT_TERM}. */
  public Tuple arguments() {
    return Tuple.of(shard, term);
  }

  private static Future<Writer> nextTerm(PgConnection connection, int shard, String owner) {
    return connection
        .preparedQuery(TAKE)
        .execute(Tuple.of(shard, owner))
        .map(rows -> new Writer(shard, first(rows).getLong("term")));
  }

  private static Future<Writer> refuse(PgConnection connection, int shard) {
    return connection
        .preparedQuery(SELECT_OWNER)
        .execute(Tuple.of(shard))
        .compose(rows -> Future.failedFuture(taken(rows)));
  }

  private static CannotStart taken(RowSet<Row> rows) {
    return new CannotStart(
        "Another Ringside writes into this database (%s): stop that one first, or give this one a database of its own."
            .formatted(rows.size() == 0 ? "it has not said who it is" : owner(first(rows))));
  }

  private static String owner(Row row) {
    OffsetDateTime since = row.getOffsetDateTime("taken_at").truncatedTo(ChronoUnit.SECONDS);
    return "%s, since %s"
        .formatted(row.getString("owner"), since.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }
}
