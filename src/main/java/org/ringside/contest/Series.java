package org.ringside.contest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.scoring.RuleBook;

/**
 * Opens a contest for every week or month by itself (R21).
 *
 * @param number within the organisation
 * @param cadence week or month
 * @param rules as posted, without default gates
 * @param since when it was made; its first contest is of the period in which this lies
 */
public record Series(
    int number,
    String name,
    Cadence cadence,
    Competitors competitors,
    Competing competing,
    Audiences audiences,
    int ruleBook,
    RuleBook rules,
    ServiceCalendar calendar,
    Instant since) {

  public Series {
    if (cadence == Cadence.DATES) {
      throw new IllegalArgumentException("a series goes by the week or by the month");
    }
  }

  /**
   * The contests that should be open now: that of the current period, and the next one, so that it
   * is announced.
   */
  public List<NewContest> due(Instant now) {
    return due(now, now);
  }

  /**
   * The same, and before them those of every period since an earlier instant, so that none is
   * missing after the server was away.
   *
   * @param from an instant in the first period wanted; what lies before {@link #since} is none of
   *     the series
   */
  public List<NewContest> due(Instant from, Instant now) {
    var due = new ArrayList<NewContest>();
    ContestPeriod period = ContestPeriod.at(calendar, cadence, from.isBefore(since) ? since : from);
    while (!period.window().start().isAfter(now)) {
      due.add(of(period));
      period = period.next(calendar, cadence);
    }
    due.add(of(period));
    return due;
  }

  private NewContest of(ContestPeriod period) {
    return new NewContest(
        name,
        number,
        cadence,
        competitors,
        competing,
        audiences,
        ruleBook,
        rules,
        calendar,
        period);
  }
}
