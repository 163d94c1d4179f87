package org.ringside.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is measured about retention. */
public final class RetentionMeters {
  final Counter sessions;
  final Counter links;
  final Counter refusals;
  final Counter rounds;

  public RetentionMeters(MeterRegistry meters) {
    sessions = removed(meters, "session");
    links = removed(meters, "link");
    refusals = removed(meters, "refusal");
    rounds =
        Counter.builder("ringside.retention.rounds")
            .description("Rounds through all organisations that were finished, one a day")
            .register(meters);
  }

  private static Counter removed(MeterRegistry meters, String kind) {
    return Counter.builder("ringside.retention.removed")
        .tag("kind", kind)
        .description("What was removed because its time was up")
        .register(meters);
  }
}
