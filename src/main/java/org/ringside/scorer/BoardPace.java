package org.ringside.scorer;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Sends boards out: the first change of a quiet board at once, then at most ten frames a second. A
 * board that is dear to make waits twenty times as long as it takes, at most a second, and so
 * leaves the loop to the facts. Lives on the scorer's loop.
 */
final class BoardPace {
  private static final long INTERVAL_MS = 100;
  private static final long LONGEST_MS = 1000;
  private static final int SHARE = 20;

  private final Shard shard;

  BoardPace(Shard shard) {
    this.shard = shard;
  }

  /**
   * Looks after every board of an organisation that changed.
   *
   * @param sinceNanos when the oldest of the facts was accepted
   */
  void moved(Scorebook book, long sinceNanos) {
    for (ContestDesk desk : book.desks().values()) {
      if (desk.field().changed()) {
        desk.waitingSince(sinceNanos);
        soon(book, desk);
      }
    }
  }

  private void soon(Scorebook book, ContestDesk desk) {
    if (desk.scheduled()) {
      return;
    }
    long intervalMs = intervalMs(desk.costNanos());
    long waitMs = desk.publishedMs() + intervalMs - shard.clock.millis();
    if (waitMs <= 0 || waitMs > intervalMs) {
      publish(book, desk);
    } else {
      desk.schedule();
      shard.vertx.setTimer(waitMs, timer -> publish(book, desk));
    }
  }

  static long intervalMs(long costNanos) {
    return Math.clamp(TimeUnit.NANOSECONDS.toMillis(SHARE * costNanos), INTERVAL_MS, LONGEST_MS);
  }

  /** Sends a board out as it is now; one whose memory was replaced meanwhile stays where it is. */
  void publish(Scorebook book, ContestDesk desk) {
    if (!current(book, desk)) {
      return;
    }
    long started = System.nanoTime();
    Instant now = shard.clock.instant();
    long since = desk.waitingSinceNanos();
    desk.published(now);
    shard.publisher.publish(
        desk.feeds(), desk.words(), desk.field().standings(), book.floor(), now, since);
    desk.cost(System.nanoTime() - started);
  }

  @SuppressWarnings("ReferenceEquality") // it is about this very book and desk
  private boolean current(Scorebook book, ContestDesk desk) {
    return shard.books.get(book.number()) == book
        && book.desk(desk.field().contest().number()) == desk;
  }
}
