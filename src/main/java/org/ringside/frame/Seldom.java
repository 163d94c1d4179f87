package org.ringside.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which of many like words go into the log: of each kind one in a while, and it says how many were
 * kept silent since the one before. Safe from any thread; forgets the oldest kind when it is full.
 *
 * @param <K> what words of one kind have in common
 */
public final class Seldom<K> {
  private final Duration every;
  private final Map<K, Said> said;

  private record Said(Instant at, long silent) {}

  /**
   * @param every a word of one kind
   * @param remembered most kinds at a time
   */
  public Seldom(Duration every, int remembered) {
    this.every = every;
    this.said =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Said> eldest) {
            return size() > remembered;
          }
        };
  }

  /** How many of the kind were kept silent, where one is to be said now; else it is one of them. */
  public synchronized OptionalLong turn(K kind, Instant now) {
    Said last = said.get(kind);
    if (last != null && now.isBefore(last.at().plus(every))) {
      said.put(kind, new Said(last.at(), last.silent() + 1));
      return OptionalLong.empty();
    }
    said.put(kind, new Said(now, 0));
    return OptionalLong.of(last == null ? 0 : last.silent());
  }
}
