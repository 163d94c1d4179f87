package org.ringside.screen;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.Reach;

/**
 * A display on a wall.
 *
 * @param number within the database
 * @param site number of the site that it hangs in; null: of the whole organisation
 * @param pairedBy who paired it, as the audit log calls them
 * @param seen when it renewed last; null: not yet
 * @param device what its browser calls itself; null before it renewed
 * @param alarm null where none stands
 * @param revokedAt null while it is paired
 */
record Screen(
    int number,
    String name,
    @Nullable Integer site,
    Playlist playlist,
    Instant pairedAt,
    String pairedBy,
    @Nullable Sighting seen,
    @Nullable String device,
    @Nullable Alarm alarm,
    @Nullable Instant revokedAt) {
  private static final String ACTOR = "screen:";

  /** What it is called as a principal and in the audit log. */
  static String actor(int number) {
    return ACTOR + number;
  }

  static boolean is(Principal who) {
    return who.name().startsWith(ACTOR);
  }

  /** Of a principal that {@link #is} one. */
  static int number(Principal who) {
    return Integer.parseInt(who.name().substring(ACTOR.length()));
  }

  String actor() {
    return actor(number);
  }

  boolean isPaired() {
    return revokedAt == null;
  }

  /**
   * Whether whoever has a right in a part of the organisation has it over the screens of a site.
   *
   * @param site null: those of the whole organisation
   */
  static boolean isWithin(Reach reach, @Nullable Integer site) {
    return site == null ? reach.everywhere() : reach.coversSite(site);
  }

  /** The part of the organisation whose boards it may watch; it may do nothing else. */
  Reach sees() {
    return playlist.reach(site);
  }

  /**
   * Itself as a caller.
   *
   * @param until when what it showed ends
   */
  Principal principal(int organisation, Instant until) {
    return new Principal(
        organisation, actor(), null, null, until, Map.of(Permission.WATCH, sees()));
  }
}
