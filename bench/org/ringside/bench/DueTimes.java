package org.ringside.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * When each fact of a team was due and when its receipt came, in the order of its facts. Lives on
 * the driver's loop.
 */
final class DueTimes {
  private final Map<Integer, Times> ofTeams = new HashMap<>();

  /** Instants of one team's facts. */
  private static final class Times {
    private long[] due = new long[64];
    private long[] accepted = new long[64];
    private int size;

    int add(long nanos) {
      if (size == due.length) {
        due = Arrays.copyOf(due, 2 * size);
        accepted = Arrays.copyOf(accepted, 2 * size);
      }
      due[size] = nanos;
      return size++;
    }
  }

  /**
   * @return number of the team's fact, from 0
   */
  int add(int team, long nanos) {
    return ofTeams.computeIfAbsent(team, t -> new Times()).add(nanos);
  }

  void accepted(int team, int number, long nanos) {
    times(team, number).accepted[number] = nanos;
  }

  /** How many facts of these teams were due then or later. */
  long countSince(long nanos, IntPredicate teams) {
    long count = 0;
    for (var team : ofTeams.entrySet()) {
      if (teams.test(team.getKey())) {
        Times times = team.getValue();
        count += Arrays.stream(times.due, 0, times.size).filter(due -> due >= nanos).count();
      }
    }
    return count;
  }

  /**
   * @param number of the team's fact, from 0
   */
  long due(int team, long number) {
    return times(team, number).due[(int) number];
  }

  /** When the receipt of a team's fact came; 0 while it is on its way. */
  long accepted(int team, long number) {
    return times(team, number).accepted[(int) number];
  }

  private Times times(int team, long number) {
    Times times = ofTeams.get(team);
    if (times == null || number >= times.size) {
      throw new IllegalStateException("team " + team + " shows a fact that was never sent");
    }
    return times;
  }
}
