package org.ringside.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows and their names (R3), case by case. */
class ServiceCalendarTest {
  /** Instants as a clock on the spot shows them, with its offset. */
  @ParameterizedTest
  @CsvSource({
    // ISO weeks: 1 January may be last year's week, 31 December next year's
    "Europe/Zurich, WEEK, 2021-01-01T09:12:58+01:00, 2020-W53",
    "Europe/Zurich, WEEK, 2021-01-03T23:59:59+01:00, 2020-W53",
    "Europe/Zurich, WEEK, 2021-01-04T00:00:00+01:00, 2021-W01",
    "Asia/Shanghai, WEEK, 2026-12-31T12:00:00+08:00, 2026-W53",
    "Asia/Shanghai, WEEK, 2027-01-01T00:00:00+08:00, 2026-W53",
    "Asia/Shanghai, WEEK, 2027-01-04T00:00:00+08:00, 2027-W01",
    "Asia/Shanghai, WEEK, 2024-12-30T00:00:00+08:00, 2025-W01",
    "Asia/Shanghai, WEEK, 2024-12-29T23:59:59.999+08:00, 2024-W52",
    // the same instant is another day elsewhere
    "Europe/Zurich, DAY, 2021-01-05T23:30:00+01:00, 2021-01-05",
    "Asia/Shanghai, DAY, 2021-01-05T23:30:00+01:00, 2021-01-06",
    "Asia/Shanghai, MONTH, 2021-01-31T17:00:00+01:00, 2021-02",
    "UTC, DAY, 2021-01-05T00:00:00+03:00, 2021-01-04",
    "Africa/Nairobi, DAY, 2021-01-05T00:00:00+03:00, 2021-01-05",
    // months
    "Europe/Berlin, MONTH, 2024-02-29T23:59:59.999+01:00, 2024-02",
    "Europe/Berlin, MONTH, 2024-03-01T00:00:00+01:00, 2024-03",
    "Europe/Berlin, DAY, 2024-02-29T00:00:00+01:00, 2024-02-29",
    // hours by the clock on the spot, also where offsets are odd
    "Europe/Zurich, HOUR, 2021-01-05T09:59:59+01:00, 2021-01-05T09:00:00+01:00",
    "Asia/Kathmandu, HOUR, 2021-01-05T09:59:59+05:45, 2021-01-05T09:00:00+05:45",
    "Asia/Kolkata, HOUR, 2021-01-05T09:00:00+05:30, 2021-01-05T09:00:00+05:30",
    "UTC, HOUR, 2021-01-05T09:30:00Z, 2021-01-05T09:00:00+00:00",
    // the hour that comes twice
    "Europe/Berlin, HOUR, 2026-10-25T02:30:00+02:00, 2026-10-25T02:00:00+02:00",
    "Europe/Berlin, HOUR, 2026-10-25T02:30:00+01:00, 2026-10-25T02:00:00+01:00",
    // Lord Howe: the clock jumps from 02:00 to 02:30, and back from 02:00 to 01:30
    "Australia/Lord_Howe, HOUR, 2026-10-04T02:45:00+11:00, 2026-10-04T02:30:00+11:00",
    "Australia/Lord_Howe, HOUR, 2026-04-05T01:45:00+11:00, 2026-04-05T01:00:00+11:00",
    "Australia/Lord_Howe, HOUR, 2026-04-05T01:45:00+10:30, 2026-04-05T01:30:00+10:30",
    "Australia/Lord_Howe, HOUR, 2026-04-05T02:15:00+10:30, 2026-04-05T02:00:00+10:30",
    "Asia/Shanghai, ALL, 2026-10-25T02:30:00+01:00, all",
  })
  void period_is_named_by_the_clock_on_the_spot(
      ZoneId zone, Period period, Instant instant, String name) {
    assertThat(ServiceCalendar.of(zone).nameOf(period, instant)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    // 23 and 25 hours, 23½ and 24½ on Lord Howe
    "Europe/Berlin, DAY, 2026-03-29, 23.0",
    "Europe/Berlin, DAY, 2026-10-25, 25.0",
    "Europe/Berlin, DAY, 2026-10-26, 24.0",
    "America/New_York, DAY, 2026-03-08, 23.0",
    "America/New_York, DAY, 2026-11-01, 25.0",
    "Australia/Lord_Howe, DAY, 2026-10-04, 23.5",
    "Australia/Lord_Howe, DAY, 2026-04-05, 24.5",
    "Asia/Shanghai, DAY, 2026-03-29, 24.0",
    // no midnight: the day starts at 01:00
    "America/Santiago, DAY, 2026-09-06, 23.0",
    "America/Santiago, DAY, 2026-09-05, 24.0",
    "America/Santiago, DAY, 2026-04-04, 25.0",
    "Africa/Cairo, DAY, 2026-04-24, 23.0",
    "Asia/Beirut, DAY, 2026-03-29, 23.0",
    "America/Havana, DAY, 2026-11-01, 25.0",
    // midnight twice, in the Newfoundland of old
    "America/St_Johns, DAY, 2009-11-01, 25.0",
    "America/St_Johns, DAY, 2009-10-31, 24.0",
    // the day that Samoa skipped
    "Pacific/Apia, DAY, 2011-12-30, 0.0",
    "Pacific/Apia, DAY, 2011-12-31, 24.0",
    "Pacific/Apia, WEEK, 2011-12-28, 144.0",
    // weeks of 167, 168 and 169 hours
    "Europe/Berlin, WEEK, 2026-03-25, 167.0",
    "Europe/Berlin, WEEK, 2026-10-20, 169.0",
    "Europe/Berlin, WEEK, 2026-11-16, 168.0",
    "Australia/Lord_Howe, WEEK, 2026-10-01, 167.5",
    "America/Santiago, WEEK, 2026-09-06, 167.0",
    // months are calendar months, not four weeks
    "Europe/Berlin, MONTH, 2024-02-10, 696.0",
    "Europe/Berlin, MONTH, 2026-03-10, 743.0",
    "Europe/Berlin, MONTH, 2026-10-10, 745.0",
    "Asia/Shanghai, MONTH, 2026-10-10, 744.0",
  })
  void window_is_as_long_as_the_clock_makes_it(
      ZoneId zone, Period period, LocalDate day, double hours) {
    Window window = ServiceCalendar.of(zone).window(period, day);
    assertThat(Duration.between(window.start(), window.end()).toMinutes() / 60.0).isEqualTo(hours);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T03:59:59.999+08:00, DAY, 2026-11-15", "2026-11-16T04:00:00+08:00, DAY, 2026-11-16",
    "2026-11-16T03:59:59.999+08:00, WEEK, 2026-W46", "2026-11-16T04:00:00+08:00, WEEK, 2026-W47",
    "2026-12-01T03:59:59.999+08:00, MONTH, 2026-11", "2026-12-01T04:00:00+08:00, MONTH, 2026-12",
    "2027-01-01T03:00:00+08:00, DAY, 2026-12-31",
        "2026-11-16T03:10:00+08:00, HOUR, " + "2026-11-16T03:00:00+08:00",
  })
  void night_shift_belongs_to_the_day_it_began(Instant instant, Period period, String name) {
    var fromFour =
        new ServiceCalendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), DayOfWeek.MONDAY, 1);
    assertThat(fromFour.nameOf(period, instant)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-25T23:59:59.999+08:00, 2021-01", "2021-01-26T00:00:00+08:00, 2021-02",
    "2021-02-25T23:59:59.999+08:00, 2021-02", "2021-02-26T00:00:00+08:00, 2021-03",
    "2020-12-26T00:00:00+08:00, 2021-01", "2024-02-29T12:00:00+08:00, 2024-03",
  })
  void assessment_month_is_named_by_the_month_in_which_it_ends(Instant instant, String name) {
    var from26th =
        new ServiceCalendar(ZoneId.of("Asia/Shanghai"), LocalTime.MIDNIGHT, DayOfWeek.MONDAY, 26);
    assertThat(from26th.nameOf(Period.MONTH, instant)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "SUNDAY, 2026-11-15T00:00:00+02:00, 2026-W46", "SUNDAY, 2026-11-14T23:59:59+02:00, 2026-W45",
    "SUNDAY, 2025-12-28T00:00:00+02:00, 2025-W53", "SUNDAY, 2026-01-04T00:00:00+02:00, 2026-W01",
    "SATURDAY, 2026-01-03T00:00:00+02:00, 2026-W01", "FRIDAY, 2026-01-01T23:59:59+02:00, 2025-W52",
  })
  void week_from_another_day_is_named_by_its_own_count(
      DayOfWeek weekStart, Instant instant, String name) {
    var calendar =
        new ServiceCalendar(ZoneId.of("Asia/Jerusalem"), LocalTime.MIDNIGHT, weekStart, 1);
    assertThat(calendar.nameOf(Period.WEEK, instant)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Santiago, 00:00, 2026-09-06, 2026-09-06T01:00:00-03:00",
    "Europe/Berlin, 02:30, 2026-03-29, 2026-03-29T03:00:00+02:00",
    "Europe/Berlin, 02:30, 2026-10-25, 2026-10-25T02:30:00+02:00",
    "America/St_Johns, 00:00, 2009-11-01, 2009-11-01T00:00:00-02:30",
    "Asia/Shanghai, 04:00, 2026-11-16, 2026-11-16T04:00:00+08:00",
  })
  void skipped_start_is_the_jump_and_a_doubled_start_is_the_first(
      ZoneId zone, LocalTime dayStart, LocalDate day, Instant start) {
    var calendar = new ServiceCalendar(zone, dayStart, DayOfWeek.MONDAY, 1);
    assertThat(calendar.window(Period.DAY, day).start()).isEqualTo(start);
    assertThat(calendar.dayOf(start)).isEqualTo(day);
    assertThat(calendar.dayOf(start.minusMillis(1))).isEqualTo(day.minusDays(1));
  }

  /** Just after the first midnight the clock went back to 23:01: still the day that had begun. */
  @Test
  void clock_set_back_over_midnight_does_not_bring_yesterday_back() {
    var calendar = ServiceCalendar.of(ZoneId.of("America/St_Johns"));
    assertThat(calendar.dayOf(Instant.parse("2009-10-31T23:30:00-03:30")))
        .isEqualTo(LocalDate.of(2009, 11, 1));
  }

  @Test
  void next_window_begins_where_this_one_ends() {
    var calendar = ServiceCalendar.of(ZoneId.of("Pacific/Apia"));
    Window before = calendar.window(Period.DAY, LocalDate.of(2011, 12, 29));
    Window after = calendar.next(Period.DAY, before);
    assertThat(after.start()).isEqualTo(before.end());
    assertThat(calendar.dayOf(after.start())).isEqualTo(LocalDate.of(2011, 12, 31));
  }

  @Test
  void all_time_holds_every_instant_and_follows_itself() {
    var calendar = ServiceCalendar.of(ZoneId.of("UTC"));
    Window ever = calendar.windowAt(Period.ALL, Instant.EPOCH);
    assertThat(ever.contains(Instant.parse("1990-01-01T00:00:00Z"))).isTrue();
    assertThat(calendar.next(Period.ALL, ever)).isEqualTo(ever);
  }

  @Test
  void window_holds_its_start_and_not_its_end() {
    var window = new Window(Instant.ofEpochMilli(10), Instant.ofEpochMilli(20));
    assertThat(window.contains(10)).isTrue();
    assertThat(window.contains(20)).isFalse();
    assertThat(window.contains(Instant.ofEpochMilli(19))).isTrue();
    Instant late = Instant.ofEpochMilli(20);
    assertThatThrownBy(() -> new Window(late, Instant.ofEpochMilli(10)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"00:10, 1", "00:00, 0", "00:00, 29"})
  void calendar_that_cannot_be_kept_is_refused(LocalTime dayStart, int monthStart) {
    assertThatThrownBy(
            () -> new ServiceCalendar(ZoneId.of("UTC"), dayStart, DayOfWeek.MONDAY, monthStart))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void periods_are_known_by_their_words() {
    assertThat(Period.of("week")).isEqualTo(Period.WEEK);
    assertThat(Period.of("WEEK")).isNull();
  }
}
