package org.ringside.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.scoring.Books.line;
import static org.ringside.scoring.Books.linear;
import static org.ringside.scoring.Books.perUnit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.metric.Rational;

/** From counters to points (R10, R11). */
class ScoringTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");

  @Test
  void per_unit_gives_points_for_each() {
    assertThat(milli(line("valid_calls", perUnit("2.5"), "2"), Map.of("valid_calls", 7L)))
        .isEqualTo(35_000);
  }

  @ParameterizedTest
  @CsvSource({
    // satisfaction from 3 (nothing) to 4.5 (all of 100 points)
    "csat, 3, 4.5, csat_sum=300;csat_n=100, 0",
    "csat, 3, 4.5, csat_sum=450;csat_n=100, 100000",
    "csat, 3, 4.5, csat_sum=375;csat_n=100, 50000",
    "csat, 3, 4.5, csat_sum=200;csat_n=100, 0",
    "csat, 3, 4.5, csat_sum=500;csat_n=100, 100000",
    "csat, 3, 4.5, csat_sum=7;csat_n=2, 33333",
    // lower is better: the floor is above the target
    "transfer_rate, 0.20, 0.05, transferred_out=10;handled=100, 66667",
    "transfer_rate, 0.20, 0.05, transferred_out=20;handled=100, 0",
    "transfer_rate, 0.20, 0.05, transferred_out=30;handled=100, 0",
    "transfer_rate, 0.20, 0.05, transferred_out=0;handled=100, 100000",
  })
  void linear_is_clamped_between_floor_and_target(
      String metric, String floor, String target, String counters, long milli) {
    assertThat(milli(line(metric, linear(floor, target, "100"), "1"), parsed(counters)))
        .isEqualTo(milli);
  }

  @Test
  void line_is_rounded_once_after_the_weight() {
    // 1/3 of 100 is 33.333…; times 3 it is 100 and not 99.999
    assertThat(
            milli(
                line("resolution_rate", linear("0", "1", "100"), "3"),
                Map.of("resolved", 1L, "answered", 3L)))
        .isEqualTo(100_000);
  }

  @ParameterizedTest
  @CsvSource({"0.0005,1", "0.00049,0", "-0.0005,-1", "-0.00049,0"})
  void half_a_thousandth_is_rounded_away_from_zero(String points, long milli) {
    assertThat(milli(line("sales", perUnit(points), "1"), Map.of("sales", 1L))).isEqualTo(milli);
  }

  @Test
  void cap_holds_after_the_weight_and_in_both_directions() {
    Line gain = new Line("sales", perUnit("10"), new BigDecimal("2"), new BigDecimal("50"), null);
    assertThat(milli(gain, Map.of("sales", 3L))).isEqualTo(50_000);
    Line loss = new Line("missed", perUnit("-10"), BigDecimal.ONE, new BigDecimal("15"), null);
    assertThat(milli(loss, Map.of("missed_real", 3L))).isEqualTo(-15_000);
  }

  @Test
  void score_is_the_sum_of_the_rounded_lines() {
    var book =
        RuleBook.of(
            1,
            line("resolution_rate", linear("0", "1", "1"), "1"),
            line("short_call_rate", linear("1", "0", "1"), "1"));
    // 1/3 and 2/3 are 0.333 and 0.667
    var ranked =
        ranked(book, Map.of("resolved", 1L, "answered", 3L, "short_calls", 1L, "handled", 3L));
    assertThat(ranked.lines()).extracting(LineScore::pointsMilli).containsExactly(333L, 667L);
    assertThat(ranked.milli()).isEqualTo(1_000);
    assertThat(ranked.displayed()).isEqualTo(new BigDecimal("1.0"));
  }

  @ParameterizedTest
  @CsvSource({"0,13", "1,12.5", "2,12.50", "3,12.500"})
  void score_is_displayed_with_the_decimals_of_the_rule_book(int decimals, BigDecimal displayed) {
    var book = RuleBook.of(decimals, line("sales", perUnit("12.5"), "1"));
    assertThat(ranked(book, Map.of("sales", 1L)).displayed()).isEqualTo(displayed);
  }

  @Test
  void line_says_value_numerator_and_denominator() {
    var book = RuleBook.of(1, line("csat", linear("3", "4.5", "100"), "1"));
    LineScore csat = ranked(book, Map.of("csat_sum", 9L, "csat_n", 2L)).lines().getFirst();
    assertThat(csat.value()).isEqualTo(Rational.of(9, 2));
    assertThat(csat.numerator()).isEqualTo(9);
    assertThat(csat.denominator()).isEqualTo(2);
    assertThat(csat.unmet()).isNull();
  }

  @Test
  void below_the_gate_of_a_line_nobody_is_ranked_yet() {
    var book = RuleBook.of(1, Books.gated("csat", linear("3", "4.5", "100"), new Gate("csat", 30)));
    var notYet = (Score.NotYet) score(book, Map.of("csat_sum", 60L, "csat_n", 12L));
    assertThat(notYet.gate()).isEqualTo(new Gate("csat", 30));
    assertThat(notYet.have()).isEqualTo(12);
    assertThat(notYet.need()).isEqualTo(30);
    assertThat(notYet.lines().getFirst().unmet()).isEqualTo(new Gate("csat", 30));
    assertThat(notYet.lines().getFirst().pointsMilli()).isEqualTo(100_000);
  }

  @Test
  void at_the_gate_one_is_ranked() {
    var book = RuleBook.of(1, Books.gated("csat", linear("3", "4.5", "100"), new Gate("csat", 30)));
    assertThat(score(book, Map.of("csat_sum", 150L, "csat_n", 30L)))
        .isInstanceOf(Score.Ranked.class);
  }

  @Test
  void gate_can_ask_for_a_counter_and_stand_over_the_whole_contest() {
    var book =
        new RuleBook(
            List.of(line("sales", perUnit("1"), "1")),
            List.of(new Gate("dial_attempted", 50)),
            0,
            TieBreak.SHARED,
            BigDecimal.ZERO);
    assertThat(score(book, Map.of("sales", 9L, "dial_attempted", 49L)))
        .isInstanceOf(Score.NotYet.class);
    assertThat(score(book, Map.of("sales", 9L, "dial_attempted", 50L)))
        .isInstanceOf(Score.Ranked.class);
  }

  @Test
  void of_several_unmet_gates_the_least_fulfilled_is_shown() {
    var book =
        new RuleBook(
            List.of(Books.gated("csat", linear("3", "4.5", "100"), new Gate("csat", 30))),
            List.of(new Gate("handled", 20)),
            0,
            TieBreak.SHARED,
            BigDecimal.ZERO);
    var notYet = (Score.NotYet) score(book, Map.of("csat_sum", 5L, "csat_n", 1L, "handled", 10L));
    assertThat(notYet.gate().on()).isEqualTo("csat");
  }

  @Test
  void line_without_a_value_is_not_worth_nothing_but_not_yet_ranked() {
    var book =
        RuleBook.of(
            1, line("csat", linear("3", "4.5", "100"), "1"), line("sales", perUnit("1"), "1"));
    var notYet = (Score.NotYet) score(book, Map.of("sales", 100L));
    assertThat(notYet.gate()).isEqualTo(new Gate("csat", 1));
    assertThat(notYet.have()).isZero();
    assertThat(notYet.lines().getFirst().value()).isNull();
  }

  @Test
  void plain_sum_always_has_a_value() {
    var book = RuleBook.of(1, line("sales", perUnit("1"), "1"));
    assertThat(ranked(book, Map.of()).milli()).isZero();
  }

  @Test
  void no_input_overflows_a_score() {
    var book =
        RuleBook.of(
            0,
            line("revenue", perUnit("1000000"), "1000000"),
            line("sales", perUnit("1000000"), "1000000"));
    var ranked = ranked(book, Map.of("revenue_minor_cny", Long.MAX_VALUE, "sales", Long.MAX_VALUE));
    assertThat(ranked.displayed()).isEqualByComparingTo("2000000000000");
  }

  @Test
  void unknown_metric_cannot_be_scored() {
    var book = RuleBook.of(0, line("charm", perUnit("1"), "1"));
    assertThatThrownBy(() -> new Scoring(book, CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("charm");
  }

  private static long milli(Line line, Map<String, Long> counters) {
    return ranked(RuleBook.of(3, line), counters).milli();
  }

  private static Score.Ranked ranked(RuleBook book, Map<String, Long> counters) {
    return (Score.Ranked) score(book, counters);
  }

  private static Score score(RuleBook book, Map<String, Long> counters) {
    return Objects.requireNonNull(new Scoring(book, CATALOGUE).score(Counters.of(counters)));
  }

  private static Map<String, Long> parsed(String counters) {
    var map = new HashMap<String, Long>();
    for (String counter : counters.split(";", -1)) {
      String[] parts = counter.split("=", -1);
      map.put(parts[0], Long.valueOf(parts[1]));
    }
    return map;
  }
}
