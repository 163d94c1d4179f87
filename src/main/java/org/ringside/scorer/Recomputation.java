package org.ringside.scorer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ringside.fact.Logged;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves, one open contest after another, that the board in memory is what the log says (invariant
 * 2). The log is read in a snapshot taken between two commits and booked on a worker, while facts
 * go on coming; however long it is, the booking takes a fifth of one processor while it lasts and a
 * twentieth in all. Carrying the rows here comes on top.
 */
final class Recomputation {
  private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);

  /** So many times as long as a proof kept a processor busy passes before the next. */
  private static final int PAUSE = 20;

  private final Shard shard;
  private final LogScan scan;
  private int turn;
  private boolean underWay;
  private long notBeforeNanos = System.nanoTime();

  Recomputation(Shard shard) {
    this.shard = shard;
    this.scan = new LogScan(shard);
  }

  /** Takes the next open contest, unless the last one is still being read. */
  void tick() {
    Instant now = shard.clock.instant();
    List<Candidate> candidates =
        shard.books.values().stream()
            .flatMap(book -> book.openSheets(now).stream().map(s -> new Candidate(book, s)))
            .filter(candidate -> candidate.sheets().window().start().isBefore(now))
            .toList();
    if (underWay || candidates.isEmpty() || System.nanoTime() - notBeforeNanos < 0) {
      return;
    }
    Candidate next = candidates.get(turn++ % candidates.size());
    underWay = true;
    prove(next.book(), next.sheets())
        .onFailure(
            failure -> LOG.warn("a board could not be recomputed, will be tried again", failure))
        .onComplete(done -> underWay = false);
  }

  private record Candidate(Scorebook book, Sheets sheets) {}

  private Future<Void> prove(Scorebook book, Sheets sheets) {
    Sheets fromLog = sheets.blank();
    var gentleness = new Gentleness(shard.vertx);
    return shard
        .serial
        .run(
            () -> {
              if (shard.books.get(book.number()) != book) {
                return Future.failedFuture(Engine.loading());
              }
              Map<Place, Counters> inMemory = sheets.content();
              var reading = scan.fill(book, fromLog, Logged::receivedMs, gentleness::rest);
              return reading.fixed().map(fixed -> new Started(inMemory, reading));
            })
        .compose(started -> started.reading().drained().map(started.inMemory()))
        .compose(
            inMemory ->
                shard.workers.executeBlocking(() -> inMemory.equals(fromLog.content()), false))
        .map(
            same -> {
              judge(sheets, same);
              notBeforeNanos = System.nanoTime() + PAUSE * gentleness.spentNanos();
              return null;
            });
  }

  private record Started(Map<Place, Counters> inMemory, LogScan.Reading reading) {}

  private void judge(Sheets sheets, boolean same) {
    if (!same) {
      shard.meters.mismatches.increment();
      LOG.error(
          "contest {} in memory differs from its recomputation from the log: rebuild it with POST"
              + " /api/v1/contests/{}/rebuild",
          sheets.number(),
          sheets.number());
    }
    shard.meters.recomputations.increment();
  }
}
