package org.ringside.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody who keeps failing has to wait: from a number of failures on each one doubles
 * the pause, and with each minute one is forgotten. It knows names that exist and names that do not
 * alike, so that it tells nobody which do. Safe from any thread; forgets the quietest when it is
 * full.
 */
public final class Backoff {
  private static final int MAX_DOUBLINGS = 12;

  private final int free;
  private final Duration longest;
  private final Map<String, Failures> known;

  private record Failures(int count, Instant last) {}

  /**
   * @param free failures that cost nothing
   * @param longest pause
   * @param remembered most names at a time
   */
  public Backoff(int free, Duration longest, int remembered) {
    this.free = free;
    this.longest = longest;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > remembered;
          }
        };
  }

  /** What is left of the pause; zero where there is none. */
  public synchronized Duration left(String name, Instant now) {
    Failures failures = known.get(name);
    if (failures == null || failures.count() < free) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, failures.last().plus(pause(failures.count())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  public synchronized void failed(String name, Instant now) {
    Failures before = current(name, now);
    known.put(name, new Failures(before == null ? 1 : before.count() + 1, now));
  }

  public synchronized void succeeded(String name) {
    known.remove(name);
  }

  /** Counted down by the minutes since the last failure. */
  private @Nullable Failures current(String name, Instant now) {
    Failures failures = known.get(name);
    if (failures == null) {
      return null;
    }
    long left = failures.count() - Math.max(0, Duration.between(failures.last(), now).toMinutes());
    if (left <= 0) {
      known.remove(name);
      return null;
    }
    return new Failures((int) left, failures.last());
  }

  private Duration pause(int count) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, MAX_DOUBLINGS));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
