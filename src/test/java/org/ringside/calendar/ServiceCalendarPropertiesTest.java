package org.ringside.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever the zone and the calendar, windows tile time (R3). */
class ServiceCalendarPropertiesTest {
  private static final long FROM_1990 = 631_152_000_000L;
  private static final long TO_2050 = 2_524_608_000_000L;

  @Property(tries = 3_000)
  void every_instant_is_in_the_window_that_is_named_for_it(
      @ForAll("calendars") ServiceCalendar calendar,
      @ForAll Period period,
      @ForAll @LongRange(min = FROM_1990, max = TO_2050) long epochMs) {
    Instant instant = Instant.ofEpochMilli(epochMs);
    Window window = calendar.windowAt(period, instant);
    assertThat(window.contains(instant)).isTrue();
    assertThat(calendar.windowAt(period, window.start())).isEqualTo(window);
    assertThat(calendar.windowAt(period, window.end().minusMillis(1))).isEqualTo(window);
    assertThat(calendar.nameOf(period, window.start())).isEqualTo(calendar.nameOf(period, instant));
  }

  @Property(tries = 2_000)
  void windows_meet_without_gap_or_overlap_under_other_names(
      @ForAll("calendars") ServiceCalendar calendar,
      @ForAll("cuts") Period period,
      @ForAll @LongRange(min = FROM_1990, max = TO_2050) long epochMs) {
    Instant instant = Instant.ofEpochMilli(epochMs);
    Window window = calendar.windowAt(period, instant);
    Window next = calendar.next(period, window);
    assertThat(next.start()).isEqualTo(window.end());
    assertThat(next.end()).isAfter(next.start());
    assertThat(calendar.nameOf(period, next.start()))
        .isNotEqualTo(calendar.nameOf(period, instant));
  }

  @Property(tries = 1_000)
  void days_of_a_week_and_of_a_month_are_whole_days(
      @ForAll("calendars") ServiceCalendar calendar,
      @ForAll @LongRange(min = FROM_1990, max = TO_2050) long epochMs) {
    Instant instant = Instant.ofEpochMilli(epochMs);
    Window day = calendar.windowAt(Period.DAY, instant);
    for (Period longer : new Period[] {Period.WEEK, Period.MONTH}) {
      Window window = calendar.windowAt(longer, instant);
      assertThat(window.start()).isBeforeOrEqualTo(day.start());
      assertThat(window.end()).isAfterOrEqualTo(day.end());
    }
  }

  @Provide
  Arbitrary<Period> cuts() {
    return Arbitraries.of(Period.HOUR, Period.DAY, Period.WEEK, Period.MONTH);
  }

  @Provide
  Arbitrary<ServiceCalendar> calendars() {
    return Combinators.combine(
            Arbitraries.of(
                "Asia/Shanghai",
                "Europe/Berlin",
                "America/New_York",
                "America/Santiago",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Pacific/Apia",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Antarctica/Troll",
                "UTC"),
            Arbitraries.integers().between(0, 95),
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.integers().between(1, 28))
        .as(
            (zone, quarter, weekStart, monthStart) ->
                new ServiceCalendar(
                    ZoneId.of(zone),
                    LocalTime.ofSecondOfDay(quarter * 900L),
                    weekStart,
                    monthStart));
  }
}
