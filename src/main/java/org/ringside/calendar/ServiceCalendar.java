package org.ringside.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * The calendar of an organisation or a contest: where its days, weeks and months begin (R3). The
 * service day, and with it the week and the month, begins at {@code dayStart}.
 *
 * @param zone an IANA zone
 * @param dayStart on a quarter hour; 04:00 for shifts that cross midnight
 * @param weekStart Monday makes ISO weeks
 * @param monthStart 1 to 28; 26 makes assessment months from the 26th to the 25th
 */
public record ServiceCalendar(
    ZoneId zone, LocalTime dayStart, DayOfWeek weekStart, int monthStart) {
  private static final DateTimeFormatter HOUR_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final long QUARTER_NANOS = 900_000_000_000L;

  public ServiceCalendar {
    if (dayStart.toNanoOfDay() % QUARTER_NANOS != 0) {
      throw new IllegalArgumentException("a day starts on a quarter hour, not at " + dayStart);
    }
    if (monthStart < 1 || monthStart > 28) {
      throw new IllegalArgumentException("a month starts on day 1 to 28, not " + monthStart);
    }
  }

  /** Days from midnight, ISO weeks, calendar months. */
  public static ServiceCalendar of(ZoneId zone) {
    return new ServiceCalendar(zone, LocalTime.MIDNIGHT, DayOfWeek.MONDAY, 1);
  }

  /** The service day in which the instant falls. */
  public LocalDate dayOf(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    LocalDate day = local.toLocalDate();
    if (local.toLocalTime().isBefore(dayStart)) {
      day = day.minusDays(1);
    }
    // The clock that was read may have been set back or forward since the day began.
    while (instant.isBefore(startOf(day))) {
      day = day.minusDays(1);
    }
    while (!instant.isBefore(startOf(day.plusDays(1)))) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The window of the period that holds that service day; for an hour, the day's first. */
  public Window window(Period period, LocalDate serviceDay) {
    return switch (period) {
      case HOUR -> hourAt(startOf(serviceDay));
      case DAY -> between(serviceDay, serviceDay.plusDays(1));
      case WEEK -> weekFrom(weekStartOf(serviceDay));
      case MONTH -> monthFrom(monthStartOf(serviceDay));
      case ALL -> Window.EVER;
    };
  }

  /** The window of the period that holds the instant. */
  public Window windowAt(Period period, Instant instant) {
    return switch (period) {
      case HOUR -> hourAt(instant);
      case DAY, WEEK, MONTH -> window(period, dayOf(instant));
      case ALL -> Window.EVER;
    };
  }

  /** The window after that one. All time has none: it follows itself. */
  public Window next(Period period, Window window) {
    return windowAt(period, window.end());
  }

  /**
   * What the period that holds the instant is called: {@code 2021-01-05T09:00:00+01:00}, {@code
   * 2021-01-05}, {@code 2021-W03} by the week-based year, {@code 2021-01}, {@code all}.
   */
  public String nameOf(Period period, Instant instant) {
    return switch (period) {
      case HOUR -> HOUR_NAME.format(hourAt(instant).start().atZone(zone));
      case DAY -> dayOf(instant).toString();
      case WEEK -> weekName(weekStartOf(dayOf(instant)));
      case MONTH -> monthName(monthStartOf(dayOf(instant)));
      case ALL -> "all";
    };
  }

  private String weekName(LocalDate firstDay) {
    WeekFields weeks = WeekFields.of(weekStart, 4);
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        firstDay.get(weeks.weekBasedYear()),
        firstDay.get(weeks.weekOfWeekBasedYear()));
  }

  /** By the month in which it ends. */
  private static String monthName(LocalDate firstDay) {
    LocalDate lastDay = firstDay.plusMonths(1).minusDays(1);
    return String.format(Locale.ROOT, "%04d-%02d", lastDay.getYear(), lastDay.getMonthValue());
  }

  private LocalDate weekStartOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(weekStart));
  }

  private LocalDate monthStartOf(LocalDate day) {
    LocalDate start = day.withDayOfMonth(monthStart);
    return day.isBefore(start) ? start.minusMonths(1) : start;
  }

  private Window weekFrom(LocalDate firstDay) {
    return between(firstDay, firstDay.plusWeeks(1));
  }

  private Window monthFrom(LocalDate firstDay) {
    return between(firstDay, firstDay.plusMonths(1));
  }

  private Window between(LocalDate firstDay, LocalDate dayAfter) {
    return new Window(startOf(firstDay), startOf(dayAfter));
  }

  /**
   * Where a service day begins: at the jump if the clock skips it, the first time if it repeats.
   */
  private Instant startOf(LocalDate day) {
    LocalDateTime local = day.atTime(dayStart);
    ZoneOffsetTransition jump = zone.getRules().getTransition(local);
    return jump != null && jump.isGap()
        ? jump.getInstant()
        : ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /**
   * A whole hour of the local clock, or the part of it on one side of a change of offset: on Lord
   * Howe, where clocks move by half an hour, such parts are half an hour long.
   */
  private Window hourAt(Instant instant) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    Instant start =
        instant.atOffset(offset).toLocalDateTime().truncatedTo(ChronoUnit.HOURS).toInstant(offset);
    Instant end = start.plus(1, ChronoUnit.HOURS);
    ZoneOffsetTransition before = zone.getRules().previousTransition(instant.plusNanos(1));
    ZoneOffsetTransition after = zone.getRules().nextTransition(instant);
    return new Window(
        before != null && before.getInstant().isAfter(start) ? before.getInstant() : start,
        after != null && after.getInstant().isBefore(end) ? after.getInstant() : end);
  }
}
