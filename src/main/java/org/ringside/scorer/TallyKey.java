package org.ringside.scorer;

import java.time.LocalDate;
import org.ringside.metric.Direction;

/**
 * Where an amount is tallied.
 *
 * @param agent 0 where no agent is known
 * @param team 0 where the fact belongs to the organisation alone
 * @param queue empty where the fact names none
 */
record TallyKey(
    LocalDate day, int agent, int team, String queue, Direction direction, String channel) {}
