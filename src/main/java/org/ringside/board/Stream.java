package org.ringside.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Audience;
import org.ringside.frame.Principal;

/**
 * One view of one board on one loop: the latest state, the last frames that led to it, and who
 * watches.
 */
final class Stream {
  /** Frames kept for clients that come back; at ten a second some 25 seconds. */
  private static final int MAX_KEPT = 256;

  private final Set<LiveSocket> watchers = new LinkedHashSet<>();

  /** What each was last told of their own row. */
  private final Map<LiveSocket, OwnRow> told = new HashMap<>();

  private final Deque<String> kept = new ArrayDeque<>();
  private Published published;
  private Board board;
  private String clock = "null";
  private @Nullable String snapshot;

  Stream(View view) {
    this.published = view.published();
    this.board = view.projection().board();
  }

  void enter(LiveSocket socket) {
    watchers.add(socket);
  }

  void leave(LiveSocket socket) {
    watchers.remove(socket);
    told.remove(socket);
  }

  /** Who watches now; those who leave meanwhile are still in it. */
  List<LiveSocket> watchers() {
    return List.copyOf(watchers);
  }

  /** Whether somebody sees this board; as it is told now, and not another view of it. */
  boolean isFor(Principal who) {
    View view = published.seenBy(who);
    return view != null && view.projection().board().audience() == board.audience();
  }

  /**
   * Takes what is behind the frames.
   *
   * @return whether who may see what can differ now
   */
  boolean follow(Published next) {
    if (!next.follows(published)) {
      return false;
    }
    boolean anotherFloor = next.isOfAnotherFloor(published);
    published = next;
    return anotherFloor;
  }

  /** What a watcher is to be told of their own row; null if that is known, or there is none. */
  @Nullable String ownRow(LiveSocket socket, Principal who) {
    if (board.audience() != Audience.FLOOR || !watchers.contains(socket)) {
      return null;
    }
    OwnRow before = told.getOrDefault(socket, OwnRow.NONE);
    OwnRow now = published.ownRow(who, before);
    told.put(socket, now);
    return now.saysAs(before) ? null : now.message(board);
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
