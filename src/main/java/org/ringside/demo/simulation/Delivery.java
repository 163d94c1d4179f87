package org.ringside.demo.simulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to the receiver.
 *
 * @param millis when the source sends it: at or after the fact's own time
 * @param day the simulated day that it comes from
 * @param order number among the deliveries of that day
 * @param again whether the same fact was sent before
 * @param corrects the fact whose place this one takes, or null
 */
public record Delivery(
    long millis,
    LocalDate day,
    long order,
    FloorFact fact,
    boolean again,
    @Nullable FloorFact corrects)
    implements Comparable<Delivery> {
  @Override
  public int compareTo(Delivery other) {
    int byTime = Long.compare(millis, other.millis);
    int byDay = byTime != 0 ? byTime : day.compareTo(other.day);
    return byDay != 0 ? byDay : Long.compare(order, other.order);
  }
}
