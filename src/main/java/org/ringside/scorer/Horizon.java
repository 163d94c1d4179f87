package org.ringside.scorer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;

/** Since when facts are kept, where not all are. Pure. */
final class Horizon {
  private Horizon() {}

  /**
   * The latest start of a service day that is so many days ago, and not inside a contest that can
   * still be recomputed: what counts in a window is in facts that are timed at its start or later,
   * and in planned shifts, which stay.
   *
   * @param open starts of the windows of contests that are open or in their grace
   */
  static Instant of(ServiceCalendar calendar, Instant now, int days, List<Instant> open) {
    Instant old = now.minus(Duration.ofDays(days));
    Instant latest = open.stream().reduce(old, (a, b) -> a.isBefore(b) ? a : b);
    return calendar.windowAt(Period.DAY, latest).start();
  }
}
