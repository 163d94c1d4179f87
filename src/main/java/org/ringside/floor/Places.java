package org.ringside.floor;

/**
 * Where the amounts of a fact belong.
 *
 * @param own of the agent's doing, see {@link Place}
 * @param ofQueue of the queue's doing (R8a): the same agent, and the team that owned the queue, 0
 *     if nobody did or the fact names none
 */
public record Places(Place own, Place ofQueue) {
  /** Belong to the organisation alone. */
  public static final Places NOWHERE = new Places(Place.NOWHERE, Place.NOWHERE);

  /** The places that these numbers mean, as tallies keep them. */
  public static Places of(int agent, int team, int owner) {
    return new Places(new Place(agent, team), new Place(agent, owner));
  }
}
