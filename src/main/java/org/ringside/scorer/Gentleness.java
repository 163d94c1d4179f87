package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * Leaves the processors to the facts between two portions of a long reading, and knows how long the
 * reading kept one. Lives on the scorer's loop.
 */
final class Gentleness {
  /** So many times as long as a portion took is rested after it. */
  private static final int REST = 4;

  /** What takes longer waits for something else than a processor. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Vertx vertx;
  private long spentNanos;

  Gentleness(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * To be called after a portion.
   *
   * @return completes when the next may begin
   */
  Future<Void> rest(long tookNanos) {
    long worked = Math.min(tookNanos, LONGEST_NANOS);
    spentNanos += worked;
    long ms = TimeUnit.NANOSECONDS.toMillis(REST * worked);
    if (ms == 0) {
      return Future.succeededFuture();
    }
    Promise<Void> rested = Promise.promise();
    vertx.setTimer(ms, timer -> rested.complete());
    return rested.future();
  }

  /** Rests left out. */
  long spentNanos() {
    return spentNanos;
  }
}
