package org.ringside.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose doing a metric, or one of the counters that it is made of, is. */
public enum Scope {
  /** The agent's, and so that of the team the agent was in. */
  AGENT,
  /** The queue's: no team's value unless the team owns the queue (R8a). */
  QUEUE;

  private static final Set<String> OF_QUEUE = ofQueue();

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whose a counter is. A contact, its wait and how it left the queue are the queue's, whoever
   * answered it; what happens from the answer on is the agent's.
   */
  public static Scope ofCounter(String counter) {
    return OF_QUEUE.contains(counter) ? QUEUE : AGENT;
  }

  private static Set<String> ofQueue() {
    return Stream.of(
            Stream.of("offered", "abandoned", "wait_abandoned_ms"),
            Stream.of("exited", "wait_exited_ms"),
            Field.EXIT_REASON.choices().stream().map(reason -> "exited_" + reason),
            Stream.of("answered_contacts", "wait_answered_ms"),
            Stream.of(Thresholds.ANSWERED_IN, Thresholds.ABANDONED_IN)
                .map(Thresholds::counters)
                .flatMap(List::stream))
        .flatMap(names -> names)
        .collect(Collectors.toUnmodifiableSet());
  }
}
