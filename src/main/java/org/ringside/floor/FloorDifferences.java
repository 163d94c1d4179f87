package org.ringside.floor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects what two floors place differently, by the span in which they do. */
final class FloorDifferences {
  private final Floor before;
  private final Floor after;
  private final Map<Span, Set<String>> subjects = new HashMap<>();
  private final Map<Span, Set<String>> queues = new HashMap<>();

  FloorDifferences(Floor before, Floor after) {
    this.before = before;
    this.after = after;
  }

  void compareAliases() {
    for (AliasKey alias : bothKeys(before.aliases(), after.aliases())) {
      differences(before.aliases(), after.aliases(), alias)
          .forEach(span -> add(subjects, span, alias.spelling()));
    }
  }

  void compareOwnCodes() {
    var numbersBefore = numbersByCode(before);
    var numbersAfter = numbersByCode(after);
    for (String code : bothKeys(numbersBefore, numbersAfter)) {
      if (!Objects.equals(numbersBefore.get(code), numbersAfter.get(code))) {
        add(subjects, Span.ALWAYS, code);
      }
    }
  }

  private static Map<String, Integer> numbersByCode(Floor floor) {
    var numbers = new HashMap<String, Integer>();
    floor.agents().forEach(agent -> numbers.put(agent.code(), agent.no()));
    return numbers;
  }

  void compareMemberships() {
    Map<Integer, Set<String>> spellings = spellings();
    for (int agent : bothKeys(before.memberships(), after.memberships())) {
      for (Span span : differences(before.memberships(), after.memberships(), agent)) {
        for (String spelling : spellings.getOrDefault(agent, Set.of())) {
          add(subjects, span, spelling);
        }
      }
    }
  }

  /** By agent: every spelling that ever meant the agent, on either floor. */
  private Map<Integer, Set<String>> spellings() {
    var spellings = new HashMap<Integer, Set<String>>();
    for (Floor floor : List.of(before, after)) {
      floor.agents().forEach(agent -> add(spellings, agent.no(), agent.code()));
      floor
          .aliases()
          .forEach(
              (alias, timeline) ->
                  timeline
                      .stretches()
                      .forEach(held -> add(spellings, held.holder(), alias.spelling())));
    }
    return spellings;
  }

  void compareQueues() {
    for (String queue : bothKeys(before.queues(), after.queues())) {
      differences(before.queues(), after.queues(), queue).forEach(span -> add(queues, span, queue));
    }
  }

  List<Rebooking> rebookings() {
    return bothKeys(subjects, queues).stream()
        .sorted(Comparator.comparingLong(Span::fromMs).thenComparingLong(Span::toMs))
        .map(span -> new Rebooking(span, named(subjects, span), named(queues, span)))
        .toList();
  }

  private static Set<String> named(Map<Span, Set<String>> bySpan, Span span) {
    return Set.copyOf(bySpan.getOrDefault(span, Set.of()));
  }

  private static <K> Set<K> bothKeys(Map<K, ?> one, Map<K, ?> other) {
    var keys = new HashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private static <K> List<Span> differences(Map<K, Timeline> one, Map<K, Timeline> other, K key) {
    return one.getOrDefault(key, Timeline.EMPTY)
        .differences(other.getOrDefault(key, Timeline.EMPTY));
  }

  private static <K> void add(Map<K, Set<String>> sets, K key, String value) {
    sets.computeIfAbsent(key, unseen -> new HashSet<>()).add(value);
  }
}
