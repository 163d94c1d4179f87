package org.ringside.metric;

import static org.ringside.metric.Field.CLOSED_BY;
import static org.ringside.metric.Field.DUE_AT;
import static org.ringside.metric.Field.FIRST_OWNER;
import static org.ringside.metric.Field.JUSTIFIED;
import static org.ringside.metric.Field.PROMISED_AT;

import org.ringside.metric.Booking.Entry;

/** Books what is owed to customers: cases, complaints, callbacks, tasks. Due to the millisecond. */
final class Duties {
  private Duties() {}

  static void book(Fact fact, Entry entry) {
    switch (fact.type()) {
      case CASE_OPENED -> entry.count("cases_opened");
      case CASE_CLOSED -> bookClosed(fact, entry);
      case COMPLAINT_RECORDED -> {
        entry.count("complaints");
        entry.countIf(fact.flag(JUSTIFIED), "complaints_justified");
      }
      case CALLBACK_PROMISED -> entry.count("callbacks_promised");
      case CALLBACK_DONE -> {
        entry.count("callbacks_done");
        entry.countIf(inTime(fact, DUE_AT), "callbacks_on_time");
      }
      case TASK_ASSIGNED -> entry.count("tasks_assigned");
      case TASK_ATTEMPTED -> entry.count("tasks_attempted");
      case TASK_COMPLETED -> {
        entry.count("tasks_completed");
        entry.countIf(inTime(fact, DUE_AT), "tasks_on_time");
      }
      default -> throw new IllegalStateException("not a duty: " + fact.type());
    }
  }

  private static void bookClosed(Fact fact, Entry entry) {
    entry.count("cases_closed");
    String firstOwner = fact.text(FIRST_OWNER);
    boolean kept = firstOwner != null && firstOwner.equals(fact.text(CLOSED_BY));
    entry.countIf(kept && inTime(fact, PROMISED_AT), "cases_closed_first");
  }

  /** Without a due time nothing can be late. */
  private static boolean inTime(Fact fact, Field due) {
    return !fact.has(due) || fact.timeMs() <= fact.number(due);
  }
}
