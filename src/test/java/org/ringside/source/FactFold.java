package org.ringside.source;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.fact.StoredFact;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Fact;
import org.ringside.metric.Metric;

/**
 * Counters of agents, teams and the organisation in every period, folded from facts by the very
 * booking that the server scores with, and nothing else of the server.
 */
final class FactFold {
  private final ServiceCalendar calendar;
  private final Map<String, String> teams;
  private final Booking booking = new Booking(BookingRules.defaults());
  private final Catalogue catalogue = Catalogue.of("CNY");
  private final Map<List<String>, Counters> counters = new HashMap<>();

  FactFold(ZoneId zone, Map<String, String> teams) {
    this.calendar = ServiceCalendar.of(zone);
    this.teams = teams;
  }

  FactFold bookAll(List<SourceFact> facts) {
    facts.forEach(this::book);
    return this;
  }

  Counters of(String by, String id, String periodType, String period) {
    return counters.getOrDefault(List.of(by, id, periodType, period), new Counters());
  }

  /** A counter or a metric; null where the metric has no value. */
  @Nullable BigDecimal value(ExpectedCounters.Cell cell, String name) {
    Counters of = of(cell.by(), cell.id(), cell.periodType(), cell.period());
    Metric metric = catalogue.find(name);
    if (metric == null || cell.reading() instanceof ExpectedCounters.Count) {
      return BigDecimal.valueOf(of.get(name));
    }
    var value = metric.value(of);
    return value == null
        ? null
        : new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128);
  }

  private void book(SourceFact fact) {
    booking.book(
        asTheServerReadsIt(fact),
        (counter, amount, atMs) -> {
          add("organisation", "", counter, amount, atMs);
          String agent = fact.subject();
          if (agent != null) {
            add("agent", agent, counter, amount, atMs);
            add("team", teams.getOrDefault(agent, "none"), counter, amount, atMs);
          }
        });
  }

  private void add(String by, String id, String counter, long amount, long atMs) {
    Instant at = Instant.ofEpochMilli(atMs);
    for (Period period : List.of(Period.ALL, Period.MONTH, Period.WEEK, Period.DAY)) {
      counters
          .computeIfAbsent(
              List.of(by, id, period.wire(), calendar.nameOf(period, at)), key -> new Counters())
          .add(counter, amount);
    }
  }

  private static Fact asTheServerReadsIt(SourceFact fact) {
    String data = new JsonObject(FactLine.of(fact)).getJsonObject("data").encode();
    var read = StoredFact.read(fact.type(), fact.time().toEpochMilli(), data);
    if (read == null) {
      throw new AssertionError("a reader makes no voids: " + fact);
    }
    return read;
  }
}
