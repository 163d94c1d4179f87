package org.ringside.access;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Toll;

/**
 * Remembers what was found for half a minute, or until it is told to forget. What was found once
 * and is to be looked up anew stays known until then: whoever asks for it has been there before.
 * What was not found is not remembered. Safe from any thread.
 */
final class HalfMinute<T> {
  private static final long REMEMBERED_MS = 30_000;
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<String, Found<T>> remembered = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Found<T>(T what, long untilMs) {}

  HalfMinute(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What is remembered, or what the look-up finds now.
   *
   * @param toll for looking up what was never found; a source that goes on sending pays none, also
   *     where others at its address are guessing
   */
  Future<Optional<T>> find(String key, Toll toll, Supplier<Future<Optional<T>>> lookUp) {
    Found<T> known = remembered.get(key);
    if (known != null) {
      return known.untilMs() > clock.millis()
          ? Future.succeededFuture(Optional.of(known.what()))
          : look(key, lookUp);
    }
    try {
      toll.pay();
    } catch (RefusedException tooMany) {
      return Future.failedFuture(tooMany);
    }
    return look(key, lookUp).onSuccess(found -> found.ifPresent(somebody -> toll.giveBack()));
  }

  private Future<Optional<T>> look(String key, Supplier<Future<Optional<T>>> lookUp) {
    long before = changes.get();
    return lookUp.get().map(found -> remember(key, found, before));
  }

  private Optional<T> remember(String key, Optional<T> found, long before) {
    remembered.remove(key);
    found.ifPresent(what -> remember(key, what));
    if (changes.get() != before) {
      remembered.remove(key); // what was read may be what was before
    }
    return found;
  }

  private void remember(String key, T what) {
    if (remembered.size() >= MOST) {
      remembered.clear();
    }
    remembered.put(key, new Found<>(what, clock.millis() + REMEMBERED_MS));
  }

  void forget(Predicate<T> concerned) {
    changes.incrementAndGet();
    remembered.values().removeIf(found -> concerned.test(found.what()));
  }
}
