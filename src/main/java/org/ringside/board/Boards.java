package org.ringside.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Principal;

/** The current boards of all organisations. Written by the scorer, read from anywhere. */
public final class Boards {
  /** Where frames and clocks go on the local event bus. */
  static final String FRAMES = "ringside.frames";

  static final String CLOCKS = "ringside.clocks";

  private final Map<String, Published> byId = new ConcurrentHashMap<>();
  private final Map<String, Clock> clocks = new ConcurrentHashMap<>();

  void put(Published published) {
    byId.put(key(published.board().organisation(), published.board().id()), published);
  }

  void put(int organisation, Clock clock) {
    clocks.put(key(organisation, clock.board()), clock);
  }

  /** Null where there is no such board in memory that somebody may watch. */
  @Nullable Published find(Principal who, String id) {
    Published published = byId.get(key(who.organisation(), id));
    return published != null && published.isFor(who) ? published : null;
  }

  @Nullable Clock clock(int organisation, String id) {
    return clocks.get(key(organisation, id));
  }

  /** The boards that somebody may watch, newest contest first. */
  List<Published> of(Principal who) {
    return byId.values().stream()
        .filter(published -> published.board().organisation() == who.organisation())
        .filter(published -> published.isFor(who))
        .sorted((a, b) -> Integer.compare(b.contest().number(), a.contest().number()))
        .toList();
  }

  /** Forgets a board that is no longer in memory. */
  public void remove(int organisation, String id) {
    byId.remove(key(organisation, id));
    clocks.remove(key(organisation, id));
  }

  private static String key(int organisation, String id) {
    return organisation + "/" + id;
  }
}
