package org.ringside.contest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.scoring.RuleBook;

/**
 * Who competes by which rule book over which window. Everything that decides its result is pinned
 * here when it is opened (R9, R15a).
 *
 * @param number within the organisation; as text the id of the API, and of its board
 * @param series the series that opened it, null for a single contest
 * @param ruleBook number of the rule book
 * @param rules with the default gates of its metrics where the rule book has none (R11)
 * @param calendar in whose zone the window was computed
 * @param graceEnd until when late facts and corrections still count (R5)
 * @param period what the window is called, see {@link ContestPeriod}
 */
public record Contest(
    int number,
    String name,
    @Nullable Integer series,
    Cadence cadence,
    Competitors competitors,
    Competing competing,
    Audiences audiences,
    int ruleBook,
    RuleBook rules,
    ServiceCalendar calendar,
    Window window,
    Instant graceEnd,
    String period) {

  /** The number as the API spells it. */
  public String id() {
    return Integer.toString(number);
  }

  /** Where it is in its life. */
  public State state(Instant now) {
    if (now.isBefore(window.start())) {
      return State.SCHEDULED;
    }
    if (now.isBefore(window.end())) {
      return State.RUNNING;
    }
    return now.isBefore(graceEnd) ? State.CLOSING : State.PROVISIONAL;
  }
}
