package org.ringside.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was refused, by code, each with its first examples. */
final class Refusals {
  private static final int EXAMPLES = 3;

  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();

  void add(String code, String example) {
    add(code, 1);
    List<String> first = examples.computeIfAbsent(code, unused -> new ArrayList<>());
    if (first.size() < EXAMPLES) {
      first.add(example);
    }
  }

  /** More of a kind whose examples nobody has. */
  void add(String code, long more) {
    counts.merge(code, more, Long::sum);
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    counts.forEach(
        (code, count) -> {
          lines.add("  " + code + " " + count);
          examples.getOrDefault(code, List.of()).forEach(example -> lines.add("    " + example));
        });
    return lines;
  }
}
