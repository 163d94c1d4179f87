package org.ringside.floor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The floor of one organisation as known now, with its whole past. Immutable and safe to share;
 * asked once per fact, so every look-up is a few hashes and a binary search.
 */
public final class Floor {
  public static final Floor EMPTY =
      new Floor(List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of());

  private final Map<Integer, Site> sites;
  private final Map<Integer, Team> teams;
  private final Map<Integer, Agent> agents;
  private final Map<AliasKey, Timeline> aliases;
  private final Map<Integer, Timeline> memberships;
  private final Map<String, Timeline> queues;
  private final Map<String, Site> siteByCode;
  private final Map<String, Team> teamByCode;
  private final Map<String, Agent> agentByCode;

  /**
   * A floor of these, each number and code once.
   *
   * @param aliases which agent a spelling means, when
   * @param memberships by number of agent: in which team, when
   * @param queues by name: which team owned it, when (R8a)
   */
  public Floor(
      Collection<Site> sites,
      Collection<Team> teams,
      Collection<Agent> agents,
      Map<AliasKey, Timeline> aliases,
      Map<Integer, Timeline> memberships,
      Map<String, Timeline> queues) {
    this.sites = index(sites, Site::no);
    this.teams = index(teams, Team::no);
    this.agents = index(agents, Agent::no);
    this.aliases = held(aliases);
    this.memberships = held(memberships);
    this.queues = held(queues);
    this.siteByCode = index(sites, Site::code);
    this.teamByCode = index(teams, Team::code);
    this.agentByCode = index(agents, Agent::code);
  }

  private static <K extends Comparable<K>, V> Map<K, V> index(
      Collection<V> values, Function<V, K> key) {
    var index = new TreeMap<K, V>();
    for (V value : values) {
      if (index.put(key.apply(value), value) != null) {
        throw new IllegalArgumentException("twice: " + value);
      }
    }
    return Map.copyOf(index);
  }

  private static <K> Map<K, Timeline> held(Map<K, Timeline> timelines) {
    var held = new HashMap<>(timelines);
    held.values().removeIf(Timeline::isEmpty);
    return Map.copyOf(held);
  }

  /**
   * Where a fact belongs (R8): to the agent its subject means and the team that agent was in, or,
   * if the subject means nobody, to the team that owned the queue; all of it at the fact's instant.
   */
  public Place place(String source, @Nullable String subject, @Nullable String queue, long atMs) {
    int agent = subject == null ? 0 : agentOf(source, subject, atMs);
    if (agent != 0) {
      return new Place(agent, teamOf(agent, atMs));
    }
    int team = queue == null ? 0 : ownerOf(queue, atMs);
    return team == 0 ? Place.NOWHERE : new Place(0, team);
  }

  /** The same, with the team that owned the queue at that instant, for what is its doing (R8a). */
  public Places places(String source, @Nullable String subject, @Nullable String queue, long atMs) {
    Place own = place(source, subject, queue, atMs);
    int owner = queue == null ? 0 : ownerOf(queue, atMs);
    return new Places(own, new Place(own.agent(), owner));
  }

  /** The teams that own a queue at some time within a span. */
  public Set<Integer> ownersWithin(Span span) {
    return queues.values().stream()
        .flatMap(timeline -> timeline.stretches().stream())
        .filter(stretch -> stretch.span().overlaps(span))
        .map(Stretch::holder)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the subject means an agent then. */
  public boolean known(String source, String subject, long atMs) {
    return agentOf(source, subject, atMs) != 0;
  }

  /**
   * The agent whom a source means, 0 if nobody: its own spelling before that of any source, and an
   * agent's own code where no alias of that spelling is valid then.
   */
  public int agentOf(String source, String subject, long atMs) {
    int own = heldAt(aliases.get(new AliasKey(subject, source)), atMs);
    if (own != 0) {
      return own;
    }
    int any = heldAt(aliases.get(AliasKey.anySource(subject)), atMs);
    if (any != 0) {
      return any;
    }
    Agent agent = agentByCode.get(subject);
    return agent == null ? 0 : agent.no();
  }

  /** The team an agent was in, 0 if none. */
  public int teamOf(int agent, long atMs) {
    return heldAt(memberships.get(agent), atMs);
  }

  /** The team that owned a queue, 0 if none. */
  public int ownerOf(String queue, long atMs) {
    return heldAt(queues.get(queue), atMs);
  }

  private static int heldAt(@Nullable Timeline timeline, long atMs) {
    return timeline == null ? 0 : timeline.at(atMs);
  }

  /** Who was in a team within a span, by agent and time; someone who came back appears twice. */
  public List<Member> membersOf(int team, Span span) {
    var members = new ArrayList<Member>();
    for (int agent : numbers(memberships)) {
      for (Stretch stretch : timelineOf(agent).stretches()) {
        if (stretch.holder() == team && stretch.span().overlaps(span)) {
          members.add(new Member(agent, stretch.span().clip(span)));
        }
      }
    }
    return members;
  }

  /** In which teams an agent was, when; empty for an agent never in one. */
  public Timeline timelineOf(int agent) {
    return memberships.getOrDefault(agent, Timeline.EMPTY);
  }

  /** By number. */
  public List<Agent> agents() {
    return inOrder(agents);
  }

  /** By number. */
  public List<Team> teams() {
    return inOrder(teams);
  }

  /** By number. */
  public List<Site> sites() {
    return inOrder(sites);
  }

  private static <V> List<V> inOrder(Map<Integer, V> byNumber) {
    return List.copyOf(new TreeMap<>(byNumber).values());
  }

  private static List<Integer> numbers(Map<Integer, ?> byNumber) {
    return byNumber.keySet().stream().sorted().toList();
  }

  public @Nullable Agent agent(int no) {
    return agents.get(no);
  }

  public @Nullable Team team(int no) {
    return teams.get(no);
  }

  public @Nullable Site site(int no) {
    return sites.get(no);
  }

  public @Nullable Agent agent(String code) {
    return agentByCode.get(code);
  }

  public @Nullable Team team(String code) {
    return teamByCode.get(code);
  }

  public @Nullable Site site(String code) {
    return siteByCode.get(code);
  }

  /** Which agent each spelling means, when. */
  public Map<AliasKey, Timeline> aliases() {
    return aliases;
  }

  /** By number of agent: in which team, when. */
  public Map<Integer, Timeline> memberships() {
    return memberships;
  }

  /** By name: which team owns a queue, when. */
  public Map<String, Timeline> queues() {
    return queues;
  }
}
