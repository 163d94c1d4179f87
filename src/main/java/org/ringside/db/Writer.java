package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.ringside.frame.CannotStart;

/**
 * The right to write a shard's facts. The lock goes with its connection, and other connections of
 * the same server may live on; therefore each taking has a higher term, and every transaction that
 * writes for the shard begins with {@link #begin}, which fails once a later term is taken. The
 * check holds until the commit: a taker waits for the transactions that passed it.
 *
 * @param shard number of the group of organisations, from 0
 * @param term rises by one each time that somebody takes the shard
 */
public record Writer(int shard, long term) {
  /** Takes (shard, term, organisation as text): whether he may write, and for whom. */
  private static final String BEGIN =
      "select assert_term($1, $2), set_config('ringside.organisation', $3, true)";

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

  /**
   * First statement of a shard's every writing transaction, which is one organisation's: checks the
   * term and says for whom it writes.
   *
   * @return fails with SQLSTATE {@link #FENCED} if a later term is taken
   */
  public Future<Void> begin(SqlConnection transaction, int organisation) {
    Tuple values = Tuple.of(shard, term, Integer.toString(organisation));
    return transaction.preparedQuery(BEGIN).execute(values).mapEmpty();
  }

  /**
   * Keeps every writer away as long as this connection lives, without becoming one.
   *
   * @return fails with {@link CannotStart} where a server holds the shard
   */
  static Future<Void> keepOut(SqlConnection connection, int shard) {
    return connection
        .preparedQuery(TRY_LOCK)
        .execute(Tuple.of(shard))
        .compose(
            rows ->
                first(rows).getBoolean("mine")
                    ? Future.<Void>succeededFuture()
                    : refuse(connection, shard).<Void>mapEmpty().recover(Writer::nameless));
  }

  /** Who makes the schema just now holds the shard before there is a table to sign in. */
  private static Future<Void> nameless(Throwable e) {
    return Future.failedFuture(
        e instanceof CannotStart
            ? e
            : new CannotStart("Another Ringside is at work in this database: end that one first."));
  }

  private static Future<Writer> nextTerm(PgConnection connection, int shard, String owner) {
    return connection
        .preparedQuery(TAKE)
        .execute(Tuple.of(shard, owner))
        .map(rows -> new Writer(shard, first(rows).getLong("term")));
  }

  private static Future<Writer> refuse(SqlConnection connection, int shard) {
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
