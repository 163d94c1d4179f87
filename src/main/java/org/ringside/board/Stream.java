package org.ringside.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One board on one loop: the latest state, the last frames that led to it, and who watches. */
final class Stream {
  /** Frames kept for clients that come back; at ten a second some 25 seconds. */
  private static final int MAX_KEPT = 256;

  final Set<LiveSocket> watchers = new LinkedHashSet<>();
  private final Deque<String> kept = new ArrayDeque<>();
  private Board board;
  private String clock = "null";
  private @Nullable String snapshot;

  Stream(Board board) {
    this.board = board;
  }

  /**
   * Takes a frame.
   *
   * @return what to send to all watchers; null if this state was known already
   */
  @Nullable String advance(Frame frame) {
    Board next = frame.board();
    boolean sameEpoch = next.epoch().equals(board.epoch());
    if (sameEpoch && next.offset() <= board.offset()) {
      return null;
    }
    boolean follows = sameEpoch && next.offset() == board.offset() + 1 && frame.delta() != null;
    board = next;
    snapshot = null;
    if (follows) {
      keep(frame.delta());
      return frame.delta();
    }
    kept.clear();
    return snapshot();
  }

  private void keep(@Nullable String delta) {
    if (kept.size() == MAX_KEPT) {
      kept.removeFirst();
    }
    kept.addLast(java.util.Objects.requireNonNull(delta));
  }

  void clock(Clock clock) {
    this.clock = clock.json();
    snapshot = null;
  }

  /** The frames behind a position, oldest first; null if they are not all kept. */
  @Nullable List<String> since(Position position) {
    long missing = board.offset() - position.offset();
    if (!board.epoch().equals(position.epoch()) || missing < 0 || missing > kept.size()) {
      return null;
    }
    var all = new ArrayList<>(kept);
    return all.subList(all.size() - (int) missing, all.size());
  }

  /** The whole board as one message, encoded once for everybody who asks at this position. */
  String snapshot() {
    if (snapshot == null) {
      snapshot = board.snapshot(clock);
    }
    return snapshot;
  }
}
