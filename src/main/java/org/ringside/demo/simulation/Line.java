package org.ringside.demo.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A queue of the floor.
 *
 * @param owner the team that owns it, or null where several teams share it
 * @param share of the floor's inbound calls; 0 for outbound
 * @param talkSeconds median talk of an average agent
 * @param openFrom first local hour with calls
 * @param openTo local hour from which no calls come any more
 */
public record Line(
    String id,
    String name,
    boolean outbound,
    @Nullable String owner,
    double share,
    double talkSeconds,
    int openFrom,
    int openTo) {

  boolean openAt(double hour) {
    return hour >= openFrom && hour < openTo;
  }
}
