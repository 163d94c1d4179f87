package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ringside.fact.FactSql;
import org.ringside.fact.Logged;

/** Reads windows of the log beside the scorer's own connection. */
final class LogScan {
  /**
   * Intervals are timed at their end and are at most this long: how far behind a window to look.
   */
  static final long LONGEST_INTERVAL_MS = TimeUnit.HOURS.toMillis(24);

  private final Shard shard;

  LogScan(Shard shard) {
    this.shard = shard;
  }

  /**
   * Gives the facts in force of a window, and of the day behind it, to a consumer on the scorer's
   * loop. The log is seen as it is when this is called.
   */
  Future<Void> inForce(int organisation, Instant from, Instant to, Consumer<Logged> consumer) {
    return begin(organisation, from, to, consumer).drained();
  }

  /** The same with a rest after every two thousand facts. */
  Future<Void> inForce(
      int organisation,
      Instant from,
      Instant to,
      Consumer<Logged> consumer,
      Supplier<Future<Void>> between) {
    return begin(organisation, from, to, consumer, between).drained();
  }

  /**
   * The same in two steps.
   *
   * @param fixed completes once the snapshot of the log is fixed: facts may be appended from then
   *     on
   * @param drained completes when the last fact was given
   */
  record Reading(Future<Void> fixed, Future<Void> drained) {}

  Reading begin(int organisation, Instant from, Instant to, Consumer<Logged> consumer) {
    return begin(organisation, from, to, consumer, Future::succeededFuture);
  }

  /** The same with a rest after every two thousand facts. */
  Reading begin(
      int organisation,
      Instant from,
      Instant to,
      Consumer<Logged> consumer,
      Supplier<Future<Void>> between) {
    Promise<Void> fixed = Promise.promise();
    Instant until = to.plusMillis(LONGEST_INTERVAL_MS);
    Future<Void> drained =
        shard
            .database
            .patientPool()
            .withConnection(
                other -> read(other, organisation, from, until, consumer, between, fixed))
            .<Void>mapEmpty()
            .onFailure(fixed::tryFail);
    return new Reading(fixed.future(), drained);
  }

  private static Future<Void> read(
      SqlConnection other,
      int organisation,
      Instant from,
      Instant until,
      Consumer<Logged> consumer,
      Supplier<Future<Void>> between,
      Promise<Void> fixed) {
    return other
        .query("begin isolation level repeatable read read only")
        .execute()
        .compose(begun -> other.query("select 1").execute())
        .onSuccess(seen -> fixed.tryComplete())
        .compose(seen -> FactSql.inForce(other, organisation, from, until, consumer, between))
        .eventually(() -> other.query("rollback").execute());
  }
}
