package org.ringside.contest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;

/**
 * A window and what it is called (R3).
 *
 * @param name {@code 2026-W47}, {@code 2026-11}, or the first and the last service day of any other
 *     window: {@code 2026-11-16/2026-11-20}, {@code 2026-11-16} where both are the same
 */
public record ContestPeriod(String name, Window window) {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

  /** The week or month that holds the instant. */
  public static ContestPeriod at(ServiceCalendar calendar, Cadence cadence, Instant instant) {
    Period period = periodOf(cadence);
    return new ContestPeriod(calendar.nameOf(period, instant), calendar.windowAt(period, instant));
  }

  /** The week or month after this one. */
  ContestPeriod next(ServiceCalendar calendar, Cadence cadence) {
    return at(calendar, cadence, window.end());
  }

  /** Any window; {@code end} is the first instant behind it. */
  public static ContestPeriod between(ServiceCalendar calendar, Instant start, Instant end) {
    LocalDate first = calendar.dayOf(start);
    LocalDate last = calendar.dayOf(end.minusMillis(1));
    String name = first.equals(last) ? first.toString() : first + "/" + last;
    return new ContestPeriod(name, new Window(start, end));
  }

  /** The week or month of that name; null if the calendar has none such, like 2027-W53. */
  public static @Nullable ContestPeriod named(
      ServiceCalendar calendar, Cadence cadence, String name) {
    try {
      LocalDate day = cadence == Cadence.WEEK ? dayOfWeek(calendar, name) : dayOfMonth(name);
      if (day == null) {
        return null;
      }
      Window window = calendar.window(periodOf(cadence), day);
      ContestPeriod found = at(calendar, cadence, window.start());
      return found.name().equals(name) ? found : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate dayOfWeek(ServiceCalendar calendar, String name) {
    Matcher week = WEEK.matcher(name);
    if (!week.matches()) {
      return null;
    }
    WeekFields weeks = WeekFields.of(calendar.weekStart(), 4);
    // 4 January is in week 1 whatever day weeks start on.
    return LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
        .with(weeks.dayOfWeek(), 1)
        .plusWeeks(Long.parseLong(week.group(2)) - 1);
  }

  /**
   * The first of the month lies in the assessment month of that name, whatever day it starts on.
   */
  private static @Nullable LocalDate dayOfMonth(String name) {
    Matcher month = MONTH.matcher(name);
    return month.matches()
        ? LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1)
        : null;
  }

  private static Period periodOf(Cadence cadence) {
    return switch (cadence) {
      case WEEK -> Period.WEEK;
      case MONTH -> Period.MONTH;
      case DATES -> throw new IllegalArgumentException("dates repeat in no period");
    };
  }
}
