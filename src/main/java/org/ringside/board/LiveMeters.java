package org.ringside.board;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured about the live feed. */
public final class LiveMeters {
  private final AtomicInteger open = new AtomicInteger();
  private final Counter slow;

  public LiveMeters(MeterRegistry meters) {
    meters.gauge("ringside.live.sockets", open);
    slow = meters.counter("ringside.live.closed.slow");
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  void slow() {
    slow.increment();
  }
}
