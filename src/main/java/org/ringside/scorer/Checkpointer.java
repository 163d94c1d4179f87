package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ringside.source.SourceSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was booked since the last checkpoint, off the path of the receipts: on a connection
 * of the pool, while facts go on being appended. Lives on the scorer's loop.
 *
 * <p>If the outcome of a checkpoint is unknown, the memory is dropped and loaded again ({@link
 * Shard#inTransaction}); one that is tried again was not written.
 */
final class Checkpointer {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final long RETRY_MS = 1000;

  /** So many times as long as a portion took is rested after it. */
  private static final int REST = 2;

  /** What takes longer than half of it waits for something else than a processor. */
  private static final long MOST_REST_MS = 200;

  private final Shard shard;
  private final Map<Integer, Future<Void>> underWay = new HashMap<>();
  private final Map<Integer, CheckpointPace> paces = new HashMap<>();

  /** Organisations for which somebody waits for the end of a checkpoint. */
  private final Set<Integer> awaited = new HashSet<>();

  Checkpointer(Shard shard) {
    this.shard = shard;
  }

  /** Begins a checkpoint of every organisation for which one is due and that is not at it. */
  void tick() {
    for (Scorebook book : shard.books.values()) {
      if (!underWay.containsKey(book.number()) && pace(book).due(nowMs(), book.position())) {
        begin(book);
      }
    }
  }

  private CheckpointPace pace(Scorebook book) {
    return paces.computeIfAbsent(
        book.number(), number -> new CheckpointPace(nowMs(), book.position()));
  }

  private static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /**
   * Writes everything that is in memory now. To be run by a command, while nothing is appended:
   * when it completes, the tables contain every fact of the log.
   */
  Future<Void> flush(Scorebook book) {
    awaited.add(book.number());
    return shard
        .inTime(afterAllUnderWay(book))
        .onComplete(written -> awaited.remove(book.number()));
  }

  /** Several may wait for the same one; then the first of them begins the next. */
  private Future<Void> afterAllUnderWay(Scorebook book) {
    Future<Void> before = underWay.get(book.number());
    return before == null ? begin(book) : before.compose(done -> afterAllUnderWay(book));
  }

  private Future<Void> begin(Scorebook book) {
    if (shard.books.get(book.number()) != book) {
      return Future.failedFuture(Engine.loading());
    }
    if (book.allWritten()) {
      shard.meters.checkpointedMs.set(shard.clock.millis());
      pace(book).written(nowMs(), 0, book.position());
      return writeHeard(book);
    }
    Checkpoint taken = book.takeCheckpoint();
    Promise<Void> done = Promise.promise();
    underWay.put(book.number(), done.future());
    write(book, taken, done);
    return done.future();
  }

  private void write(Scorebook book, Checkpoint taken, Promise<Void> done) {
    long started = System.nanoTime();
    shard
        .workers
        .executeBlocking(() -> CheckpointWrites.of(book.number(), taken), false)
        .compose(
            statements ->
                shard.inTransaction(
                    book,
                    other ->
                        CheckpointSql.write(other, statements, took -> rest(book.number(), took))))
        .compose(written -> writeHeard(book))
        .onSuccess(
            written -> {
              long took = System.nanoTime() - started;
              shard.meters.checkpoint.record(took, TimeUnit.NANOSECONDS);
              pace(book).written(nowMs(), TimeUnit.NANOSECONDS.toMillis(took), taken.position());
              finish(book, done);
            })
        .onFailure(
            failure -> {
              LOG.warn(
                  "checkpoint of organisation {} failed, will be tried again",
                  book.number(),
                  failure);
              retryLater(book, taken, done);
            });
  }

  /** Leaves the processors to the facts for a while, unless somebody waits for the end. */
  private Future<Void> rest(int organisation, long tookNanos) {
    long ms = Math.min(TimeUnit.NANOSECONDS.toMillis(REST * tookNanos), MOST_REST_MS);
    if (ms == 0 || awaited.contains(organisation)) {
      return Future.succeededFuture();
    }
    Promise<Void> rested = Promise.promise();
    shard.vertx.setTimer(ms, timer -> rested.complete());
    return rested.future();
  }

  private void retryLater(Scorebook book, Checkpoint taken, Promise<Void> done) {
    shard.vertx.setTimer(RETRY_MS, timer -> retry(book, taken, done));
  }

  private void retry(Scorebook book, Checkpoint taken, Promise<Void> done) {
    if (shard.books.get(book.number()) != book) {
      // The memory was dropped and loaded again meanwhile: these differences are in the new one.
      underWay.remove(book.number(), done.future());
      done.fail(Engine.loading());
      return;
    }
    write(book, taken, done);
  }

  private void finish(Scorebook book, Promise<Void> done) {
    shard.meters.checkpointedMs.set(shard.clock.millis());
    underWay.remove(book.number(), done.future());
    done.complete();
  }

  /** For the next start alone: what cannot be written now is written with the next checkpoint. */
  private Future<Void> writeHeard(Scorebook book) {
    Set<Integer> numbers = book.takeHeard();
    List<SourceSql.Heard> heard = heard(book, numbers);
    return heard.isEmpty()
        ? Future.succeededFuture()
        : SourceSql.heard(shard.database.of(book.number()), book.number(), heard)
            .onFailure(failure -> book.stillHeard(numbers))
            .recover(
                failure -> {
                  LOG.warn("what sources were last heard was not written", failure);
                  return Future.succeededFuture();
                });
  }

  private static List<SourceSql.Heard> heard(Scorebook book, Set<Integer> numbers) {
    List<SourceSql.Heard> heard = new ArrayList<>();
    for (int number : numbers) {
      Scorebook.Heartbeat heartbeat = book.heartbeat(number);
      var source = book.sources().get(number);
      if (heartbeat != null && source != null) {
        heard.add(
            new SourceSql.Heard(
                source,
                Instant.ofEpochMilli(heartbeat.untilMs()),
                Instant.ofEpochMilli(heartbeat.seenMs())));
      }
    }
    return heard;
  }

  /** Forgets what was under way, because the memory is loaded again. */
  void reset() {
    underWay.clear();
    paces.clear();
    awaited.clear();
  }
}
