package org.ringside.scorer;

import java.time.Instant;

/**
 * Sends boards out: the first change of a quiet board at once, then at most ten frames a second.
 * Lives on the scorer's loop.
 */
final class BoardPace {
  private static final long INTERVAL_MS = 100;

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
    long waitMs = desk.publishedMs() + INTERVAL_MS - shard.clock.millis();
    if (waitMs <= 0 || waitMs > INTERVAL_MS) {
      publish(book, desk);
    } else {
      desk.schedule();
      shard.vertx.setTimer(waitMs, timer -> publish(book, desk));
    }
  }

  /** Sends a board out as it is now. */
  void publish(Scorebook book, ContestDesk desk) {
    Instant now = shard.clock.instant();
    long since = desk.waitingSinceNanos();
    desk.published(now);
    shard.publisher.publish(
        desk.feed(),
        desk.field().contest(),
        desk.field().standings(),
        desk.nextSteps(),
        book.floor(),
        now,
        since);
  }
}
