package org.ringside.access;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which signed requests were taken, for as long as their time stamps are good. A copy of one is no
 * use to anybody: facts are known by their ids, for ever, so it could only make a source look alive
 * that is not, and cost time. Therefore it may be in memory alone, and forget the oldest when it is
 * full: what is sent again then, or after a restart, is answered {@code duplicate}.
 *
 * <p>Safe from any thread.
 */
final class SeenRequests {
  private final int most;
  private final Map<Key, Long> untilMs = new LinkedHashMap<>();

  /**
   * A request. The sender's next try of the same message has the same id and another time stamp, so
   * it is another request.
   */
  record Key(int organisation, String source, String id, String timestamp) {}

  /**
   * @param most requests at a time
   */
  SeenRequests(int most) {
    this.most = most;
  }

  /**
   * Notes a request; false where it was noted before.
   *
   * @param goodUntilMs when its time stamp is too old anyway
   */
  synchronized boolean enter(Key request, long goodUntilMs, long nowMs) {
    if (untilMs.containsKey(request)) {
      return false;
    }
    makeRoom(nowMs);
    untilMs.put(request, goodUntilMs);
    return true;
  }

  private void makeRoom(long nowMs) {
    Iterator<Long> oldestFirst = untilMs.values().iterator();
    while (oldestFirst.hasNext()) {
      if (oldestFirst.next() >= nowMs && untilMs.size() < most) {
        return;
      }
      oldestFirst.remove();
    }
  }

  /** It had no effect, and may come again. */
  synchronized void leave(Key request) {
    untilMs.remove(request);
  }
}
