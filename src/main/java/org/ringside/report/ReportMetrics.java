package org.ringside.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.FieldError;
import org.ringside.frame.Nearest;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Field;
import org.ringside.metric.Metric;

/**
 * What {@code metrics=} may name: metrics of the catalogue, and any counter that the organisation
 * has ever booked or that a metric is made of.
 */
final class ReportMetrics {
  /** Metrics of one report. */
  static final int MOST = 100;

  private final Catalogue catalogue;

  /**
   * Those of an organisation.
   *
   * @param currency the one in which its revenue is shown, ISO 4217
   */
  ReportMetrics(String currency) {
    catalogue = Catalogue.of(currency);
  }

  /**
   * The metrics that are named; all of the catalogue if none is.
   *
   * @param faults get a fault for each name that means nothing
   */
  List<Metric> read(@Nullable String names, List<FieldError> faults) {
    if (names == null) {
      return catalogue.all();
    }
    String[] each = names.split(",", MOST + 1);
    if (each.length > MOST) {
      faults.add(new FieldError("metrics", "at most " + MOST + " names", "answer_rate,csat"));
      return List.of();
    }
    var metrics = new LinkedHashSet<Metric>();
    for (String name : each) {
      metric(name.strip(), faults).ifPresent(metrics::add);
    }
    return List.copyOf(metrics);
  }

  private Optional<Metric> metric(String name, List<FieldError> faults) {
    Metric metric = catalogue.find(name);
    if (metric != null) {
      return Optional.of(metric);
    }
    if (Field.isCounterName(name)) {
      return Optional.of(Metric.ofCounter(name));
    }
    faults.add(unknown(name));
    return Optional.empty();
  }

  /** Counters that are named and that no metric is made of: they may be a slip of the pen. */
  List<String> doubtful(List<Metric> asked) {
    var known = counters();
    return asked.stream()
        .map(Metric::id)
        .filter(id -> catalogue.find(id) == null && !known.contains(id))
        .toList();
  }

  /** The fault of a name that means nothing. */
  FieldError unknown(String name) {
    var candidates = new TreeSet<>(counters());
    catalogue.all().forEach(metric -> candidates.add(metric.id()));
    List<String> close = Nearest.few(name, candidates, 3);
    return new FieldError(
        "metrics",
        "a metric or a counter; " + name + " is neither, close are " + String.join(", ", close),
        close.getFirst());
  }

  private Set<String> counters() {
    var counters = new TreeSet<String>();
    for (Metric metric : catalogue.all()) {
      metric.numerator().terms().forEach(term -> counters.add(term.counter()));
      if (metric.denominator() != null) {
        metric.denominator().terms().forEach(term -> counters.add(term.counter()));
      }
    }
    return counters;
  }
}
