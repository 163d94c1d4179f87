package org.ringside.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tables in an order in which their rows can be put in: what is referred to comes first. */
final class TableOrder {
  private TableOrder() {}

  /**
   * By name where it does not matter. Tables that refer to each other in a circle cannot be
   * ordered: the first one by name goes first.
   *
   * @param references the tables that each one refers to; may be itself
   */
  static List<String> of(Set<String> tables, Map<String, Set<String>> references) {
    var left = new TreeSet<>(tables);
    var ordered = new ArrayList<String>();
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(one -> isFree(one, left, references))
              .findFirst()
              .orElse(left.first());
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static boolean isFree(String table, Set<String> left, Map<String, Set<String>> all) {
    return all.getOrDefault(table, Set.of()).stream()
        .noneMatch(other -> !other.equals(table) && left.contains(other));
  }
}
