package org.ringside.person;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;

/** Texts by which a person is called. */
final class Words {
  private Words() {}

  /** How sources spell an agent: the staff number first, then every alias it ever had. */
  static Set<String> spellings(Floor floor, @Nullable Integer agent) {
    var found = new LinkedHashSet<String>();
    Agent known = agent == null ? null : floor.agent(agent);
    if (known == null) {
      return found;
    }
    found.add(known.code());
    floor.aliases().entrySet().stream()
        .filter(
            alias ->
                alias.getValue().stretches().stream().anyMatch(held -> held.holder() == known.no()))
        .map(alias -> alias.getKey().spelling())
        .sorted()
        .forEach(found::add);
    return found;
  }
}
