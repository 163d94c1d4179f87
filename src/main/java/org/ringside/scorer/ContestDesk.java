package org.ringside.scorer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringside.board.BoardWords;
import org.ringside.board.Feeds;
import org.ringside.contest.State;

/** One contest in memory: its field, the feeds of its board, and the pace at which those go out. */
final class ContestDesk {
  private static final int SMOOTHING = 8;

  /** A pause of the machine, or a first time, says little about the next. */
  private static final long OUTLIER_NANOS = 5_000_000;

  private final ContestField field;
  private final Feeds feeds;
  private final BoardWords words;
  private long publishedMs;
  private long costNanos;
  private @Nullable State publishedState;
  private boolean scheduled;
  private long waitingSinceNanos;

  ContestDesk(ContestField field, Feeds feeds) {
    this.field = field;
    this.feeds = feeds;
    this.words = new BoardWords(field.contest(), field.scoring());
  }

  ContestField field() {
    return field;
  }

  BoardWords words() {
    return words;
  }

  Feeds feeds() {
    return feeds;
  }

  /** Whether the contest has entered another state since the board last went out. */
  boolean stateChanged(Instant now) {
    return field.contest().state(now) != publishedState;
  }

  /** When the board last went out, milliseconds of the scorer's clock; 0 if never. */
  long publishedMs() {
    return publishedMs;
  }

  void published(Instant now) {
    publishedMs = now.toEpochMilli();
    publishedState = field.contest().state(now);
    scheduled = false;
    waitingSinceNanos = 0;
  }

  /** How long the scorer's loop is busy with sending it out, of late and on the average. */
  long costNanos() {
    return costNanos;
  }

  void cost(long nanos) {
    costNanos += (Math.min(nanos, 2 * costNanos + OUTLIER_NANOS) - costNanos) / SMOOTHING;
  }

  boolean scheduled() {
    return scheduled;
  }

  void schedule() {
    scheduled = true;
  }

  /** When the oldest fact that is not on the board yet was accepted; 0 if there is none. */
  long waitingSinceNanos() {
    return waitingSinceNanos;
  }

  void waitingSince(long nanos) {
    if (waitingSinceNanos == 0) {
      waitingSinceNanos = nanos;
    }
  }
}
