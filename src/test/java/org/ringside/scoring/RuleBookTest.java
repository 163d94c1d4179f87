package org.ringside.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringside.scoring.Books.gated;
import static org.ringside.scoring.Books.line;
import static org.ringside.scoring.Books.linear;
import static org.ringside.scoring.Books.perUnit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Direction;
import org.ringside.metric.Gate;

/** What a rule book may say (R8a, R9, R11, R12). */
class RuleBookTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private static final Line CSAT = line("csat", linear("3", "4.5", "100"), "1");
  private static final Line CALLS = line("valid_calls", perUnit("1"), "1");

  @Test
  void volume_with_quality_is_fit() {
    assertThat(check(RuleBook.of(1, CALLS, CSAT))).isEmpty();
  }

  @Test
  void inbound_volume_alone_is_refused() {
    assertThat(check(RuleBook.of(1, CALLS)))
        .containsExactly(
            Finding.refusal("lines", "a line for quality beside volume and handle time", "csat"));
  }

  @Test
  void outbound_volume_alone_is_a_warning() {
    var book = RuleBook.of(1, CALLS);
    assertThat(book.check(CATALOGUE, Direction.OUT))
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.WARNING);
    assertThat(book.refusals(CATALOGUE, Direction.OUT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "answer_rate,80,95",
    "answer_rate,-0.5,0.9",
    "csat,0.7,0.9",
    "csat,3,6",
    "csat_top_box,3,4.5"
  })
  void reach_that_a_metric_cannot_have_is_a_warning(String metric, String floor, String target) {
    Line line = line(metric, linear(floor, target, "100"), "1");
    assertThat(check(RuleBook.of(1, CSAT, line)))
        .extracting(Finding::severity, Finding::field)
        .containsExactly(tuple(Finding.Severity.WARNING, "lines[1].conversion"));
  }

  @ParameterizedTest
  @CsvSource({"answer_rate,0,1", "csat,1,5", "nps,-20,40", "nps,0,100", "asa,60,20", "sales,0,1"})
  void reach_that_a_metric_can_have_is_fit(String metric, String floor, String target) {
    Line line = line(metric, linear(floor, target, "100"), "1");
    assertThat(check(RuleBook.of(1, CSAT, line))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aht", "occupancy", "utilisation", "talk_time", "wrap_time"})
  void handle_time_and_occupancy_cannot_be_scored_on_a_line(String metric) {
    assertThat(check(RuleBook.of(1, CSAT, line(metric, linear("400", "300", "10"), "1"))))
        .extracting(Finding::field)
        .containsExactly("lines[1].conversion");
    assertThat(check(RuleBook.of(1, CSAT, line(metric, perUnit("-1"), "1")))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"missed,1", "short_calls,2", "sales,-1", "valid_calls,-0.5"})
  void wrong_direction_cannot_be_rewarded(String metric, String points) {
    assertThat(check(RuleBook.of(1, CSAT, line(metric, perUnit(points), "1"))))
        .extracting(Finding::field)
        .containsExactly("lines[1].conversion");
  }

  @Test
  void lower_is_better_has_its_floor_above_the_target() {
    assertThat(check(RuleBook.of(1, line("transfer_rate", linear("0.2", "0.05", "10"), "1"))))
        .isEmpty();
    assertThat(check(RuleBook.of(1, line("transfer_rate", linear("0.05", "0.2", "10"), "1"))))
        .extracting(Finding::expected)
        .containsExactly("transfer_rate: fewer is better, so a floor above the target");
  }

  @Test
  void every_fault_is_listed_at_once() {
    var book =
        new RuleBook(
            List.of(
                new Line(
                    "charm",
                    linear("1", "1", "0"),
                    BigDecimal.ZERO,
                    new BigDecimal("-1"),
                    new Gate("No Such", 0))),
            List.of(new Gate("handled", 0)),
            4,
            TieBreak.by("aht"),
            new BigDecimal("0.0000001"));
    assertThat(check(book))
        .extracting(Finding::field)
        .containsExactly(
            "decimals",
            "floor",
            "lines[0].metric",
            "lines[0].conversion.points",
            "lines[0].conversion.target",
            "lines[0].weight",
            "lines[0].cap",
            "lines[0].gate.on",
            "lines[0].gate.minimum",
            "gates[0].minimum",
            "tieBreak");
    assertThat(check(book)).allSatisfy(f -> assertThat(f.example()).isNotBlank());
  }

  @Test
  void rule_book_without_lines_is_refused() {
    assertThat(check(RuleBook.of(1))).extracting(Finding::field).containsExactly("lines");
  }

  @Test
  void huge_numbers_are_refused_before_they_are_reckoned_with() {
    assertThat(check(RuleBook.of(1, line("csat", perUnit("1E+999999999"), "1"))))
        .extracting(Finding::field)
        .containsExactly("lines[0].conversion.points");
    assertThat(check(RuleBook.of(1, line("csat", perUnit("1E-999999999"), "1"))))
        .extracting(Finding::field)
        .containsExactly("lines[0].conversion.points");
  }

  @Test
  void default_gates_are_thirty_surveys_and_twenty_calls() {
    var book =
        RuleBook.of(1, CSAT, line("transfer_rate", linear("0.2", "0.05", "10"), "1"), CALLS)
            .withDefaultGates(CATALOGUE, false);
    assertThat(book.lines())
        .extracting(Line::gate)
        .containsExactly(new Gate("csat", 30), new Gate("transfer_rate", 20), null);
  }

  @Test
  void default_gate_of_quality_is_greater_for_teams() {
    var book = RuleBook.of(1, line("qa_score", linear("0.8", "1", "100"), "1"));
    assertThat(book.withDefaultGates(CATALOGUE, false).lines().getFirst().gate())
        .isEqualTo(new Gate("qa_n", 2));
    assertThat(book.withDefaultGates(CATALOGUE, true).lines().getFirst().gate())
        .isEqualTo(new Gate("qa_n", 30));
  }

  @Test
  void gate_that_was_named_stays() {
    var own = gated("csat", linear("3", "4.5", "100"), new Gate("csat", 5));
    assertThat(RuleBook.of(1, own).withDefaultGates(CATALOGUE, true).lines()).containsExactly(own);
  }

  @Test
  void metrics_of_pooled_queues_are_named() {
    var level = line("service_level_c", linear("0.6", "0.9", "100"), "1");
    assertThat(RuleBook.of(1, CSAT, level, level).queueMetrics(CATALOGUE))
        .containsExactly("service_level_c");
  }

  @Test
  void canonical_text_is_the_rule_book_in_full() {
    var book =
        new RuleBook(
            List.of(
                new Line(
                    "csat",
                    linear("3.0", "4.50", "100"),
                    new BigDecimal("0.40"),
                    new BigDecimal("120"),
                    new Gate("csat", 30)),
                line("sales", perUnit("1E+2"), "1")),
            List.of(new Gate("handled", 20)),
            1,
            TieBreak.by("csat_top_box"),
            new BigDecimal("0.00"));
    assertThat(new String(book.canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            ringside rule book 1
            decimals 1
            floor 0
            tie-break "csat_top_box"
            gate "handled" 20
            line "csat"
              linear 3 4.5 100
              weight 0.4
              cap 120
              gate "csat" 30
            line "sales"
              per unit 100
              weight 1
            """);
    assertThat(book.hash())
        .isEqualTo("e8de56a896a9d86392b2a319a4caa880cb023045d89f49033df30dc9b1568d74");
  }

  @Test
  void same_rule_written_otherwise_has_the_same_hash() {
    assertThat(RuleBook.of(1, line("sales", perUnit("1.50"), "1.0")).hash())
        .isEqualTo(RuleBook.of(1, line("sales", perUnit("1.5"), "1")).hash());
  }

  @Test
  void another_rule_has_another_hash() {
    assertThat(RuleBook.of(1, CSAT).hash()).isNotEqualTo(RuleBook.of(2, CSAT).hash());
    assertThat(RuleBook.of(1, CSAT, CALLS).hash()).isNotEqualTo(RuleBook.of(1, CALLS, CSAT).hash());
  }

  @Test
  void no_name_can_forge_a_line() {
    var forged = line("a\"\n  weight 9\nline \"b", perUnit("1"), "1");
    assertThat(new String(RuleBook.of(1, forged).canonical(), StandardCharsets.UTF_8).lines())
        .hasSize(7);
  }

  private static List<Finding> check(RuleBook book) {
    return book.check(CATALOGUE, Direction.IN);
  }
}
