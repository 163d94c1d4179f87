package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.contest.Cadence.MONTH;
import static org.ringside.contest.Cadence.WEEK;
import static org.ringside.contest.Shanghai.CALENDAR;
import static org.ringside.contest.Shanghai.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.calendar.ServiceCalendar;

/** R3. */
class ContestPeriodTest {
  private static final ServiceCalendar ASSESSMENT =
      new ServiceCalendar(Shanghai.ZONE, LocalTime.of(4, 0), DayOfWeek.MONDAY, 26);

  @Test
  void week_runs_from_monday_to_monday_in_the_contest_s_own_zone() {
    var week = ContestPeriod.at(CALENDAR, WEEK, at("2026-11-18T12:00"));
    assertThat(week.name()).isEqualTo("2026-W47");
    assertThat(week.window().start()).isEqualTo(at("2026-11-16T00:00"));
    assertThat(week.window().end()).isEqualTo(at("2026-11-23T00:00"));
  }

  @Test
  void week_over_new_year_belongs_to_the_week_based_year() {
    assertThat(named(CALENDAR, WEEK, "2026-W53").window().contains(at("2027-01-01T12:00")))
        .isTrue();
    assertThat(ContestPeriod.at(CALENDAR, WEEK, at("2027-01-01T12:00")).name())
        .isEqualTo("2026-W53");
  }

  @ParameterizedTest
  @CsvSource({
    "WEEK,2027-W53",
    "WEEK,2026-W00",
    "WEEK,2026-W54",
    "WEEK,2026-11",
    "WEEK,2026W47",
    "MONTH,2026-13",
    "MONTH,2026-00",
    "MONTH,2026-W47",
    "MONTH,november"
  })
  void period_that_the_calendar_does_not_have_is_not_found(Cadence cadence, String name) {
    assertThat(ContestPeriod.named(CALENDAR, cadence, name)).isNull();
  }

  @Test
  void assessment_month_from_the_26th_is_named_by_the_month_in_which_it_ends() {
    var month = named(ASSESSMENT, MONTH, "2026-11");
    assertThat(month.window().start()).isEqualTo(at("2026-10-26T04:00"));
    assertThat(month.window().end()).isEqualTo(at("2026-11-26T04:00"));
  }

  @ParameterizedTest
  @CsvSource({"2026-02,28", "2026-11,30", "2026-12,31", "2028-02,29"})
  void calendar_month_is_as_long_as_the_month_not_four_weeks(String name, long days) {
    var window = named(CALENDAR, MONTH, name).window();
    assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofDays(days));
  }

  @ParameterizedTest
  @CsvSource({"2026-W13,167", "2026-W14,168", "2026-W43,169"})
  void week_with_a_clock_change_is_an_hour_shorter_or_longer(String name, long hours) {
    var berlin = ServiceCalendar.of(ZoneId.of("Europe/Berlin"));
    var window = named(berlin, WEEK, name).window();
    assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofHours(hours));
  }

  @Test
  void week_that_begins_on_sunday_is_found_by_its_name_too() {
    var sundays = new ServiceCalendar(Shanghai.ZONE, LocalTime.MIDNIGHT, DayOfWeek.SUNDAY, 1);
    for (Instant day = at("2026-01-01T12:00");
        day.isBefore(at("2029-01-01T00:00"));
        day = day.plus(Duration.ofDays(1))) {
      var week = ContestPeriod.at(sundays, WEEK, day);
      assertThat(ContestPeriod.named(sundays, WEEK, week.name())).isEqualTo(week);
    }
  }

  @Test
  void month_is_found_by_its_name_whatever_day_it_starts_on() {
    for (int start = 1; start <= 28; start++) {
      var calendar =
          new ServiceCalendar(Shanghai.ZONE, LocalTime.of(4, 0), DayOfWeek.MONDAY, start);
      var month = ContestPeriod.at(calendar, MONTH, at("2026-11-18T12:00"));
      assertThat(ContestPeriod.named(calendar, MONTH, month.name())).isEqualTo(month);
    }
  }

  @Test
  void window_of_dates_is_called_by_its_first_and_last_day() {
    assertThat(between("2026-11-16T00:00", "2026-11-21T00:00")).isEqualTo("2026-11-16/2026-11-20");
    assertThat(between("2026-11-16T09:00", "2026-11-16T09:15")).isEqualTo("2026-11-16");
  }

  private static String between(String start, String end) {
    return ContestPeriod.between(CALENDAR, at(start), at(end)).name();
  }

  private static ContestPeriod named(ServiceCalendar calendar, Cadence cadence, String name) {
    return Objects.requireNonNull(ContestPeriod.named(calendar, cadence, name));
  }
}
