package org.ringside.board;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringside.frame.Principal;

/**
 * How many sockets each person, each screen and each organisation has open, and how many they may
 * have. Safe from any thread.
 *
 * @param perPerson of one account or one screen: of those whose credential is theirs alone and
 *     ends; others count only for their organisation
 * @param perOrganisation of all together
 * @param open by organisation, and by organisation and name
 */
public record Crowd(int perPerson, int perOrganisation, Map<String, Integer> open) {
  public Crowd(int perPerson, int perOrganisation) {
    this(perPerson, perOrganisation, new ConcurrentHashMap<>());
  }

  /** Counts a socket; false, and not counted, where there are too many. */
  boolean enter(Principal who) {
    String all = Integer.toString(who.organisation());
    if (!add(all, perOrganisation)) {
      return false;
    }
    if (isOne(who) && !add(name(who), perPerson)) {
      drop(all);
      return false;
    }
    return true;
  }

  void leave(Principal who) {
    drop(Integer.toString(who.organisation()));
    if (isOne(who)) {
      drop(name(who));
    }
  }

  private static boolean isOne(Principal who) {
    return who.until() != null;
  }

  private static String name(Principal who) {
    return who.organisation() + "/" + who.name();
  }

  private boolean add(String key, int most) {
    int now = open.merge(key, 1, Integer::sum);
    if (now > most) {
      drop(key);
      return false;
    }
    return true;
  }

  private void drop(String key) {
    open.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
  }
}
