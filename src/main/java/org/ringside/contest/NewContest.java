package org.ringside.contest;

import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Catalogue;
import org.ringside.scoring.RuleBook;

/**
 * A contest that is to be opened.
 *
 * @param series the series that it is of, null for a single contest
 * @param ruleBook number of the rule book
 * @param rules as posted, without default gates
 */
public record NewContest(
    String name,
    @Nullable Integer series,
    Cadence cadence,
    Competitors competitors,
    Competing competing,
    Audiences audiences,
    int ruleBook,
    RuleBook rules,
    ServiceCalendar calendar,
    ContestPeriod period) {

  /**
   * The contest that it becomes under that number: lines without a gate get their metric's default
   * one (R11), and its grace is known.
   */
  public Contest numbered(int number, Catalogue catalogue) {
    RuleBook gated = rules.withDefaultGates(catalogue, competitors == Competitors.TEAM);
    return new Contest(
        number,
        name,
        series,
        cadence,
        competitors,
        competing,
        audiences,
        ruleBook,
        gated,
        calendar,
        period.window(),
        Grace.end(gated, catalogue, calendar, period.window().end()),
        period.name());
  }
}
