package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Runs asynchronous commands one after the other, each to its end before the next begins. Lives on
 * one event loop. A command that fails does not stop those behind it.
 */
final class Serial {
  /** Commands that wait; the group commit is one command however many facts wait for it. */
  private static final int MAX_WAITING = 1000;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  <T> Future<T> run(Supplier<Future<T>> command) {
    if (waiting.size() >= MAX_WAITING) {
      return Future.failedFuture(
          org.ringside.frame.ProblemCode.OVERLOADED
              .because(MAX_WAITING + " commands are waiting.")
              .refused());
    }
    Promise<T> outcome = Promise.promise();
    waiting.add(
        () ->
            start(command)
                .onComplete(
                    result -> {
                      busy = false;
                      outcome.handle(result);
                      next();
                    }));
    next();
    return outcome.future();
  }

  int waiting() {
    return waiting.size();
  }

  private void next() {
    if (!busy && !waiting.isEmpty()) {
      busy = true;
      waiting.remove().run();
    }
  }

  private static <T> Future<T> start(Supplier<Future<T>> command) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
