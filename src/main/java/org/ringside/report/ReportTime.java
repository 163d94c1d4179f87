package org.ringside.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;

/** The bounds of a report: a date is the start of that service day, a time has its offset. */
final class ReportTime {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private ReportTime() {}

  /** The instant, or null for a text that is none from the year 1 to 9999. */
  static @Nullable Instant read(String text, ServiceCalendar calendar) {
    try {
      if (DATE.matcher(text).matches()) {
        return calendar.window(Period.DAY, LocalDate.parse(text)).start();
      }
      // A plus that nobody escaped reaches us as a space.
      var time = OffsetDateTime.parse(text.replace(' ', '+'));
      return time.getYear() >= 1 && time.getYear() <= 9999 ? time.toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static boolean isDayStart(Instant instant, ServiceCalendar calendar) {
    return calendar.windowAt(Period.DAY, instant).start().equals(instant);
  }
}
