package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contest.Shanghai.CALENDAR;
import static org.ringside.contest.Shanghai.CATALOGUE;
import static org.ringside.contest.Shanghai.at;
import static org.ringside.contest.Shanghai.perUnit;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Gate;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.TieBreak;

/** R5. A week ends on Sunday, 22 November 2026, at midnight. */
class GraceTest {
  private static final Instant WEEK_ENDS = at("2026-11-23T00:00");
  private static final Instant NEXT_MORNING = at("2026-11-23T10:00");
  private static final Instant FIVE_WORKING_DAYS = at("2026-11-27T10:00");

  @ParameterizedTest
  @ValueSource(strings = {"valid_calls", "agent_answer_rate", "transfer_rate", "connect_rate"})
  void live_telephony_is_due_the_next_day_at_ten(String metric) {
    assertThat(graceOf(perUnit(metric))).isEqualTo(NEXT_MORNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csat_top_box", "nps", "qa_score", "sales", "revenue", "resolution_rate"})
  void surveys_quality_and_sales_have_five_working_days(String metric) {
    assertThat(graceOf(perUnit(metric))).isEqualTo(FIVE_WORKING_DAYS);
  }

  @Test
  void contest_waits_for_the_latest_of_its_lines() {
    var lines =
        List.of(perUnit("valid_calls").lines().getFirst(), perUnit("csat").lines().getFirst());
    var book = new RuleBook(lines, List.of(), 1, TieBreak.SHARED, BigDecimal.ZERO);
    assertThat(graceOf(book)).isEqualTo(FIVE_WORKING_DAYS);
  }

  @Test
  void contest_waits_for_its_gates_and_its_tie_break_too() {
    var calls = Shanghai.CALLS.lines();
    var gated =
        new RuleBook(calls, List.of(new Gate("csat", 30)), 1, TieBreak.SHARED, BigDecimal.ZERO);
    var tied = new RuleBook(calls, List.of(), 1, TieBreak.by("csat"), BigDecimal.ZERO);
    assertThat(graceOf(gated)).isEqualTo(FIVE_WORKING_DAYS);
    assertThat(graceOf(tied)).isEqualTo(FIVE_WORKING_DAYS);
  }

  @Test
  void gate_on_a_counter_has_the_longer_time_because_nobody_knows_what_it_needs() {
    var gated =
        new RuleBook(
            Shanghai.CALLS.lines(),
            List.of(new Gate("training_hours", 2)),
            1,
            TieBreak.SHARED,
            BigDecimal.ZERO);
    assertThat(graceOf(gated)).isEqualTo(FIVE_WORKING_DAYS);
  }

  @Test
  void weekend_days_are_no_working_days() {
    // Tuesday, 30 June: Wednesday, Thursday, Friday, Monday, Tuesday.
    assertThat(Grace.end(Shanghai.SURVEYS, CATALOGUE, CALENDAR, at("2026-07-01T00:00")))
        .isEqualTo(at("2026-07-07T10:00"));
  }

  @Test
  void contest_that_ends_in_the_evening_is_due_the_next_morning() {
    assertThat(Grace.end(Shanghai.CALLS, CATALOGUE, CALENDAR, at("2026-11-20T17:00")))
        .isEqualTo(at("2026-11-21T10:00"));
  }

  @Test
  void service_day_that_ends_after_ten_is_due_the_day_after() {
    var nights = new ServiceCalendar(Shanghai.ZONE, LocalTime.NOON, DayOfWeek.MONDAY, 1);
    assertThat(Grace.end(Shanghai.CALLS, CATALOGUE, nights, at("2026-11-23T12:00")))
        .isEqualTo(at("2026-11-24T10:00"));
  }

  @Test
  void ten_o_clock_is_ten_on_the_wall_across_a_clock_change() {
    var berlin = ServiceCalendar.of(ZoneId.of("Europe/Berlin"));
    // The clocks go back on Sunday, 25 October 2026, the day on which the week ends.
    Instant end = Instant.parse("2026-10-25T23:00:00Z");
    assertThat(Grace.end(Shanghai.CALLS, CATALOGUE, berlin, end))
        .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
  }

  private static Instant graceOf(RuleBook rules) {
    return Grace.end(rules, CATALOGUE, CALENDAR, WEEK_ENDS);
  }
}
