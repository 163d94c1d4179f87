package org.ringside.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.metric.Metric;
import org.ringside.metric.Sum;

/**
 * What a report is asked for.
 *
 * @param window what counts, {@link Window#EVER} if nobody said
 * @param calendar cuts the window into periods
 * @param fromTallies whether whole service days of the organisation add up to it
 */
record ReportQuery(
    By by,
    Period period,
    Window window,
    ServiceCalendar calendar,
    boolean fromTallies,
    List<Metric> metrics) {

  /** The counters that its metrics are made of. */
  Set<String> counters() {
    var counters = new TreeSet<String>();
    for (Metric metric : metrics) {
      add(counters, metric.numerator());
      Sum denominator = metric.denominator();
      if (denominator != null) {
        add(counters, denominator);
      }
    }
    return counters;
  }

  private static void add(Set<String> counters, Sum sum) {
    sum.terms().forEach(term -> counters.add(term.counter()));
  }
}
