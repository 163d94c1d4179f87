package org.ringside.frame;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Query parameters that an address does not have: a mistyped {@code dryRun} must not be a wet one.
 */
final class QueryNames {
  private QueryNames() {}

  /** Throws the refusal of all that are not known. */
  static void refuseUnknown(Set<String> given, Set<String> known) {
    List<FieldError> unknown =
        given.stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> unknown(name, known))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problem.badInput(unknown).refused();
    }
  }

  private static FieldError unknown(String name, Set<String> known) {
    String expected =
        known.isEmpty()
            ? "no such parameter; this address takes none"
            : "no such parameter; there are " + String.join(", ", new TreeSet<>(known));
    return new FieldError(name, expected, Nearest.to(name, known).orElse(""));
  }
}
