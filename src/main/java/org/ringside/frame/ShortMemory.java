package org.ringside.frame;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was looked up, remembered for a while or until it is told to forget: a look-up that was
 * under way then is not remembered, for it may have found what was before. Safe from any thread.
 */
public final class ShortMemory<K, V> {
  private final int most;
  private final Duration kept;
  private final InstantSource clock;
  private final Map<K, Remembered<V>> remembered = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Remembered<V>(V value, Instant until) {}

  /**
   * @param most values at a time; with one more all are forgotten
   */
  public ShortMemory(int most, Duration kept, InstantSource clock) {
    this.most = most;
    this.kept = kept;
    this.clock = clock;
  }

  /** What is remembered, else what is looked up now. */
  public Future<V> get(K key, Function<K, Future<V>> lookUp) {
    Remembered<V> known = remembered.get(key);
    if (known != null && known.until().isAfter(clock.instant())) {
      return Future.succeededFuture(known.value());
    }
    long before = changes.get();
    return lookUp.apply(key).onSuccess(found -> remember(key, found, before));
  }

  private void remember(K key, V found, long before) {
    if (changes.get() != before) {
      return;
    }
    if (remembered.size() >= most) {
      remembered.clear();
    }
    remembered.put(key, new Remembered<>(found, clock.instant().plus(kept)));
    if (changes.get() != before) {
      remembered.remove(key);
    }
  }

  public void forget(Predicate<K> which) {
    changes.incrementAndGet();
    remembered.keySet().removeIf(which);
  }
}
