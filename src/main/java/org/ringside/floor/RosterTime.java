package org.ringside.floor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;

/**
 * Times as a roster writes them: a date is the start of that service day in the organisation's
 * zone, an instant is RFC 3339 with offset. A {@code to} is the first moment no longer in (R3): who
 * leaves with the last day of May has {@code to} 1 June.
 */
final class RosterTime {
  static final String EXPECTED =
      "a date or a time with offset from 1900 to 9999, or nothing for open";
  static final String EXAMPLE = "2026-06-01";

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final ServiceCalendar calendar;

  RosterTime(ServiceCalendar calendar) {
    this.calendar = calendar;
  }

  /** UTC milliseconds, or null for a text that is no such time. */
  @Nullable Long read(String text) {
    try {
      return DATE.matcher(text).matches() ? startOf(LocalDate.parse(text)) : instant(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Long instant(String text) {
    var time = OffsetDateTime.parse(text);
    boolean inRange = time.getYear() >= 1900 && time.getYear() <= 9999;
    return inRange ? time.toInstant().toEpochMilli() : null;
  }

  private @Nullable Long startOf(LocalDate day) {
    return day.getYear() < 1900 ? null : calendar.window(Period.DAY, day).startMs();
  }

  /** A date where a service day starts, else the local time with its offset; null if open. */
  @Nullable String write(long atMs) {
    if (atMs == Span.BEGINNING || atMs == Span.END) {
      return null;
    }
    Instant instant = Instant.ofEpochMilli(atMs);
    LocalDate day = calendar.dayOf(instant);
    if (calendar.window(Period.DAY, day).startMs() == atMs) {
      return day.toString();
    }
    return WITH_OFFSET.format(instant.atZone(calendar.zone())).replace(".000", "");
  }
}
