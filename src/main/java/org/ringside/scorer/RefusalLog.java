package org.ringside.scorer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ringside.fact.Refused;
import org.ringside.source.Refusal;

/**
 * The last thousand refusals of each source, to be looked at (R2). In memory only: a refused fact
 * is the source's to send again. Safe from any thread.
 */
public final class RefusalLog {
  private static final int KEPT = 1000;

  /** Sources whose name could not be read, or which nobody registered, share what is left. */
  private static final int MAX_SOURCES = 200;

  private final Map<String, Deque<Refusal>> bySource = new ConcurrentHashMap<>();

  void note(int organisation, List<Refused> refused, Instant at) {
    for (Refused one : refused) {
      String name = Objects.requireNonNullElse(one.source(), "");
      String key = organisation + "/" + (bySource.size() < MAX_SOURCES ? name : "");
      Deque<Refusal> kept = bySource.computeIfAbsent(key, k -> new ArrayDeque<>());
      synchronized (kept) {
        if (kept.size() == KEPT) {
          kept.removeLast();
        }
        kept.addFirst(
            new Refusal(at, one.id(), one.code(), one.field(), one.detail(), one.errors()));
      }
    }
  }

  /** Newest first. */
  public List<Refusal> of(int organisation, String source) {
    Deque<Refusal> kept = bySource.get(organisation + "/" + source);
    if (kept == null) {
      return List.of();
    }
    synchronized (kept) {
      return new ArrayList<>(kept);
    }
  }
}
