package org.ringside.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.demo.simulation.Delivery;
import org.ringside.demo.simulation.FloorDay;
import org.ringside.demo.simulation.FloorFact;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.FloorSimulation;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Counters;
import org.ringside.metric.Fact;

/**
 * A past day as an old system exports it: thick facts, corrections applied, summed by agent, queue
 * and direction for each hour; thin facts as they are.
 */
final class DayArchive {
  private static final long HOUR_MILLIS = 3_600_000;

  /** What one total is of. */
  private record Key(
      long hour, @Nullable String subject, @Nullable String queue, String direction) {
    String id(String day) {
      return day + ":" + hour + ":" + subject + ":" + queue + ":" + direction + ":period.aggregate";
    }
  }

  private final String day;
  private final List<FloorFact> thin = new ArrayList<>();
  private final Map<Key, Counters> totals = new LinkedHashMap<>();
  private final Booking booking = new Booking(BookingRules.defaults());

  private DayArchive(String day) {
    this.day = day;
  }

  /**
   * Simulates the whole day; thin facts sent after {@code untilMillis} are left to live sending.
   */
  static DayArchive of(FloorPlan plan, LocalDate date, long untilMillis) {
    var archive = new DayArchive(date + "-" + plan.fingerprint());
    new FloorDay(plan, date, delivery -> archive.take(delivery, untilMillis)).finish();
    return archive;
  }

  /** Facts of the telephone system that are told one by one. */
  List<FloorFact> thinFacts() {
    return thin;
  }

  /** Totals by hour, for the source that has no detail; in order of time. */
  List<FloorFact> totals() {
    var facts = new ArrayList<FloorFact>();
    totals.forEach((key, counters) -> facts.add(total(key, counters)));
    facts.sort(Comparator.comparingLong(FloorFact::millis));
    return facts;
  }

  private void take(Delivery delivery, long untilMillis) {
    FloorFact fact = delivery.fact();
    if (!FloorSimulation.THICK.contains(fact.type())) {
      if (delivery.millis() <= untilMillis) {
        thin.add(fact);
      }
    } else if (!delivery.again()) {
      book(fact, 1);
      FloorFact corrected = delivery.corrects();
      if (corrected != null) {
        book(corrected, -1);
      }
    }
  }

  /** Adds what the fact books, or takes it away again. */
  private void book(FloorFact floorFact, int sign) {
    Fact fact = Bookable.of(floorFact);
    booking.book(
        fact,
        (counter, amount, atMillis) ->
            totals
                .computeIfAbsent(key(floorFact, fact, atMillis), key -> new Counters())
                .add(counter, sign * amount));
  }

  private static Key key(FloorFact floorFact, Fact fact, long atMillis) {
    return new Key(
        Math.floorDiv(atMillis, HOUR_MILLIS),
        floorFact.subject(),
        fact.queue(),
        fact.direction().wire());
  }

  /** Timed at the last second of its hour, when an hour's totals are known. */
  private FloorFact total(Key key, Counters counters) {
    var data = new LinkedHashMap<String, Object>();
    if (key.queue() != null) {
      data.put("queue", key.queue());
    }
    data.put("direction", key.direction());
    data.put("counters", new TreeMap<>(counters.toMap()));
    long time = (key.hour() + 1) * HOUR_MILLIS - 1000;
    return new FloorFact(key.id(day), "period.aggregate", time, key.subject(), 0, data);
  }
}
