package org.ringside.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is measured about retention. */
public final class RetentionMeters {
  final Counter rounds;
  private final MeterRegistry meters;

  public RetentionMeters(MeterRegistry meters) {
    this.meters = meters;
    for (Removed kind : Removed.values()) {
      removed(kind);
    }
    rounds =
        Counter.builder("ringside.retention.rounds")
            .description("Rounds through all organisations that were finished, one a day")
            .register(meters);
  }

  Counter removed(Removed kind) {
    return Counter.builder("ringside.retention.removed")
        .tag("kind", kind.word())
        .description("What was removed because its time was up")
        .register(meters);
  }
}
