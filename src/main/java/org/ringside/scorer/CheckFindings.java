package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.metric.Counters;

/** Collects what a check finds; after the first hundred differences it only counts. */
final class CheckFindings {
  private static final int MOST_SENTENCES = 100;

  private final List<String> sentences = new ArrayList<>();
  private int organisations;
  private int contests;
  private long facts;
  private long acts;
  private long sealedDays;
  private long found;

  void organisation() {
    organisations++;
  }

  void contest() {
    contests++;
  }

  void fact() {
    facts++;
  }

  void acts(long entries) {
    acts += entries;
  }

  void sealedDays(long days) {
    sealedDays += days;
  }

  void differs(String sentence) {
    found++;
    if (sentences.size() < MOST_SENTENCES) {
      sentences.add(sentence);
    }
  }

  /** Notes every key whose counters are not the same on both sides; none is as good as zero. */
  <K> void compare(
      String what,
      String leftName,
      Map<K, Counters> left,
      String rightName,
      Map<K, Counters> right) {
    Set<K> keys = new HashSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (K key : keys) {
      Counters one = left.getOrDefault(key, new Counters());
      Counters other = right.getOrDefault(key, new Counters());
      if (!one.equals(other)) {
        differs(
            "%s %s: %s has %s, %s has %s"
                .formatted(what, key, leftName, onlyIn(one, other), rightName, onlyIn(other, one)));
      }
    }
  }

  /** The counters that the other has not with the same amount. */
  private static Map<String, Long> onlyIn(Counters counters, Counters other) {
    Map<String, Long> map = counters.toMap();
    map.entrySet().removeIf(entry -> other.get(entry.getKey()) == entry.getValue());
    return map;
  }

  CheckReport report() {
    return new CheckReport(
        organisations, contests, facts, acts, sealedDays, found, List.copyOf(sentences));
  }
}
