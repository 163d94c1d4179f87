package org.ringside.person;

import io.vertx.core.Future;
import org.ringside.audit.Act;

/**
 * Anonymises; the scorer does it, between two commits, because it holds what the names stand in.
 */
@FunctionalInterface
public interface Persons {
  /**
   * Takes a person out of everything. What the person did goes on counting as it did.
   *
   * @param person one of the two numbers is enough
   */
  Future<Erased> anonymise(int organisation, Person person, Act act);
}
