package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.contest.Shanghai.at;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;

class ContestTest {
  /** Week 47 of 2026, teams, surveys: its grace ends on Friday the 27th at ten. */
  private static final Contest WEEK = week(Shanghai.SURVEYS, Competitors.TEAM);

  @ParameterizedTest
  @CsvSource({
    "2026-11-15T23:59,SCHEDULED",
    "2026-11-16T00:00,RUNNING",
    "2026-11-22T23:59,RUNNING",
    "2026-11-23T00:00,CLOSING",
    "2026-11-27T09:59,CLOSING",
    "2026-11-27T10:00,PROVISIONAL",
    "2027-11-27T10:00,PROVISIONAL"
  })
  void state_follows_from_stored_instants_and_the_time(String now, State state) {
    assertThat(WEEK.state(at(now))).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-15T23:59:59.999,false",
    "2026-11-16T00:00,true",
    "2026-11-22T23:59:59.999,true",
    "2026-11-23T00:00,false"
  })
  void contest_takes_what_happened_in_its_half_open_window(String when, boolean taken) {
    assertThat(WEEK.window().contains(at(when).toEpochMilli())).isEqualTo(taken);
  }

  @Test
  void line_without_a_gate_gets_the_metric_s_default_one() {
    assertThat(WEEK.rules().lines().getFirst().gate()).isEqualTo(new Gate("csat_top_box", 30));
  }

  @Test
  void default_gate_is_that_of_teams_or_of_agents() {
    RuleBook quality = Shanghai.perUnit("qa_score");
    assertThat(week(quality, Competitors.TEAM).rules().lines().getFirst().gate())
        .isEqualTo(new Gate("qa_n", 30));
    assertThat(week(quality, Competitors.AGENT).rules().lines().getFirst().gate())
        .isEqualTo(new Gate("qa_n", 2));
  }

  @Test
  void gate_of_the_rule_book_stands_before_the_default_one() {
    var gate = new Gate("csat_top_box", 12);
    var line =
        new Line(
            "csat_top_box", new Conversion.PerUnit(BigDecimal.TEN), BigDecimal.ONE, null, gate);
    assertThat(week(RuleBook.of(1, line), Competitors.TEAM).rules().lines().getFirst().gate())
        .isEqualTo(gate);
  }

  @Test
  void pinned_list_is_who_competes_whatever_the_site() {
    Competing two = Competing.pinned(Set.of(4, 7));
    assertThat(two.includes(4, 1)).isTrue();
    assertThat(two.includes(7, null)).isTrue();
    assertThat(two.includes(5, 1)).isFalse();
    assertThat(two.open()).isFalse();
  }

  @Test
  void open_contest_follows_the_roster_of_its_site_or_of_all() {
    assertThat(Competing.EVERYBODY.includes(5, null)).isTrue();
    assertThat(Competing.ofSite(2).includes(5, 2)).isTrue();
    assertThat(Competing.ofSite(2).includes(5, 3)).isFalse();
    assertThat(Competing.ofSite(2).includes(5, null)).isFalse();
    assertThat(Competing.ofSite(2).open()).isTrue();
  }

  @Test
  void list_and_site_at_once_say_two_things() {
    assertThatThrownBy(() -> new Competing(Set.of(1), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Contest week(RuleBook rules, Competitors competitors) {
    ServiceCalendar calendar = Shanghai.CALENDAR;
    return new NewContest(
            "班组周赛",
            null,
            Cadence.WEEK,
            competitors,
            Competing.EVERYBODY,
            Audiences.OPEN,
            1,
            rules,
            calendar,
            ContestPeriod.at(calendar, Cadence.WEEK, at("2026-11-18T12:00")))
        .numbered(17, Shanghai.CATALOGUE);
  }
}
