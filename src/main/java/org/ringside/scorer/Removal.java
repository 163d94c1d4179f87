package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.ringside.fact.HorizonSql;

/**
 * Removes sealed facts to their end: finds a portion while others are at work, removes it while the
 * log is at rest, and rests. Lives on the scorer's loop.
 */
final class Removal {
  private final LongFunction<Future<List<HorizonSql.Place>>> find;
  private final Function<List<HorizonSql.Place>, Future<Integer>> remove;
  private final Gentleness gentleness;
  private final Promise<Long> done = Promise.promise();
  private long removed;

  /**
   * @param find the next ones, behind a position of the log
   * @param remove gives how many of them went
   */
  Removal(
      Vertx vertx,
      LongFunction<Future<List<HorizonSql.Place>>> find,
      Function<List<HorizonSql.Place>, Future<Integer>> remove) {
    this.find = find;
    this.remove = remove;
    this.gentleness = new Gentleness(vertx);
  }

  /** Gives how many facts there were. */
  Future<Long> all() {
    next(0);
    return done.future();
  }

  /** One portion after the other; futures inside futures would be as deep as the log is long. */
  private void next(long after) {
    find.apply(after)
        .onFailure(done::fail)
        .onSuccess(
            found -> {
              if (found.isEmpty()) {
                done.complete(removed);
              } else {
                remove(found);
              }
            });
  }

  private void remove(List<HorizonSql.Place> found) {
    long started = System.nanoTime();
    remove
        .apply(found)
        .onFailure(done::fail)
        .onSuccess(
            gone -> {
              removed += gone;
              gentleness
                  .rest(System.nanoTime() - started)
                  .onSuccess(rested -> next(found.getLast().seq()));
            });
  }
}
