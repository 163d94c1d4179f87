package org.ringside.contest;

import java.time.Instant;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.scoring.RuleBook;

/**
 * A series that is to be made.
 *
 * @param cadence week or month
 * @param ruleBook number of the rule book
 * @param rules as posted, without default gates
 */
public record NewSeries(
    String name,
    Cadence cadence,
    Competitors competitors,
    Competing competing,
    Audiences audiences,
    int ruleBook,
    RuleBook rules,
    ServiceCalendar calendar) {

  /** The series that it becomes under that number. */
  public Series numbered(int number, Instant since) {
    return new Series(
        number, name, cadence, competitors, competing, audiences, ruleBook, rules, calendar, since);
  }
}
