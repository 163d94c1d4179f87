package org.ringside.metric;

import static org.ringside.metric.Field.ACW_MS;
import static org.ringside.metric.Field.ENDED_BY;
import static org.ringside.metric.Field.EXIT_REASON;
import static org.ringside.metric.Field.HOLD_MS;
import static org.ringside.metric.Field.MISS_REASON;
import static org.ringside.metric.Field.RING_MS;
import static org.ringside.metric.Field.TALK_MS;
import static org.ringside.metric.Field.WAIT_MS;

import java.util.Map;
import java.util.Objects;

/**
 * Turns one fact into amounts of counters. A function of the fact and the rules alone; safe to
 * share between threads. The counters are listed in {@code docs/metrics.md}.
 */
public final class Booking {
  /**
   * To be raised with every change of what a fact books or where it belongs: counters that another
   * version made are made anew from the facts when the server starts.
   */
  public static final int VERSION = 1;

  private final BookingRules rules;

  public Booking(BookingRules rules) {
    this.rules = rules;
  }

  /** Books the fact; the same fact always books the same. */
  public void book(Fact fact, Sink sink) {
    var entry = new Entry(fact, sink);
    switch (fact.type()) {
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
          DIAL_CONNECTED ->
          bookCall(fact, entry);
      case OUTCOME_RECORDED, SURVEY_INVITED, SURVEY_ANSWERED, QA_SCORED -> bookResult(fact, entry);
      case AGENT_STATE, SHIFT_PLANNED -> Spells.book(fact, sink);
      case CASE_OPENED,
          CASE_CLOSED,
          COMPLAINT_RECORDED,
          CALLBACK_PROMISED,
          CALLBACK_DONE,
          TASK_ASSIGNED,
          TASK_ATTEMPTED,
          TASK_COMPLETED ->
          Duties.book(fact, entry);
      case PERIOD_AGGREGATE -> fact.counters().forEach(entry::add);
      case FACT_VOIDED -> {}
    }
  }

  /** What the fact books in all, wherever in time it falls. */
  public Map<String, Long> amounts(Fact fact) {
    var counters = new Counters();
    book(fact, (counter, amount, atMs) -> counters.add(counter, amount));
    return counters.toMap();
  }

  private void bookCall(Fact fact, Entry entry) {
    if (fact.direction() == Direction.INTERNAL) {
      bookInternal(fact, entry);
      return;
    }
    switch (fact.type()) {
      case CONTACT_OFFERED -> entry.count("offered");
      case CONTACT_ABANDONED -> bookAbandoned(fact, entry);
      case CONTACT_EXITED -> bookExited(fact, entry);
      case LEG_OFFERED -> entry.count("leg_offered");
      case LEG_MISSED -> bookMissed(fact, entry);
      case LEG_ANSWERED -> bookAnswered(fact, entry);
      case LEG_HOLD -> bookHold(fact, entry);
      case LEG_TRANSFERRED -> entry.count("transferred_out");
      case LEG_ENDED -> bookEnded(fact, entry);
      case LEG_WRAPPED -> entry.add("acw_ms", fact.number(ACW_MS));
      case DIAL_ATTEMPTED -> entry.count("dial_attempted");
      case DIAL_CONNECTED -> entry.count("dial_connected");
      default -> throw new IllegalStateException("not a call: " + fact.type());
    }
  }

  private static void bookInternal(Fact fact, Entry entry) {
    switch (fact.type()) {
      case LEG_ANSWERED -> entry.count("internal_answered");
      case LEG_ENDED -> {
        entry.count("internal_handled");
        entry.add("internal_talk_ms", fact.number(TALK_MS));
      }
      default -> {
        // Seen in the fact log; no other part of a call between agents is worth a counter.
      }
    }
  }

  private static void bookAbandoned(Fact fact, Entry entry) {
    entry.count("abandoned");
    if (fact.has(WAIT_MS)) {
      entry.add("wait_abandoned_ms", fact.number(WAIT_MS));
      Thresholds.ABANDONED_IN.countWithin(fact.number(WAIT_MS), entry);
    }
  }

  private static void bookExited(Fact fact, Entry entry) {
    entry.count("exited");
    entry.count("exited_" + fact.text(EXIT_REASON));
    entry.add("wait_exited_ms", fact.number(WAIT_MS));
  }

  private void bookMissed(Fact fact, Entry entry) {
    String reason = Objects.requireNonNullElse(fact.text(MISS_REASON), "");
    entry.count("leg_missed");
    entry.count("missed_" + reason);
    if (!reason.equals("rescinded") && !reason.equals("caller_gone")) {
      entry.count("missed");
    }
    if (reason.equals("no_answer") && fact.number(RING_MS) >= rules.missedRingMs()) {
      entry.count("missed_real");
    }
  }

  private static void bookAnswered(Fact fact, Entry entry) {
    entry.count("answered");
    if (fact.has(WAIT_MS)) {
      entry.count("answered_contacts");
      entry.add("wait_answered_ms", fact.number(WAIT_MS));
      Thresholds.ANSWERED_IN.countWithin(fact.number(WAIT_MS), entry);
    }
    if (fact.has(RING_MS)) {
      entry.count("ring_known");
      entry.add("ring_ms", fact.number(RING_MS));
      Thresholds.RING_LE.countWithin(fact.number(RING_MS), entry);
    }
  }

  private static void bookHold(Fact fact, Entry entry) {
    if (fact.number(HOLD_MS) > 0) {
      entry.count("held_calls");
      entry.add("hold_ms", fact.number(HOLD_MS));
    }
  }

  private void bookEnded(Fact fact, Entry entry) {
    entry.count("handled");
    entry.add("talk_ms", fact.number(TALK_MS));
    entry.add("acw_ms", fact.number(ACW_MS));
    bookHold(fact, entry);
    boolean byAgent = "agent".equals(fact.text(ENDED_BY));
    entry.countIf(byAgent, "agent_hangups");
    boolean valid = fact.number(TALK_MS) >= rules.validFromMs(fact.direction());
    entry.count(valid ? "valid_calls" : "short_calls");
    entry.countIf(byAgent && !valid, "short_calls_by_agent");
  }

  private static void bookResult(Fact fact, Entry entry) {
    if (fact.direction() == Direction.INTERNAL) {
      return;
    }
    switch (fact.type()) {
      case OUTCOME_RECORDED -> Results.bookOutcome(fact, entry);
      case SURVEY_INVITED -> entry.count("invited");
      case SURVEY_ANSWERED -> Results.bookSurvey(fact, entry);
      case QA_SCORED -> Results.bookQuality(fact, entry);
      default -> throw new IllegalStateException("not a result: " + fact.type());
    }
  }

  /** Where a fact's amounts go, at the fact's own time; amounts of zero go nowhere. */
  record Entry(Fact fact, Sink sink) {
    void count(String counter) {
      sink.add(counter, 1, fact.timeMs());
    }

    void countIf(boolean condition, String counter) {
      if (condition) {
        count(counter);
      }
    }

    void add(String counter, long amount) {
      if (amount != 0) {
        sink.add(counter, amount, fact.timeMs());
      }
    }
  }
}
