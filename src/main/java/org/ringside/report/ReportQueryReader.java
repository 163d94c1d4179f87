package org.ringside.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.frame.Call;
import org.ringside.frame.Nearest;
import org.ringside.frame.Problem;

/** Reads the query of a report, and refuses it by its parameters. */
final class ReportQueryReader {
  /** How much time may be booked anew from the facts. */
  static final Duration LONGEST_FROM_FACTS = Duration.ofDays(62);

  private static final Duration SLACK = Duration.ofHours(2);

  private final ServiceCalendar own;
  private final ReportMetrics metrics;

  ReportQueryReader(ServiceCalendar own, ReportMetrics metrics) {
    this.own = own;
    this.metrics = metrics;
  }

  ReportQuery read(Call call) {
    By by = by(call.query("by"));
    Period period = period(call.query("period"));
    ServiceCalendar calendar = calendar(call.query("zone"));
    Window window = window(call, calendar);
    boolean fromTallies =
        period != Period.HOUR && calendar.equals(own) && isWholeDays(window, calendar);
    if (!fromTallies) {
      refuseLong(window);
    }
    var asked = metrics.read(call.query("metrics"));
    return new ReportQuery(by, period, window, calendar, fromTallies, asked);
  }

  private static By by(@Nullable String word) {
    for (By by : By.values()) {
      if (wire(by).equals(word)) {
        return by;
      }
    }
    throw Problem.badInput("by", "one of " + wires(By.values()), "team").refused();
  }

  private static Period period(@Nullable String word) {
    Period period = word == null ? null : Period.of(word);
    if (period == null) {
      throw Problem.badInput("period", "one of " + wires(Period.values()), "week").refused();
    }
    return period;
  }

  private static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String wires(Enum<?>[] constants) {
    return Arrays.stream(constants).map(ReportQueryReader::wire).collect(Collectors.joining(", "));
  }

  /** Another zone keeps the organisation's day, week and month starts. */
  private ServiceCalendar calendar(@Nullable String zone) {
    if (zone == null) {
      return own;
    }
    var zones = ZoneId.getAvailableZoneIds();
    if (!zones.contains(zone)) {
      String close = Nearest.few(zone, zones, 1).get(0);
      throw Problem.badInput("zone", "an IANA time zone", close).refused();
    }
    return new ServiceCalendar(ZoneId.of(zone), own.dayStart(), own.weekStart(), own.monthStart());
  }

  private static Window window(Call call, ServiceCalendar calendar) {
    Instant from = instant(call, "from", Window.EVER.start(), calendar);
    Instant to = instant(call, "to", Window.EVER.end(), calendar);
    if (!from.isBefore(to)) {
      throw Problem.badInput("to", "a time behind from; to itself is not in", "2026-06-02")
          .refused();
    }
    return new Window(from, to);
  }

  private static Instant instant(Call call, String name, Instant open, ServiceCalendar calendar) {
    String text = call.query(name);
    if (text == null) {
      return open;
    }
    Instant instant = ReportTime.read(text, calendar);
    if (instant == null) {
      throw Problem.badInput(name, "a date or a time with offset (RFC 3339)", "2026-06-01")
          .refused();
    }
    return instant;
  }

  private static boolean isWholeDays(Window window, ServiceCalendar calendar) {
    boolean fromDay =
        window.start().equals(Window.EVER.start())
            || ReportTime.isDayStart(window.start(), calendar);
    boolean toDay =
        window.end().equals(Window.EVER.end()) || ReportTime.isDayStart(window.end(), calendar);
    return fromDay && toDay;
  }

  /** Clocks that were set make sixty-two days an hour longer or shorter. */
  private static void refuseLong(Window window) {
    var length = Duration.between(window.start(), window.end());
    if (length.compareTo(LONGEST_FROM_FACTS.plus(SLACK)) > 0) {
      throw Problem.badInput(
              "from",
              "from and to at most 62 days apart, for hours, other zones than the organisation's"
                  + " and bounds inside a day",
              "2026-06-01")
          .refused();
    }
  }
}
