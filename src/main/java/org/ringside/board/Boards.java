package org.ringside.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.frame.Principal;

/** The current boards of all organisations. Written by the scorer, read from anywhere. */
public final class Boards {
  /** Where publications, clocks and removals go on the local event bus. */
  static final String PUBLICATIONS = "ringside.publications";

  static final String CLOCKS = "ringside.clocks";

  static final String REMOVALS = "ringside.removals";

  private final Map<String, Published> byId = new ConcurrentHashMap<>();
  private final Map<String, Clock> clocks = new ConcurrentHashMap<>();

  /** Gives what was there before, null if nothing was. */
  @Nullable Published put(Published published) {
    return byId.put(key(published.board().organisation(), published.board().id()), published);
  }

  void put(int organisation, Clock clock) {
    clocks.put(key(organisation, clock.board()), clock);
  }

  /** A board as somebody sees it; null where there is none in memory that they may watch. */
  @Nullable View find(Principal who, String id) {
    Published published = byId.get(key(who.organisation(), id));
    return published == null ? null : published.seenBy(who);
  }

  @Nullable Clock clock(int organisation, String id) {
    return clocks.get(key(organisation, id));
  }

  /** The contests whose boards somebody may watch, the newest first. */
  List<Contest> of(Principal who) {
    return byId.values().stream()
        .filter(published -> published.board().organisation() == who.organisation())
        .filter(published -> published.seenBy(who) != null)
        .map(Published::contest)
        .sorted((a, b) -> Integer.compare(b.number(), a.number()))
        .toList();
  }

  void remove(int organisation, String id) {
    byId.remove(key(organisation, id));
    clocks.remove(key(organisation, id));
  }

  private static String key(int organisation, String id) {
    return organisation + "/" + id;
  }
}
