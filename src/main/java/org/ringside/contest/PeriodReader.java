package org.ringside.contest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.frame.Fields;

/** Reads the window of a contest: a week or month by its name, or two ends. */
final class PeriodReader {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(367);
  private static final int MAX_TEXT = 40;

  private final Fields body;
  private final ServiceCalendar calendar;
  private final Instant now;

  private PeriodReader(Fields body, ServiceCalendar calendar, Instant now) {
    this.body = body;
    this.calendar = calendar;
    this.now = now;
  }

  /** Null where it was refused. */
  static @Nullable ContestPeriod read(Fields body, Terms terms, Instant now) {
    var reader = new PeriodReader(body, terms.calendar(), now);
    String name = body.optionalText("period", MAX_TEXT, example(terms, now));
    String start = body.optionalText("start", MAX_TEXT, "2026-11-16");
    String end = body.optionalText("end", MAX_TEXT, "2026-11-21");
    ContestPeriod period =
        terms.cadence() == Cadence.DATES
            ? reader.between(name, start, end)
            : reader.named(terms.cadence(), name, start, end);
    return period == null || reader.fits(period) ? period : null;
  }

  private static String example(Terms terms, Instant now) {
    return terms.cadence() == Cadence.DATES
        ? ""
        : ContestPeriod.at(terms.calendar(), terms.cadence(), now).name();
  }

  private @Nullable ContestPeriod named(
      Cadence cadence, @Nullable String name, @Nullable String start, @Nullable String end) {
    if (start != null || end != null) {
      body.refuse(
          start == null ? "end" : "start",
          "no start and no end for a " + cadence.wire() + "; they go with the cadence dates",
          "\"cadence\": \"dates\"");
      return null;
    }
    ContestPeriod current = ContestPeriod.at(calendar, cadence, now);
    if (name == null) {
      return current;
    }
    ContestPeriod named = ContestPeriod.named(calendar, cadence, name);
    if (named == null) {
      body.refuse("period", "the name of a " + cadence.wire(), current.name());
    }
    return named;
  }

  private @Nullable ContestPeriod between(
      @Nullable String name, @Nullable String start, @Nullable String end) {
    if (name != null) {
      body.refuse("period", "a name only for a week or a month", "");
    }
    Instant from = instant("start", start, "2026-11-16");
    Instant to = instant("end", end, "2026-11-21");
    if (from == null || to == null) {
      return null;
    }
    if (!from.isBefore(to)) {
      String next = calendar.dayOf(from).plusDays(1).toString();
      body.refuse("end", "later than the start; it is the first instant or day behind", next);
      return null;
    }
    return ContestPeriod.between(calendar, from, to);
  }

  /** A time with offset, or a date: the instant at which that service day starts. */
  private @Nullable Instant instant(String field, @Nullable String text, String example) {
    Instant instant = text == null ? null : parsed(text, example.length());
    if (instant != null && !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
      return instant;
    }
    if (!body.refused(field)) {
      String expected = "a date, or a time with offset (RFC 3339), between 1990 and 2100";
      body.refuse(field, expected, example);
    }
    return null;
  }

  private @Nullable Instant parsed(String text, int lengthOfDate) {
    try {
      return text.length() == lengthOfDate
          ? calendar.window(Period.DAY, LocalDate.parse(text)).start()
          : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private boolean fits(ContestPeriod period) {
    Window window = period.window();
    if (window.start().isBefore(EARLIEST) || window.end().isAfter(LATEST)) {
      body.refuse("period", "a window between 1990 and 2100", "2026-W47");
      return false;
    }
    if (Duration.between(window.start(), window.end()).compareTo(LONGEST) > 0) {
      String next = calendar.dayOf(window.start()).plusDays(7).toString();
      body.refuse("end", "at most a year after the start", next);
      return false;
    }
    return true;
  }
}
