package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
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
   * loop, in portions of two thousand. The log is seen as it is when this is called.
   *
   * @param consumer the next portion is read when it has done with one
   */
  Future<Void> inForce(
      int organisation, Instant from, Instant to, Function<Stream<Logged>, Future<Void>> consumer) {
    return begin(organisation, from, to, consumer).drained().mapEmpty();
  }

  /**
   * A reading in two steps.
   *
   * @param fixed completes once the snapshot of the log is fixed: facts may be appended from then
   *     on
   * @param drained completes when the last fact was taken, with how many there were
   */
  record Reading(Future<Void> fixed, Future<Long> drained) {}

  /**
   * Books what the log says of a window into blank sheets, on a worker: the scorer's loop stays
   * free for the facts that come meanwhile.
   *
   * @param receivedMs when a fact counts as received (R5)
   * @param rest told how long a portion took, in nanoseconds; the next one begins after it
   */
  Reading fill(
      Scorebook book,
      Sheets blank,
      ToLongFunction<Logged> receivedMs,
      LongFunction<Future<Void>> rest) {
    Booker booker = book.sheetBooker(blank);
    return begin(
        book.number(),
        blank.window().start(),
        blank.window().end(),
        facts ->
            shard
                .workers
                .executeBlocking(() -> book(facts, booker, receivedMs), false)
                .compose(tookNanos -> rest.apply(Objects.requireNonNull(tookNanos))));
  }

  private static long book(Stream<Logged> facts, Booker booker, ToLongFunction<Logged> receivedMs) {
    long started = System.nanoTime();
    facts.forEach(logged -> booker.book(logged, 1, receivedMs.applyAsLong(logged)));
    return System.nanoTime() - started;
  }

  private Reading begin(
      int organisation, Instant from, Instant to, Function<Stream<Logged>, Future<Void>> consumer) {
    Promise<Void> fixed = Promise.promise();
    Instant until = to.plusMillis(LONGEST_INTERVAL_MS);
    Future<Long> drained =
        shard
            .database
            .patientTenants()
            .of(organisation)
            .inSnapshot(
                other -> {
                  fixed.tryComplete();
                  return FactSql.inForcePortions(other, organisation, from, until, consumer);
                })
            .onFailure(fixed::tryFail);
    return new Reading(fixed.future(), drained);
  }
}
