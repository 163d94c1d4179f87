package org.ringside.standing;

import org.ringside.metric.Counters;
import org.ringside.scoring.Score;

/**
 * A competitor with what it has done and what that is worth.
 *
 * @param id unique among the entrants
 * @param counters not changed while it is being ranked
 */
public record Entrant(String id, Score score, Counters counters) {}
