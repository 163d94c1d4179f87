package org.ringside.credential;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ringside.frame.ProblemCode;

/** The few threads that hash passwords, and the few places in which one more may wait. */
public final class PasswordWorkers implements AutoCloseable {
  /** The same for every caller: nobody is known yet while a password is looked at. */
  public static final ProblemCode SIGN_IN_BUSY =
      new ProblemCode("SIGN_IN_BUSY", 429, "Too many people sign in just now; try again shortly.");

  /** At a quarter of a second each, whoever gets the last place waits two. */
  static final int MAX_WAITING = 8;

  private final Vertx vertx;
  private final ThreadPoolExecutor threads;

  /**
   * @param workers how many passwords are hashed at the same time; each takes a core and 19 MiB
   */
  public PasswordWorkers(Vertx vertx, int workers) {
    this.vertx = vertx;
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
  }

  /**
   * The result comes back to the caller's own loop. Fails at once with {@link #SIGN_IN_BUSY} where
   * all places are taken.
   */
  <T> Future<T> run(Supplier<T> work) {
    var done = new CompletableFuture<T>();
    Future<T> result = Future.fromCompletionStage(done, vertx.getOrCreateContext());
    try {
      threads.execute(() -> complete(done, work));
    } catch (RejectedExecutionException full) {
      return Future.failedFuture(SIGN_IN_BUSY.because(SIGN_IN_BUSY.title()).refused());
    }
    return result;
  }

  /** An error, such as memory running out, must end the wait of the caller as well. */
  private static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
    try {
      done.complete(work.get());
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  /** Takes no more; what was taken is done to the end. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
