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

  /** The candidate at the least edit distance, if it is near enough to be a slip. */
  static Optional<String> to(String name, Collection<String> candidates) {
    return byDistance(name, candidates).findFirst().filter(best -> distance(name, best) <= SLIPS);
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

  /** Insertions, deletions and substitutions from one to the other (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
