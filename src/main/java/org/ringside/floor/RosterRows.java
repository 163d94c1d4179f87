package org.ringside.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What a roster says about who holds which thing when, by thing. */
final class RosterRows<K> {
  /** Rows about one agent, spelling or queue. */
  static final int MOST = 1_000;

  /**
   * @param at where it was said
   */
  record Row(String at, Stretch stretch) {}

  private static final Comparator<Row> BY_START =
      Comparator.comparingLong(row -> row.stretch().span().fromMs());

  private final Map<K, List<Row>> byKey = new HashMap<>();

  void add(K key, String at, Span span, int holder) {
    byKey
        .computeIfAbsent(key, unseen -> new ArrayList<>())
        .add(new Row(at, new Stretch(span, holder)));
  }

  Map<K, List<Row>> byKey() {
    return byKey;
  }

  Set<Stretch> of(K key) {
    return byKey.getOrDefault(key, List.of()).stream()
        .map(Row::stretch)
        .collect(Collectors.toSet());
  }

  /**
   * Refuses a roster whose rows about one thing overlap.
   *
   * @param clash which of the overlapping pairs contradict each other
   * @param expected what the later of such a pair should have been
   */
  void refuseOverlaps(BiPredicate<Stretch, Stretch> clash, String expected, Faults faults) {
    byKey.values().forEach(rows -> refuseOverlaps(rows, clash, expected, faults));
  }

  private static void refuseOverlaps(
      List<Row> rows, BiPredicate<Stretch, Stretch> clash, String expected, Faults faults) {
    if (rows.size() > MOST) {
      faults.add(rows.get(MOST).at(), "at most " + MOST + " rows about one thing", "");
      return;
    }
    rows.sort(BY_START);
    Row longest = rows.get(0);
    for (Row row : rows.subList(1, rows.size())) {
      if (row.stretch().span().overlaps(longest.stretch().span())
          && clash.test(longest.stretch(), row.stretch())) {
        faults.add(row.at(), expected + " (see " + longest.at() + ")", "from = to of the other");
      }
      if (row.stretch().span().toMs() > longest.stretch().span().toMs()) {
        longest = row;
      }
    }
  }
}
