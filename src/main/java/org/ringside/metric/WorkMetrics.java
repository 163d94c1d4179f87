package org.ringside.metric;

import static org.ringside.metric.FactType.AGENT_STATE;
import static org.ringside.metric.FactType.DIAL_ATTEMPTED;
import static org.ringside.metric.FactType.DIAL_CONNECTED;
import static org.ringside.metric.FactType.LEG_ENDED;

import java.util.List;

/** What people's time went into: M20, M21, M25, M32 and M33. */
final class WorkMetrics {
  private static final long MS_PER_HOUR = 3_600_000;
  private static final long TEN_MINUTES_MS = 600_000;

  private WorkMetrics() {}

  static List<Draft> drafts() {
    return List.of(
        Draft.rate(
                "occupancy",
                "M20",
                Sum.of("talk_ms", "hold_ms", "acw_ms"),
                Sum.of("talk_ms", "hold_ms", "acw_ms", "ready_ms"))
            .formula("(talk + hold + after-call work) / (the same + ready and idle)")
            .band()
            .volume()
            .gates("handled", 20, 20)
            .needs(LEG_ENDED, AGENT_STATE)
            .benchmark("0.85", "80–85 %; burn-out above 85–90 %")
            .gaming("Stretch the calls. A figure of the group; do not rank people on it."),
        Draft.rate(
                "utilisation",
                "M21",
                Sum.of("on_contact_ms", "acw_state_ms"),
                Sum.of("on_contact_ms", "acw_state_ms", "ready_ms", "not_ready_ms"))
            .formula("(on contact + after-call work) / logged in")
            .band()
            .volume()
            .gates("handled", 20, 20)
            .needs(AGENT_STATE)
            .gaming("Stretch the calls."),
        Draft.rate(
                "not_ready_rate",
                "M25",
                Sum.of("not_ready_ms"),
                Sum.of("on_contact_ms", "acw_state_ms", "ready_ms", "not_ready_ms"))
            .formula("not ready / logged in")
            .lower()
            .withoutStep()
            .gates("handled", 20, 20)
            .needs(AGENT_STATE)
            .gaming("Log out for the break."),
        Draft.rate("connect_rate", "M32", Sum.of("dial_connected"), Sum.of("dial_attempted"))
            .formula("dials connected / dials attempted")
            .needs(DIAL_ATTEMPTED, DIAL_CONNECTED)
            .benchmark("0.60", "Often quoted, weak")
            .gaming("Dial numbers that always answer."),
        Draft.of(
                "contacts_per_hour",
                "M33",
                Unit.PER_HOUR,
                Sum.of("handled"),
                Sum.of("ready_ms", "on_contact_ms", "acw_state_ms"))
            .scale(MS_PER_HOUR, 1)
            .formula("handled / hours ready, on contact or in after-call work")
            .volume()
            .gate(TEN_MINUTES_MS)
            .needs(LEG_ENDED, AGENT_STATE)
            .gaming("Set not ready between calls; hang up early."));
  }
}
