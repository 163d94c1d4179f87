package org.ringside.contest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whom the board of a contest names to whom (R30). Rank alone makes the lower half give up, the
 * distance to the next rank does not: so the floor sees every row, and a wall none that has no
 * name.
 *
 * @param floor what those who compete see of each other; their own row is named to them always
 * @param wall what everybody sees who passes a screen
 */
public record Audiences(Naming floor, Naming wall) {
  /** Who may be named to the floor, and on a wall: nobody is alone before a wall. */
  static final List<Named> ON_FLOOR = List.of(Named.ALL, Named.TOP, Named.ME);

  static final List<Named> ON_WALL = List.of(Named.ALL, Named.TOP, Named.UPPER_HALF);

  /** Everything is for everybody. */
  public static final Audiences OPEN = new Audiences(Naming.ALL, Naming.ALL);

  static final int USUAL_TOP = 10;
  private static final Audiences OF_AGENTS = new Audiences(Naming.ALL, Naming.top(USUAL_TOP));

  public Audiences {
    if (!ON_FLOOR.contains(floor.names()) || !ON_WALL.contains(wall.names())) {
      throw new IllegalArgumentException(floor.names() + " and " + wall.names());
    }
  }

  /** Of a contest for which nobody said anything else: teams in full, of people the first ten. */
  public static Audiences usual(Competitors competitors) {
    return competitors == Competitors.TEAM ? OPEN : OF_AGENTS;
  }

  public Naming of(Audience audience) {
    return switch (audience) {
      case STAFF -> Naming.ALL;
      case FLOOR -> floor;
      case WALL -> wall;
    };
  }

  /** Whose view that audience shares: that of the staff, where nothing is kept from it. */
  public Audience sharedBy(Audience audience) {
    return of(audience).names() == Named.ALL ? Audience.STAFF : audience;
  }

  /** Those with a view of their own; the staff always has one. */
  public Set<Audience> apart() {
    Set<Audience> apart = EnumSet.noneOf(Audience.class);
    for (Audience audience : Audience.values()) {
      apart.add(sharedBy(audience));
    }
    return apart;
  }
}
