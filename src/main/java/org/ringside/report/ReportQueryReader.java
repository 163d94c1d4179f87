package org.ringside.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.frame.Call;
import org.ringside.frame.FieldError;
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
    var faults = new ArrayList<FieldError>();
    By by = by(call.query("by"), faults);
    Period period = period(call.query("period"), faults);
    ServiceCalendar calendar = calendar(call.query("zone"), faults);
    Window window = window(call, calendar, faults);
    boolean fromTallies =
        period != Period.HOUR && calendar.equals(own) && isWholeDays(window, calendar);
    if (!fromTallies) {
      refuseLong(window, faults);
    }
    var asked = metrics.read(call.query("metrics"), faults);
    if (!faults.isEmpty()) {
      throw Problem.badInput(faults).refused();
    }
    return new ReportQuery(by, period, window, calendar, fromTallies, asked);
  }

  private static By by(@Nullable String word, List<FieldError> faults) {
    for (By by : By.values()) {
      if (wire(by).equals(word)) {
        return by;
      }
    }
    faults.add(new FieldError("by", "one of " + wires(By.values()), "team"));
    return By.TEAM;
  }

  private static Period period(@Nullable String word, List<FieldError> faults) {
    Period period = word == null ? null : Period.of(word);
    if (period == null) {
      faults.add(new FieldError("period", "one of " + wires(Period.values()), "week"));
      return Period.WEEK;
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
  private ServiceCalendar calendar(@Nullable String zone, List<FieldError> faults) {
    if (zone == null) {
      return own;
    }
    var zones = ZoneId.getAvailableZoneIds();
    if (!zones.contains(zone)) {
      faults.add(
          new FieldError("zone", "an IANA time zone", Nearest.few(zone, zones, 1).getFirst()));
      return own;
    }
    return new ServiceCalendar(ZoneId.of(zone), own.dayStart(), own.weekStart(), own.monthStart());
  }

  private static Window window(Call call, ServiceCalendar calendar, List<FieldError> faults) {
    Instant from = instant(call, "from", Window.EVER.start(), calendar, faults);
    Instant to = instant(call, "to", Window.EVER.end(), calendar, faults);
    if (!from.isBefore(to)) {
      String behind = calendar.dayOf(from).plusDays(1).toString();
      faults.add(new FieldError("to", "a time behind from; to itself is not in", behind));
      return Window.EVER;
    }
    return new Window(from, to);
  }

  private static Instant instant(
      Call call, String name, Instant open, ServiceCalendar calendar, List<FieldError> faults) {
    String text = call.query(name);
    Instant instant = text == null ? open : ReportTime.read(text, calendar);
    if (instant == null) {
      faults.add(new FieldError(name, "a date or a time with offset (RFC 3339)", "2026-06-01"));
      return open;
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
  private static void refuseLong(Window window, List<FieldError> faults) {
    var length = Duration.between(window.start(), window.end());
    if (length.compareTo(LONGEST_FROM_FACTS.plus(SLACK)) > 0 && faults.isEmpty()) {
      faults.add(
          new FieldError(
              "from",
              "from and to at most 62 days apart, for hours, other zones than the organisation's"
                  + " and bounds inside a day",
              "2026-06-01"));
    }
  }
}
