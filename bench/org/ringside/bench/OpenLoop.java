package org.ringside.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Sends requests when they are due, whatever became of those before. Lives on the loop of the
 * context that starts it; its timer looks every millisecond, and what is late by that is charged to
 * the server too.
 */
final class OpenLoop {
  private final Vertx vertx;
  private final double perSecond;
  private final long total;
  private final Request request;
  private final Outcomes outcomes = new Outcomes();
  private final Promise<Outcomes> done = Promise.promise();
  private long startNanos;
  private long sent;
  private long answered;

  /** How to send one. */
  @FunctionalInterface
  interface Request {
    /**
     * @param number of the request, from 0
     * @param dueNanos when it is due, {@link System#nanoTime()}
     * @return its outcome; must not fail
     */
    Future<Outcome> send(long number, long dueNanos);
  }

  /**
   * @param perSecond requests a second
   * @param seconds how long
   */
  OpenLoop(Vertx vertx, double perSecond, double seconds, Request request) {
    this.vertx = vertx;
    this.perSecond = perSecond;
    this.total = Math.round(perSecond * seconds);
    this.request = request;
  }

  /** Completes when the last request was answered. */
  Future<Outcomes> run() {
    startNanos = System.nanoTime();
    outcomes.begin(startNanos);
    vertx.setPeriodic(1, this::sendDue);
    return done.future();
  }

  private void sendDue(long timer) {
    long now = System.nanoTime();
    while (sent < total && dueNanos(sent) <= now) {
      send(sent++);
    }
    if (sent == total) {
      vertx.cancelTimer(timer);
    }
  }

  private long dueNanos(long number) {
    return startNanos + (long) (number * 1e9 / perSecond);
  }

  private void send(long number) {
    long due = dueNanos(number);
    request
        .send(number, due)
        .onSuccess(
            outcome -> {
              outcomes.add(outcome, due, System.nanoTime());
              if (++answered == total) {
                done.complete(outcomes);
              }
            })
        .onFailure(done::tryFail);
  }
}
