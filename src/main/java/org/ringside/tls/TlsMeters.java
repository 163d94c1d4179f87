package org.ringside.tls;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;

/** What is measured about the certificate. */
final class TlsMeters {
  private final Counter taken;
  private final Counter refused;

  /**
   * @param ends when the certificate in use does
   */
  TlsMeters(MeterRegistry meters, Supplier<Instant> ends) {
    Gauge.builder("ringside.tls.certificate.expiry", () -> ends.get().getEpochSecond())
        .baseUnit("seconds")
        .description("When the first certificate of the chain in use ends, since 1970")
        .strongReference(true)
        .register(meters);
    taken = reloads(meters, "taken");
    refused = reloads(meters, "refused");
  }

  private static Counter reloads(MeterRegistry meters, String outcome) {
    return Counter.builder("ringside.tls.reloads")
        .tag("outcome", outcome)
        .description("Changes of the certificate's files, by what became of them")
        .register(meters);
  }

  void taken() {
    taken.increment();
  }

  void refused() {
    refused.increment();
  }
}
