package org.ringside.frame;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of an organisation that a right is about: all of it, or some sites and teams, or, where
 * it is a right to watch, some boards.
 *
 * @param everywhere whether it is the whole organisation; then nothing else counts
 * @param sites numbers of sites, with all teams that work there
 * @param teams numbers of single teams
 * @param series numbers of series, with all contests that they open
 * @param contests numbers of single contests
 */
public record Reach(
    boolean everywhere,
    Set<Integer> sites,
    Set<Integer> teams,
    Set<Integer> series,
    Set<Integer> contests) {
  public static final Reach EVERYWHERE = new Reach(true, Set.of(), Set.of(), Set.of(), Set.of());
  public static final Reach NOWHERE = new Reach(false, Set.of(), Set.of(), Set.of(), Set.of());

  public Reach {
    sites = Set.copyOf(sites);
    teams = Set.copyOf(teams);
    series = Set.copyOf(series);
    contests = Set.copyOf(contests);
  }

  public static Reach ofSite(int site) {
    return new Reach(false, Set.of(site), Set.of(), Set.of(), Set.of());
  }

  public static Reach ofTeam(int team) {
    return new Reach(false, Set.of(), Set.of(team), Set.of(), Set.of());
  }

  /** The boards of these series and contests. */
  public static Reach ofBoards(Set<Integer> series, Set<Integer> contests) {
    return new Reach(false, Set.of(), Set.of(), series, contests);
  }

  public boolean isNowhere() {
    return !everywhere
        && sites.isEmpty()
        && teams.isEmpty()
        && series.isEmpty()
        && contests.isEmpty();
  }

  /** Both together. */
  public Reach plus(Reach other) {
    if (everywhere || other.everywhere) {
      return EVERYWHERE;
    }
    return new Reach(
        false,
        union(sites, other.sites),
        union(teams, other.teams),
        union(series, other.series),
        union(contests, other.contests));
  }

  private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
    Set<Integer> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Whether a whole site lies in it. */
  public boolean coversSite(int site) {
    return everywhere || sites.contains(site);
  }

  /**
   * Whether a team lies in it.
   *
   * @param site where the team works, null where nobody said
   */
  public boolean coversTeam(int team, @Nullable Integer site) {
    return everywhere || teams.contains(team) || (site != null && sites.contains(site));
  }
}
