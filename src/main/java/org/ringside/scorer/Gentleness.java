package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * Leaves the scorer's loop to the facts between two portions of a long reading, and knows how long
 * the reading kept it. Lives on that loop.
 */
final class Gentleness {
  /** So many times as long as a portion took is rested after it. */
  private static final int REST = 3;

  private final Vertx vertx;
  private long portionStarted;
  private boolean inPortion;
  private long spentNanos;

  Gentleness(Vertx vertx) {
    this.vertx = vertx;
  }

  /** To be called for each fact. */
  void working() {
    if (!inPortion) {
      inPortion = true;
      portionStarted = System.nanoTime();
    }
  }

  /** To be called between two portions. */
  Future<Void> rest() {
    long tookNanos = System.nanoTime() - portionStarted;
    spentNanos += tookNanos;
    inPortion = false;
    long ms = TimeUnit.NANOSECONDS.toMillis(REST * tookNanos);
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
