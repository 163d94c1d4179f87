package org.ringside.metric;

/**
 * An organisation's thresholds for counting calls (R12), in milliseconds.
 *
 * @param shortInboundMs an inbound leg with less talk is a short call
 * @param validOutboundMs an outbound leg is valid from this much talk on
 * @param missedRingMs an offer that rang at least this long unanswered was really missed
 */
public record BookingRules(long shortInboundMs, long validOutboundMs, long missedRingMs) {
  /** 10 s, 30 s and 5 s, as is usual on Chinese floors. */
  public static BookingRules defaults() {
    return new BookingRules(10_000, 30_000, 5_000);
  }

  /** The least talk with which a leg of that direction is a valid call. */
  long validFromMs(Direction direction) {
    return direction == Direction.OUT ? validOutboundMs : shortInboundMs;
  }
}
