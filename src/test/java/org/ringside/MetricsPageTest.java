package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringside.metric.Benchmark;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Consistency;
import org.ringside.metric.Direction;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Facts;
import org.ringside.metric.Field;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;
import org.ringside.metric.Scope;
import org.ringside.metric.Sum;

/** docs/metrics.md is the catalogue, and every counter that is booked stands in it. */
class MetricsPageTest {
  private static final Page PAGE = Page.read("metrics.md");
  private static final List<Metric> ALL = Catalogue.of("CNY").all();

  @Test
  void readme_and_changelog_count_the_metrics_that_there_are() throws IOException {
    int metrics = Catalogue.of("CNY").all().size();
    assertThat(Files.readString(Path.of("README.md"))).contains(metrics + " [metrics]");
    assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains(metrics + " metrics");
  }

  @Test
  void metrics_are_listed_as_the_catalogue_has_them() {
    String table =
        "| metric | no. | formula | unit | better | gate | benchmark | remarks |\n"
            + "|---|---|---|---|---|---|---|---|\n"
            + ALL.stream().map(MetricsPageTest::row).collect(Collectors.joining());
    assertThat(PAGE.table("metrics")).isEqualTo(table);
  }

  @Test
  void gaming_is_listed_as_the_catalogue_has_it() {
    String table =
        "| metric | how |\n|---|---|\n"
            + ALL.stream()
                .map(metric -> "| " + metric.id() + " | " + metric.gaming() + " |\n")
                .collect(Collectors.joining());
    assertThat(PAGE.table("gaming")).isEqualTo(table);
  }

  @Test
  void every_counter_is_listed_with_the_facts_that_book_it() {
    assertThat(listed()).isEqualTo(booked());
  }

  @Test
  void every_counter_of_a_metric_is_booked_by_a_fact_that_it_needs() {
    Map<String, Set<String>> booked = booked();
    for (Metric metric : ALL) {
      Set<String> needs = metric.needs().stream().map(FactType::wire).collect(Collectors.toSet());
      for (Sum.Term term : terms(metric)) {
        assertThat(booked.getOrDefault(term.counter(), Set.of()))
            .as(metric.id() + " reads " + term.counter())
            .containsAnyElementsOf(needs);
      }
    }
  }

  private static List<Sum.Term> terms(Metric metric) {
    Sum below = metric.denominator();
    return Stream.concat(
            metric.numerator().terms().stream(),
            below == null ? Stream.empty() : below.terms().stream())
        .toList();
  }

  private static String row(Metric metric) {
    return "| "
        + String.join(
            " | ",
            metric.id(),
            metric.number(),
            metric.formula(),
            metric.unit().wire(),
            metric.goal().wire(),
            gates(metric),
            benchmark(metric.benchmark()),
            remarks(metric))
        + " |\n";
  }

  private static String gates(Metric metric) {
    String forAgents = gate(metric.defaultGate());
    String forTeams = gate(metric.teamGate());
    return forAgents.equals(forTeams) ? forAgents : forAgents + "; teams " + forTeams;
  }

  private static String gate(@Nullable Gate gate) {
    return gate == null ? "–" : gate.on() + " " + gate.minimum();
  }

  private static String benchmark(@Nullable Benchmark benchmark) {
    return benchmark == null
        ? "–"
        : benchmark.value().toPlainString() + " (" + benchmark.source() + ")";
  }

  private static String remarks(Metric metric) {
    String scope = metric.scope() == Scope.QUEUE ? "queue" : "";
    String volume = metric.volume() ? "volume" : "";
    return Stream.of(scope, volume)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Set<String>> listed() {
    var listed = new HashMap<String, Set<String>>();
    PAGE.rows("counters")
        .forEach(
            row -> {
              for (String counter : cell(row, "counter").split(", ", -1)) {
                listed.put(counter, new TreeSet<>(List.of(cell(row, "booked by").split(", ", -1))));
              }
            });
    return listed;
  }

  /** What examples of every type, with every choice and both sides of every threshold, book. */
  private static Map<String, Set<String>> booked() {
    var booking = new Booking(BookingRules.defaults());
    var booked = new HashMap<String, Set<String>>();
    for (FactType type : FactType.values()) {
      if (type == FactType.PERIOD_AGGREGATE) {
        continue;
      }
      variants(type)
          .flatMap(fact -> booking.amounts(fact).keySet().stream())
          .forEach(
              counter -> booked.computeIfAbsent(counter, c -> new TreeSet<>()).add(type.wire()));
    }
    return booked;
  }

  private static Stream<Fact> variants(FactType type) {
    Stream<Fact> facts = Stream.of(Facts.exampleOf(type));
    for (Field field : fieldsOf(type)) {
      facts = facts.flatMap(fact -> values(field).map(value -> fact.with(field, value)));
    }
    return facts
        .flatMap(MetricsPageTest::onUsualScale)
        .flatMap(
            fact ->
                Stream.of(Direction.IN, Direction.INTERNAL)
                    .map(direction -> fact.with(Field.DIRECTION, direction.wire())));
  }

  private static Set<Field> fieldsOf(FactType type) {
    var fields = new TreeSet<>(type.required());
    fields.addAll(type.optional());
    return fields;
  }

  private static Stream<Object> values(Field field) {
    return switch (field) {
      case TALK_MS -> Stream.of(1_000L, 60_000L);
      case RING_MS, WAIT_MS -> Stream.of(5_000L);
      case CRITICAL_ERRORS -> Stream.of(0L, 2L);
      case JUSTIFIED -> Stream.of(true);
      case ACTIVITY -> Stream.of("work", "break", "training", "meeting", "leave");
      case FROM -> Stream.of(Facts.NINE - 60_000);
      case TO, DUE_AT -> Stream.of(Facts.NINE);
      case SCORE -> Stream.of(0L, 1L, 5L, 7L, 10L);
      default -> field.kind() == Field.Kind.CHOICE ? choices(field) : same(field);
    };
  }

  private static Stream<Object> choices(Field field) {
    return field.choices().stream().map(Object.class::cast);
  }

  private static Stream<Object> same(Field field) {
    return Stream.of(Facts.exampleOf(field));
  }

  /** Answers only on the scale that has no suffix, so that the page lists each counter once. */
  private static Stream<Fact> onUsualScale(Fact fact) {
    String kind = fact.text(Field.SURVEY_KIND);
    return switch (kind) {
      case "csat" -> onScale(fact, 1, 5);
      case "ces" -> onScale(fact, 1, 7);
      case "nps" -> onScale(fact, 0, 10);
      case "resolved" -> onScale(fact, 0, 1);
      case null, default -> Stream.of(fact);
    };
  }

  private static Stream<Fact> onScale(Fact fact, long min, long max) {
    Fact scaled = fact.with(Field.SCALE_MIN, min).with(Field.SCALE_MAX, max);
    return Consistency.flaws(scaled).isEmpty() ? Stream.of(scaled) : Stream.empty();
  }

  private static String cell(Map<String, String> row, String head) {
    return Objects.requireNonNull(row.get(head), head);
  }
}
