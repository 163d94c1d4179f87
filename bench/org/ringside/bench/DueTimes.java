package org.ringside.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** When each fact of a team was due, in the order of its facts. Lives on the driver's loop. */
final class DueTimes {
  private final Map<Integer, long[]> nanosOf = new HashMap<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();

  void add(int team, long nanos) {
    int size = sizes.merge(team, 1, Integer::sum);
    long[] known = nanosOf.getOrDefault(team, new long[64]);
    if (size > known.length) {
      known = Arrays.copyOf(known, 2 * known.length);
    }
    known[size - 1] = nanos;
    nanosOf.put(team, known);
  }

  /** How many facts of these teams were due then or later. */
  long countSince(long nanos, IntPredicate teams) {
    long count = 0;
    for (var team : nanosOf.entrySet()) {
      if (teams.test(team.getKey())) {
        count +=
            Arrays.stream(team.getValue(), 0, sizes.getOrDefault(team.getKey(), 0))
                .filter(due -> due >= nanos)
                .count();
      }
    }
    return count;
  }

  /**
   * @param number of the team's fact, from 0
   */
  long of(int team, long number) {
    long[] known = nanosOf.get(team);
    if (known == null || number >= sizes.getOrDefault(team, 0)) {
      throw new IllegalStateException("team " + team + " shows a fact that was never sent");
    }
    return known[(int) number];
  }
}
