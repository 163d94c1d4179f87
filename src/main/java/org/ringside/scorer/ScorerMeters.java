package org.ringside.scorer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ringside.fact.Receipt;

/** What is measured about the scorer. */
public final class ScorerMeters {
  final DistributionSummary commitFacts;
  final Timer commit;
  final Timer checkpoint;
  final Counter recomputations;
  final Counter mismatches;
  final Counter reloads;
  final AtomicLong queued = new AtomicLong();
  final AtomicLong checkpointedMs = new AtomicLong();
  private final Map<Receipt.Outcome, Counter> outcomes = new EnumMap<>(Receipt.Outcome.class);
  private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
  private final MeterRegistry registry;

  /**
   * @param nowMs the server's clock, for the age of the checkpoint
   */
  public ScorerMeters(MeterRegistry meters, java.util.function.LongSupplier nowMs) {
    this.registry = meters;
    for (Receipt.Outcome outcome : Receipt.Outcome.values()) {
      outcomes.put(outcome, meters.counter("ringside.facts", "outcome", outcome.wire()));
    }
    commitFacts = DistributionSummary.builder("ringside.commit.facts").register(meters);
    commit = Timer.builder("ringside.commit").publishPercentiles(0.5, 0.99).register(meters);
    checkpoint = meters.timer("ringside.checkpoint");
    recomputations = meters.counter("ringside.board.recomputations");
    mismatches = meters.counter("ringside.board.recompute.mismatch");
    reloads = meters.counter("ringside.scorer.reloads");
    meters.gauge("ringside.facts.queued", queued);
    checkpointedMs.set(nowMs.getAsLong());
    io.micrometer.core.instrument.Gauge.builder(
            "ringside.checkpoint.age", () -> (nowMs.getAsLong() - checkpointedMs.get()) / 1000.0)
        .baseUnit("seconds")
        .register(meters);
  }

  void outcome(Receipt.Outcome outcome) {
    java.util.Objects.requireNonNull(outcomes.get(outcome)).increment();
  }

  /**
   * Counts what was refused of a source, a fact or a request.
   *
   * @param code one of a few: of {@code Refused}, or the name of a {@code Forgery}
   */
  void refusal(String code) {
    refusals.computeIfAbsent(code, this::refusals).increment();
  }

  private Counter refusals(String code) {
    return registry.counter("ringside.source.refusals", "code", code);
  }

  void refused(int count) {
    java.util.Objects.requireNonNull(outcomes.get(Receipt.Outcome.REFUSED)).increment(count);
  }
}
