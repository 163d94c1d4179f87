package org.ringside.board;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.ringside.contest.Audience;
import org.ringside.contest.Contest;

/**
 * The feeds of one contest's board: one for each audience with a view of its own, each in an epoch
 * of its own, so that a position of one is never resumed on another.
 */
public final class Feeds {
  private final Map<Audience, Feed> feeds = new EnumMap<>(Audience.class);

  /**
   * @param epochs gives a random one each time; new ones for each incarnation in memory
   */
  public Feeds(int organisation, Contest contest, Supplier<String> epochs) {
    for (Audience audience : contest.audiences().apart()) {
      feeds.put(audience, new Feed(organisation, contest.id(), audience, epochs.get()));
    }
  }

  /** Of an audience that has a view of its own. */
  Feed of(Audience audience) {
    return Objects.requireNonNull(feeds.get(audience), audience::wire);
  }
}
