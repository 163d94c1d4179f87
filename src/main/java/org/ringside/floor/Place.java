package org.ringside.floor;

/**
 * Where a fact belongs: to an agent, a team, both or neither.
 *
 * @param agent number of the agent, 0 if nobody is known by the fact's subject
 * @param team number of the team, 0 if the agent was in none or the queue is owned by none
 */
public record Place(int agent, int team) {
  /** Belongs to the organisation alone. */
  public static final Place NOWHERE = new Place(0, 0);
}
