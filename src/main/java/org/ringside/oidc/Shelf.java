package org.ringside.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Things that wait to be fetched: each once, by whoever has its key and is the right one, within a
 * time. Bounded in all and by the address that put them there, so that one who fills it fills it
 * for himself alone. Safe from any thread.
 */
final class Shelf<T> {
  private final Duration kept;
  private final int most;
  private final int mostOfAddress;
  private final LinkedHashMap<String, Thing<T>> things = new LinkedHashMap<>();
  private final Map<String, Integer> ofAddress = new HashMap<>();

  private record Thing<T>(T value, String address, Instant until) {}

  Shelf(Duration kept, int most, int mostOfAddress) {
    this.kept = kept;
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  /** False where that address has as much here as it may; when all is full the oldest falls off. */
  synchronized boolean put(String key, T value, String address, Instant now) {
    sweep(now);
    if (ofAddress.getOrDefault(address, 0) >= mostOfAddress) {
      return false;
    }
    if (things.size() >= most) {
      drop(things.keySet().iterator().next());
    }
    drop(key);
    things.put(key, new Thing<>(value, address, now.plus(kept)));
    ofAddress.merge(address, 1, Integer::sum);
    return true;
  }

  /** Takes a thing away; it stays for the right one where it is not theirs. */
  synchronized Optional<T> take(String key, Predicate<T> theirs, Instant now) {
    sweep(now);
    Thing<T> thing = things.get(key);
    if (thing == null || !theirs.test(thing.value())) {
      return Optional.empty();
    }
    drop(key);
    return Optional.of(thing.value());
  }

  /** All are kept for the same time, so the oldest are the first. */
  private void sweep(Instant now) {
    Iterator<Map.Entry<String, Thing<T>>> eldest = things.entrySet().iterator();
    while (eldest.hasNext()) {
      Thing<T> thing = eldest.next().getValue();
      if (thing.until().isAfter(now)) {
        return;
      }
      eldest.remove();
      forget(thing.address());
    }
  }

  private void drop(String key) {
    Thing<T> thing = things.remove(key);
    if (thing != null) {
      forget(thing.address());
    }
  }

  private void forget(String address) {
    ofAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
  }
}
