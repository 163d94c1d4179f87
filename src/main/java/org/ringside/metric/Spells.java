package org.ringside.metric;

import static org.ringside.metric.Field.ACTIVITY;
import static org.ringside.metric.Field.FROM;
import static org.ringside.metric.Field.STATE;
import static org.ringside.metric.Field.TO;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books intervals: time in a state, time planned. An interval is cut at every whole UTC quarter
 * hour, and each piece counts at its own start, so that it falls into every hour and service day it
 * overlaps (R2). A day has at most 97 pieces.
 */
final class Spells {
  private static final long QUARTER_MS = 15 * 60_000;
  private static final List<String> OFF_THE_PHONE =
      List.of("break", "training", "meeting", "leave");

  private Spells() {}

  static void book(Fact fact, Sink sink) {
    switch (fact.type()) {
      case AGENT_STATE -> bookPieces(counterOf(fact.text(STATE)), fact, sink);
      case SHIFT_PLANNED -> bookPlanned(fact, sink);
      default -> throw new IllegalStateException("not an interval: " + fact.type());
    }
  }

  private static void bookPlanned(Fact fact, Sink sink) {
    bookPieces("scheduled_ms", fact, sink);
    String activity = fact.text(ACTIVITY);
    if (activity != null && OFF_THE_PHONE.contains(activity)) {
      bookPieces("scheduled_" + activity + "_ms", fact, sink);
    }
  }

  /** Being offline is the absence of time, and has no counter. */
  private static @Nullable String counterOf(@Nullable String state) {
    return switch (state) {
      case "ready" -> "ready_ms";
      case "not_ready" -> "not_ready_ms";
      case "on_contact" -> "on_contact_ms";
      case "acw" -> "acw_state_ms";
      case null, default -> null;
    };
  }

  private static void bookPieces(@Nullable String counter, Fact fact, Sink sink) {
    if (counter == null) {
      return;
    }
    long end = fact.number(TO);
    for (long start = fact.number(FROM); start < end; ) {
      long cut = Math.min(end, (Math.floorDiv(start, QUARTER_MS) + 1) * QUARTER_MS);
      sink.add(counter, cut - start, start);
      start = cut;
    }
  }
}
