package org.ringside.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ringside.frame.FieldError;
import org.ringside.frame.Nearest;

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

  /** The name that is most like a wrong one, to be offered; not looked for when nobody asks. */
  String closest(String wrong, Set<String> names) {
    boolean asked = faults.size() < RosterMerge.MOST_FAULTS && !names.isEmpty();
    return asked ? Nearest.few(wrong, names, 1).get(0) : "";
  }
}
