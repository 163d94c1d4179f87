package org.ringside.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ringside.frame.FieldError;

/** What is wrong with a roster, up to {@value RosterMerge#MOST_FAULTS} faults. */
final class Faults {
  private final List<FieldError> faults = new ArrayList<>();

  void add(String at, String expected, String example) {
    if (faults.size() < RosterMerge.MOST_FAULTS) {
      faults.add(new FieldError(at, expected, example));
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  List<FieldError> list() {
    return List.copyOf(faults);
  }

  /** Names that are most like a wrong one, to be offered as examples. */
  static String closest(String wrong, Set<String> names) {
    return names.stream()
        .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(n -> n))
        .orElse("");
  }

  /** How many letters must change to make one of the other (Levenshtein), without case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
