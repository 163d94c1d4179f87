package org.ringside.report;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;

/** Periods by their start, remembered: millions of facts fall into a few hundred. */
final class PeriodNames {
  private final Period period;
  private final ServiceCalendar calendar;
  private final TreeMap<Long, Known> byStart = new TreeMap<>();

  PeriodNames(Period period, ServiceCalendar calendar) {
    this.period = period;
    this.calendar = calendar;
  }

  private record Known(long endMs, String name) {}

  /** Start of the period that holds an instant, UTC milliseconds. */
  long startOf(long atMs) {
    Map.Entry<Long, Known> known = byStart.floorEntry(atMs);
    if (known != null && atMs < known.getValue().endMs()) {
      return known.getKey();
    }
    Instant instant = Instant.ofEpochMilli(atMs);
    Window window = calendar.windowAt(period, instant);
    String name = calendar.nameOf(period, instant);
    byStart.put(window.startMs(), new Known(window.endMs(), name));
    return window.startMs();
  }

  /** What a period is called that {@link #startOf} has given. */
  String nameOf(long startMs) {
    return Objects.requireNonNull(byStart.get(startMs), "never asked for").name();
  }
}
