package org.ringside.scorer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;

/** The service day of an instant, remembered, because neighbouring facts share it. */
final class ServiceDays {
  private final ServiceCalendar calendar;
  private @Nullable LocalDate day;
  private long startMs;
  private long endMs;

  ServiceDays(ServiceCalendar calendar) {
    this.calendar = calendar;
  }

  LocalDate of(long atMs) {
    if (day == null || atMs < startMs || atMs >= endMs) {
      day = calendar.dayOf(Instant.ofEpochMilli(atMs));
      Window window = calendar.window(Period.DAY, day);
      startMs = window.start().toEpochMilli();
      endMs = window.end().toEpochMilli();
    }
    return day;
  }
}
