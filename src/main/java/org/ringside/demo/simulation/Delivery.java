package org.ringside.demo.simulation;

import java.time.LocalDate;

/**
 * A fact on its way to the receiver.
 *
 * @param millis when the source sends it: at or after the fact's own time
 * @param day the simulated day that it comes from
 * @param order number among the deliveries of that day
 */
public record Delivery(long millis, LocalDate day, long order, FloorFact fact)
    implements Comparable<Delivery> {
  @Override
  public int compareTo(Delivery other) {
    int byTime = Long.compare(millis, other.millis);
    int byDay = byTime != 0 ? byTime : day.compareTo(other.day);
    return byDay != 0 ? byDay : Long.compare(order, other.order);
  }
}
