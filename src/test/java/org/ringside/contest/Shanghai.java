package org.ringside.contest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Catalogue;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;

/** What the tests of this package take for granted: a floor in Shanghai and a few rule books. */
final class Shanghai {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final ServiceCalendar CALENDAR = ServiceCalendar.of(ZONE);
  static final Catalogue CATALOGUE = Catalogue.of("CNY");
  static final RuleBook CALLS = perUnit("valid_calls");
  static final RuleBook SURVEYS = perUnit("csat_top_box");

  private Shanghai() {}

  /** A wall-clock time there, as {@code 2026-11-16T09:00}. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** One point for each unit of one metric. */
  static RuleBook perUnit(String metric) {
    var line = new Line(metric, new Conversion.PerUnit(BigDecimal.ONE), BigDecimal.ONE, null, null);
    return RuleBook.of(1, line);
  }

  static Series series(Cadence cadence, Instant since) {
    return new Series(
        3,
        "班组周赛",
        cadence,
        Competitors.TEAM,
        Competing.EVERYBODY,
        new Audiences(Naming.top(100), Naming.UPPER_HALF),
        1,
        SURVEYS,
        CALENDAR,
        since);
  }
}
