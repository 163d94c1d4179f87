package org.ringside.frame;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names that somebody probably meant. */
public final class Nearest {
  private static final int SLIPS = 4;

  private Nearest() {}

  /** The candidate at the least edit distance, if that is at most four and half of its length. */
  static Optional<String> to(String name, Collection<String> candidates) {
    return byDistance(name, candidates).findFirst().filter(best -> isSlip(name, best));
  }

  private static boolean isSlip(String name, String meant) {
    int distance = distance(name, meant);
    return distance <= SLIPS && 2 * distance <= Math.max(name.length(), meant.length());
  }

  /** The so many candidates at the least edit distance, however far. */
  public static List<String> few(String name, Collection<String> candidates, int most) {
    return byDistance(name, candidates).limit(most).toList();
  }

  private static Stream<String> byDistance(String name, Collection<String> candidates) {
    return candidates.stream()
        .map(one -> new Candidate(one, distance(name, one)))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  /**
   * Insertions, deletions, substitutions and swaps of two neighbours from one to the other (optimal
   * string alignment).
   */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean swapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
