package org.ringside.screen;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Reach;

/**
 * What a screen shows, and so what it may see.
 *
 * @param series numbers of series, each with all its contests; with contests empty: all boards
 * @param contests numbers of single contests
 * @param seconds how long one board is shown
 * @param top how many rows of a board are shown
 * @param language tag of it; null: what the screen's browser says
 */
record Playlist(
    List<Integer> series,
    List<Integer> contests,
    int seconds,
    int top,
    Resort resort,
    @Nullable String language) {
  static final int MOST_CHOSEN = 16;
  static final int SECONDS = 20;
  static final int TOP = 20;

  /** Of a screen about which nothing else was said. */
  static final Playlist ALL = new Playlist(List.of(), List.of(), SECONDS, TOP, Resort.LIVE, null);

  /** When rows change places. */
  enum Resort {
    LIVE,
    CALM
  }

  Playlist {
    series = List.copyOf(series);
    contests = List.copyOf(contests);
  }

  boolean showsAll() {
    return series.isEmpty() && contests.isEmpty();
  }

  /**
   * The boards of it.
   *
   * @param site where the screen hangs, null for a screen of the whole organisation
   */
  Reach reach(@Nullable Integer site) {
    if (!showsAll()) {
      return Reach.ofBoards(Set.copyOf(series), Set.copyOf(contests));
    }
    return site == null ? Reach.EVERYWHERE : Reach.ofSite(site);
  }
}
