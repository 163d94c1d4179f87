package org.ringside.contest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Catalogue;
import org.ringside.metric.FactType;
import org.ringside.metric.Gate;
import org.ringside.metric.Metric;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;

/**
 * Until when a contest takes late facts and corrections (R5): each metric has its own due day, and
 * the contest waits for the latest. Live telephony is complete on the next morning; surveys,
 * quality scores, sales and whatever else people conclude have five working days, Monday to Friday.
 */
public final class Grace {
  private static final LocalTime DUE_AT = LocalTime.of(10, 0);
  private static final int WORKING_DAYS = 5;

  private Grace() {}

  /**
   * When the contest's grace ends: the latest due instant of what its rule book needs.
   *
   * @param end of the contest's window
   */
  public static Instant end(
      RuleBook rules, Catalogue catalogue, ServiceCalendar calendar, Instant end) {
    return needed(rules)
        .map(id -> metric(catalogue, id))
        .map(metric -> due(metric, calendar, end))
        .max(Instant::compareTo)
        .orElseGet(() -> nextMorning(calendar, end));
  }

  /**
   * What decides a rank: lines, gates and the tie-break, by id of a metric or name of a counter.
   */
  private static Stream<String> needed(RuleBook rules) {
    Stream<String> lines = rules.lines().stream().map(Line::metric);
    Stream<String> lineGates =
        rules.lines().stream().map(Line::gate).filter(Objects::nonNull).map(Gate::on);
    Stream<String> gates = rules.gates().stream().map(Gate::on);
    Stream<String> tieBreak = Stream.ofNullable(rules.tieBreak().metric());
    return Stream.of(lines, lineGates, gates, tieBreak).flatMap(ids -> ids).distinct();
  }

  private static Metric metric(Catalogue catalogue, String id) {
    Metric metric = catalogue.find(id);
    return metric == null ? Metric.ofCounter(id) : metric;
  }

  /**
   * When the facts that a metric needs are due; the clock is that of the contest's zone. A counter,
   * of which it is not known what it needs, has the longer time.
   */
  public static Instant due(Metric metric, ServiceCalendar calendar, Instant end) {
    boolean live = !metric.needs().isEmpty() && metric.needs().stream().allMatch(Grace::live);
    return live ? nextMorning(calendar, end) : afterWorkingDays(calendar, end);
  }

  private static boolean live(FactType type) {
    return switch (type) {
      case CONTACT_OFFERED,
          CONTACT_ABANDONED,
          CONTACT_EXITED,
          LEG_OFFERED,
          LEG_MISSED,
          LEG_ANSWERED,
          LEG_HOLD,
          LEG_TRANSFERRED,
          LEG_ENDED,
          LEG_WRAPPED,
          DIAL_ATTEMPTED,
          DIAL_CONNECTED,
          AGENT_STATE ->
          true;
      case SHIFT_PLANNED,
          OUTCOME_RECORDED,
          SURVEY_INVITED,
          SURVEY_ANSWERED,
          QA_SCORED,
          CASE_OPENED,
          CASE_CLOSED,
          COMPLAINT_RECORDED,
          CALLBACK_PROMISED,
          CALLBACK_DONE,
          TASK_ASSIGNED,
          TASK_ATTEMPTED,
          TASK_COMPLETED,
          PERIOD_AGGREGATE,
          FACT_VOIDED ->
          false;
    };
  }

  private static Instant nextMorning(ServiceCalendar calendar, Instant end) {
    LocalDate day = lastDay(calendar, end);
    Instant due;
    do {
      day = day.plusDays(1);
      due = morningOf(calendar, day);
    } while (!due.isAfter(end)); // a service day may start after ten o'clock
    return due;
  }

  private static Instant afterWorkingDays(ServiceCalendar calendar, Instant end) {
    LocalDate day = lastDay(calendar, end);
    int left = WORKING_DAYS;
    while (left > 0) {
      day = day.plusDays(1);
      if (working(day) && morningOf(calendar, day).isAfter(end)) {
        left--;
      }
    }
    return morningOf(calendar, day);
  }

  private static LocalDate lastDay(ServiceCalendar calendar, Instant end) {
    return calendar.dayOf(end.minusMillis(1));
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static Instant morningOf(ServiceCalendar calendar, LocalDate day) {
    return ZonedDateTime.of(day, DUE_AT, calendar.zone()).toInstant();
  }
}
