package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.ProblemCode;

/**
 * Runs asynchronous commands one after the other, each to its end before the next begins. Lives on
 * one event loop. A command that fails does not stop those behind it.
 */
final class Serial {
  /** Commands that wait; the group commit is one command however many facts wait for it. */
  private static final int MAX_WAITING = 1000;

  private final Deque<Command<?>> waiting = new ArrayDeque<>();
  private @Nullable Command<?> running;

  /** A command and whoever waits for its outcome. */
  private record Command<T>(Supplier<Future<T>> work, Promise<T> outcome) {
    Future<T> start() {
      try {
        return work.get().onComplete(this::tell);
      } catch (RuntimeException e) {
        outcome.tryFail(e);
        return Future.failedFuture(e);
      }
    }

    private void tell(@Nullable T result, @Nullable Throwable failure) {
      if (failure == null) {
        outcome.tryComplete(result);
      } else {
        outcome.tryFail(failure);
      }
    }
  }

  <T> Future<T> run(Supplier<Future<T>> work) {
    if (waiting.size() >= MAX_WAITING) {
      return Future.failedFuture(
          ProblemCode.OVERLOADED.because(MAX_WAITING + " commands are waiting.").refused());
    }
    var command = new Command<T>(work, Promise.promise());
    waiting.add(command);
    next();
    return command.outcome().future();
  }

  int waiting() {
    return waiting.size();
  }

  /**
   * Answers everybody who waits. Commands that have not begun never will; the one that is under way
   * still holds up what comes later, until it has ended by itself.
   */
  void giveUp(Throwable why) {
    var told = new ArrayDeque<>(waiting);
    waiting.clear();
    if (running != null) {
      told.addFirst(running);
    }
    told.forEach(command -> command.outcome().tryFail(why));
  }

  private void next() {
    if (running == null && !waiting.isEmpty()) {
      Command<?> command = waiting.remove();
      running = command;
      command
          .start()
          .onComplete(
              ended -> {
                running = null;
                next();
              });
    }
  }
}
