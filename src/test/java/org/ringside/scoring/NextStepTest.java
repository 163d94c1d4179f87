package org.ringside.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.scoring.Books.gated;
import static org.ringside.scoring.Books.line;
import static org.ringside.scoring.Books.linear;
import static org.ringside.scoring.Books.perUnit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;

/** The gap to the next rank in the metric's own units (R19). */
class NextStepTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");

  @Test
  void satisfied_callers_are_counted_to_pass_the_next() {
    // 30 answers, mean 4; at 4.5 all of 100 points. 3 more fives: 135/33 = 4.09 → 72.7 points
    var book = RuleBook.of(1, line("csat", linear("3", "4.5", "100"), "1"));
    assertThat(step(book, Map.of("csat_sum", 120L, "csat_n", 30L), "72"))
        .isEqualTo(new NextStep("csat", 3, "csat_n"));
  }

  @Test
  void to_equal_is_not_to_pass() {
    var book = RuleBook.of(0, line("sales", perUnit("10"), "1"));
    assertThat(step(book, Map.of("sales", 2L), "50")).isEqualTo(new NextStep("sales", 4, "sales"));
  }

  @Test
  void fewest_units_decide_which_line_is_named() {
    var book = RuleBook.of(0, line("sales", perUnit("10"), "1"), line("units", perUnit("3"), "1"));
    assertThat(step(book, Map.of(), "25")).isEqualTo(new NextStep("sales", 3, "sales"));
  }

  @Test
  void quality_goes_before_volume_where_both_need_as_many() {
    var book =
        RuleBook.of(0, line("valid_calls", perUnit("5"), "1"), line("sales", perUnit("5"), "1"));
    assertThat(step(book, Map.of(), "9")).isEqualTo(new NextStep("sales", 2, "sales"));
  }

  @Test
  void fewer_transfers_are_calls_without_one() {
    var book = RuleBook.of(1, line("transfer_rate", linear("0.2", "0", "100"), "1"));
    // 2 of 20 is 10 % and 50 points; 2 of 25 is 8 % and 60 points
    assertThat(step(book, Map.of("transferred_out", 2L, "handled", 20L), "59.9"))
        .isEqualTo(new NextStep("transfer_rate", 5, "handled"));
  }

  @Test
  void revenue_is_counted_in_major_units() {
    var book = RuleBook.of(0, line("revenue", perUnit("0.01"), "1"));
    assertThat(step(book, Map.of("revenue_minor_cny", 312_345L), "32"))
        .isEqualTo(new NextStep("revenue", 127, "revenue_minor_cny"));
  }

  @Test
  void step_of_more_than_a_twentieth_of_what_was_done_is_not_said() {
    var book = RuleBook.of(0, line("valid_calls", perUnit("1"), "1"));
    var mine = Map.of("valid_calls", 240L);
    assertThat(step(book, mine, "251")).isEqualTo(new NextStep("valid_calls", 12, "valid_calls"));
    assertThat(step(book, mine, "252")).isNull();
  }

  @Test
  void five_are_within_reach_of_whoever_has_just_begun() {
    var book = RuleBook.of(0, line("valid_calls", perUnit("1"), "1"));
    assertThat(step(book, Map.of(), "4")).isEqualTo(new NextStep("valid_calls", 5, "valid_calls"));
    assertThat(step(book, Map.of(), "5")).isNull();
  }

  @Test
  void step_beyond_reach_is_not_replaced_by_a_longer_one() {
    var book =
        RuleBook.of(0, line("sales", perUnit("5"), "1"), line("valid_calls", perUnit("1"), "1"));
    // 8 sales, of which there were 3; or 36 calls, of which there were 800
    assertThat(step(book, Map.of("sales", 3L, "valid_calls", 800L), "850")).isNull();
  }

  @Test
  void step_that_no_line_alone_can_take_is_none() {
    var book = RuleBook.of(1, line("csat", linear("3", "4.5", "100"), "1"));
    assertThat(step(book, Map.of("csat_sum", 120L, "csat_n", 30L), "100")).isNull();
  }

  @Test
  void deductions_cannot_be_worked_off() {
    var book = RuleBook.of(0, line("missed", perUnit("-1"), "1"));
    assertThat(step(book, Map.of("missed_real", 3L), "0")).isNull();
  }

  @Test
  void who_is_not_ranked_has_a_gate_before_them_and_no_step() {
    var book = RuleBook.of(0, gated("csat", linear("3", "4.5", "100"), new Gate("csat", 30)));
    assertThat(step(book, Map.of("csat_sum", 5L, "csat_n", 1L), "1")).isNull();
  }

  /** One unit less does not pass, that many do: found without trying them all. */
  @Property
  void need_is_enough_and_the_least(
      @ForAll @LongRange(min = 1, max = 5_000) long answers,
      @ForAll @LongRange(min = 1, max = 5) long mean,
      @ForAll @LongRange(min = 0, max = 1_000) long target) {
    var book = RuleBook.of(1, line("csat", linear("1", "5", "100"), "1"));
    var mine = Map.of("csat_sum", answers * mean, "csat_n", answers);
    BigDecimal toPass = BigDecimal.valueOf(target, 1);
    NextStep step = step(book, mine, toPass.toString());
    if (step == null) {
      assertThat(displayed(book, mine, Math.max(5, answers / 20))).isLessThanOrEqualTo(toPass);
    } else {
      assertThat(displayed(book, mine, step.need())).isGreaterThan(toPass);
      assertThat(step.need() == 1 || displayed(book, mine, step.need() - 1).compareTo(toPass) <= 0)
          .isTrue();
    }
  }

  private static BigDecimal displayed(RuleBook book, Map<String, Long> mine, long more) {
    var counters = new HashMap<>(mine);
    counters.merge("csat_sum", 5 * more, Long::sum);
    counters.merge("csat_n", more, Long::sum);
    var score = new Scoring(book, CATALOGUE).score(Counters.of(counters));
    return ((Score.Ranked) score).displayed();
  }

  private static @Nullable NextStep step(RuleBook book, Map<String, Long> mine, String target) {
    return new Scoring(book, CATALOGUE).nextStep(Counters.of(mine), new BigDecimal(target));
  }
}
