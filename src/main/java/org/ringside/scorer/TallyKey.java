package org.ringside.scorer;

import java.time.LocalDate;
import org.ringside.floor.Places;
import org.ringside.metric.Direction;

/**
 * Where an amount is tallied.
 *
 * @param agent 0 where no agent is known
 * @param team 0 where the fact belongs to the organisation alone
 * @param owner the team that owned the queue, 0 where nobody did
 * @param queue empty where the fact names none
 */
record TallyKey(
    LocalDate day,
    int agent,
    int team,
    int owner,
    String queue,
    Direction direction,
    String channel) {
  Places places() {
    return Places.of(agent, team, owner);
  }
}
