package org.ringside.contest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part (R15a). A given list is pinned: it stays as it was when the contest was opened,
 * whoever joins or leaves the floor. Without a list the contest is open and follows the roster: all
 * teams or agents, or all of one site.
 *
 * @param listed numbers of teams or agents; empty: open
 * @param site number of the site that an open contest is bound to; null: every site
 */
public record Competing(Set<Integer> listed, @Nullable Integer site) {
  /** Open to all, of every site. */
  public static final Competing EVERYBODY = new Competing(Set.of(), null);

  public Competing {
    listed = Set.copyOf(listed);
    if (!listed.isEmpty() && site != null) {
      throw new IllegalArgumentException("a list and a site at once");
    }
  }

  /** Exactly these. */
  public static Competing pinned(Set<Integer> listed) {
    return new Competing(listed, null);
  }

  /** Whoever belongs to the site. */
  public static Competing ofSite(int site) {
    return new Competing(Set.of(), site);
  }

  /** Whether it follows the roster. */
  public boolean open() {
    return listed.isEmpty();
  }

  /**
   * Whether a team or an agent takes part.
   *
   * @param number of the team or the agent
   * @param siteOf the site that it belongs to; null if it belongs to none
   */
  public boolean includes(int number, @Nullable Integer siteOf) {
    if (!listed.isEmpty()) {
      return listed.contains(number);
    }
    return site == null || site.equals(siteOf);
  }
}
