package org.ringside.floor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a floor, in whatever form it was sent. It adds and changes; what it does
 * not mention stays, unless it is said to be the whole roster. Every {@code at} is where a row
 * stands in what was sent, for refusals: {@code line 17} or {@code agents[3].aliases[0]}.
 *
 * @param queues null if the form says nothing about queues
 * @param aliasesBySource whether the form can bind an alias to one source
 */
public record RosterUpdate(
    List<SiteRow> sites,
    List<TeamRow> teams,
    @Nullable List<QueueRow> queues,
    List<AgentRow> agents,
    boolean aliasesBySource) {

  /**
   * A site.
   *
   * @param name null to leave it, or, for a new one, to take the code
   */
  public record SiteRow(String at, String code, @Nullable String name) {}

  /**
   * A team.
   *
   * @param name null to leave it, or, for a new one, to take the code
   * @param site code of its site, null to leave it
   */
  public record TeamRow(String at, String code, @Nullable String name, @Nullable String site) {}

  /**
   * A queue has an owner.
   *
   * @param team its code
   */
  public record QueueRow(String at, String queue, String team, Span span) {}

  /**
   * An agent. Rows of the same agent add up.
   *
   * @param name null to leave it, or, for a new one, to take the code
   * @param aliases null to say nothing about them
   */
  public record AgentRow(
      String at,
      String code,
      @Nullable String name,
      @Nullable List<AliasRow> aliases,
      List<MembershipRow> memberships) {}

  /**
   * An agent answers to a spelling.
   *
   * @param source null for any
   */
  public record AliasRow(String at, String spelling, @Nullable String source, Span span) {}

  /**
   * An agent is in a team.
   *
   * @param team its code
   */
  public record MembershipRow(String at, String team, Span span) {}
}
