package org.ringside.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person who was taken out of everything.
 *
 * @param written what is written down of it; nothing where there was nothing left to take out
 * @param name what is shown in the place of the name
 * @param ended sessions that ended by it
 * @param words what the person was called; for memory that is searched for it, and for nothing else
 */
public record Erased(
    int organisation,
    Person person,
    List<Erasure> written,
    String name,
    List<UUID> ended,
    Set<String> words) {
  public Erased {
    written = List.copyOf(written);
    ended = List.copyOf(ended);
    words = Set.copyOf(words);
  }

  /** Nothing of whom it is about goes into a log by accident. */
  @Override
  public String toString() {
    return name;
  }
}
