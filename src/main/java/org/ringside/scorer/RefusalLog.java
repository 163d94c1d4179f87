package org.ringside.scorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringside.fact.Refused;
import org.ringside.frame.FieldError;
import org.ringside.source.Forgery;
import org.ringside.source.Refusal;

/**
 * The last thousand refusals of each source, to be looked at (R2), and how many there were of each
 * kind. In memory only: a refused fact is the source's to send again, and a flood of forged
 * requests must not be able to fill a table. Safe from any thread.
 */
public final class RefusalLog {
  private static final int KEPT = 1000;

  /**
   * Of one organisation. Sources beyond, those that it does not have, and those whose name could
   * not be read share one list: names can be made up without end.
   */
  private static final int MAX_SOURCES = 200;

  /** Faults that are kept of each refusal; its detail says how many more there were. */
  private static final int MAX_ERRORS = 10;

  /**
   * Of each code, so that none hides another. Anybody can send a forged request: they must not push
   * out what a source did wrong itself.
   */
  private static final Duration BETWEEN_FORGED = Duration.ofSeconds(10);

  private final Map<Integer, Map<String, OfOne>> byOrganisation = new ConcurrentHashMap<>();

  /** What was refused of one source. */
  private static final class OfOne {
    private final Deque<Refusal> last = new ArrayDeque<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Instant> forgedAt = new HashMap<>();

    synchronized void add(Refusal refusal) {
      counts.merge(refusal.code(), 1L, Long::sum);
      list(refusal);
    }

    synchronized void addForged(Refusal refusal) {
      counts.merge(refusal.code(), 1L, Long::sum);
      Instant before = forgedAt.get(refusal.code());
      if (before == null || !refusal.at().isBefore(before.plus(BETWEEN_FORGED))) {
        forgedAt.put(refusal.code(), refusal.at());
        list(refusal);
      }
    }

    private void list(Refusal refusal) {
      if (last.size() == KEPT) {
        last.removeLast();
      }
      last.addFirst(refusal);
    }

    synchronized List<Refusal> last() {
      return new ArrayList<>(last);
    }

    synchronized int drop(Predicate<Refusal> which) {
      int before = last.size();
      last.removeIf(which);
      return before - last.size();
    }

    synchronized Map<String, Long> counts() {
      return Map.copyOf(counts);
    }
  }

  /**
   * Notes facts that were not taken.
   *
   * @param known names of the sources that the organisation has
   */
  void note(int organisation, Set<String> known, List<Refused> refused, Instant at) {
    for (Refused one : refused) {
      String source = Objects.requireNonNullElse(one.source(), "");
      of(organisation, known.contains(source) ? source : "").add(refusal(one, at));
    }
  }

  private static Refusal refusal(Refused one, Instant at) {
    List<FieldError> errors = one.errors().stream().limit(MAX_ERRORS).toList();
    return new Refusal(at, id(one), one.code(), one.field(), one.detail(), errors);
  }

  /** Ids may have the name of an agent in them; this one must not come back. */
  private static @Nullable String id(Refused one) {
    return one.code().equals(Refused.GONE_AGENT) ? null : one.id();
  }

  /**
   * Forgets what came before an instant.
   *
   * @return how many those were
   */
  public int forget(int organisation, Instant before) {
    return drop(organisation, one -> one.at().isBefore(before));
  }

  /** Forgets whatever says one of the words: ids may have the name of an agent in them. */
  void forget(int organisation, Set<String> words) {
    drop(
        organisation,
        one ->
            words.stream()
                .anyMatch(
                    word ->
                        String.valueOf(one.id()).contains(word) || one.detail().contains(word)));
  }

  private int drop(int organisation, Predicate<Refusal> which) {
    return sources(organisation).values().stream().mapToInt(one -> one.drop(which)).sum();
  }

  /**
   * Notes a request that was not believed.
   *
   * @param source that its address belongs to
   * @param expected instead of what it said
   */
  void noteForged(int organisation, String source, Forgery why, String expected, Instant at) {
    var error = new FieldError(why.header(), expected, "");
    var refused = new Refused(source, null, why.name(), List.of(error));
    of(organisation, source).addForged(refusal(refused, at));
  }

  private OfOne of(int organisation, String source) {
    Map<String, OfOne> bySource =
        byOrganisation.computeIfAbsent(organisation, first -> new ConcurrentHashMap<>());
    boolean room = bySource.containsKey(source) || bySource.size() < MAX_SOURCES;
    return bySource.computeIfAbsent(room ? source : "", first -> new OfOne());
  }

  private Map<String, OfOne> sources(int organisation) {
    return byOrganisation.getOrDefault(organisation, Map.of());
  }

  /** Newest first. */
  public List<Refusal> last(int organisation, String source) {
    OfOne one = sources(organisation).get(source);
    return one == null ? List.of() : one.last();
  }

  /** By code, since the start. */
  Map<String, Long> counts(int organisation, String source) {
    OfOne one = sources(organisation).get(source);
    return one == null ? Map.of() : one.counts();
  }
}
