package org.ringside.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person who was taken out of everything.
 *
 * @param erasure what is written down of it
 * @param name what is shown in the place of the name
 * @param ended sessions that ended by it
 * @param words what the person was called; for memory that is searched for it, and for nothing else
 */
public record Erased(Erasure erasure, String name, List<UUID> ended, Set<String> words) {
  public Erased {
    ended = List.copyOf(ended);
    words = Set.copyOf(words);
  }

  /** Nothing of whom it is about goes into a log by accident. */
  @Override
  public String toString() {
    return name;
  }
}
