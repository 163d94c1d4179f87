/**
 * The floor of one organisation: sites, teams, agents with the spellings that sources use for them,
 * who was in which team and which team owned which queue, from when until when (R8, R8a).
 *
 * <p>{@link org.ringside.floor.Floor} is an immutable snapshot that answers, for every fact, where
 * it belongs at its own instant. It and what it is made of are pure. A roster in JSON or CSV is
 * read into a {@link org.ringside.floor.RosterUpdate}; {@link org.ringside.floor.RosterMerge} turns
 * a floor and an update into the next floor or into a list of refusals; {@link
 * org.ringside.floor.FloorChange} says which facts the two place differently.
 *
 * <p>May import {@code frame}, {@code calendar} and {@code db}; never another feature, and not the
 * engine either: the scorer owns the current floor of each organisation and changes it between two
 * commits, behind {@link org.ringside.floor.Floors}.
 *
 * <p>On purpose: numbers ({@code no}) are the keys inside, given out once and never again; codes
 * are what the customer calls things, and what the API shows as {@code id}. Times are UTC
 * milliseconds. An agent, team or site is never removed, because the past needs it; who left has a
 * stretch that ends. A fact has two places ({@link org.ringside.floor.Places}): the agent's, and,
 * for what is the queue's doing, that of the team which owns the queue. With one place (R8 alone) a
 * team's answered contacts were those of its people and its offered ones those of its queues, and
 * its answer rate could be above 1.
 */
@NullMarked
package org.ringside.floor;

import org.jspecify.annotations.NullMarked;
