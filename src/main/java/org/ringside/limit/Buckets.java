package org.ringside.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket for each name, of one pace. When there are too many names, the one that has been quiet
 * for longest is forgotten: it begins with a full bucket again, which it mostly has anyway. So a
 * flood from more names than there is room for loosens the limit, and shuts nobody out.
 *
 * <p>Safe from any thread.
 */
public final class Buckets<K> {
  private final Pace pace;
  private final Map<K, Long> fullAt;

  /**
   * @param most names that are remembered at a time
   */
  public Buckets(Pace pace, int most) {
    this.pace = pace;
    this.fullAt =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Long> quietest) {
            return size() > most;
          }
        };
  }

  /**
   * Takes a token.
   *
   * @return 0 where there was one, else the nanoseconds until there is; then nothing was taken
   */
  public synchronized long take(K name, long nowNanos) {
    long bucket = fullAt.getOrDefault(name, Pace.FULL);
    long wait = pace.waitNanos(bucket, nowNanos);
    if (wait == 0) {
      fullAt.put(name, pace.taken(bucket, nowNanos));
    }
    return wait;
  }

  /** Puts a token back that need not have been taken. */
  public synchronized void giveBack(K name) {
    fullAt.computeIfPresent(name, (same, bucket) -> pace.givenBack(bucket));
  }

  /** Names that are remembered. */
  synchronized int size() {
    return fullAt.size();
  }
}
