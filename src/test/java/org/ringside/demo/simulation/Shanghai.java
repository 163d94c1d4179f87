package org.ringside.demo.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A floor for tests, and whole days of it. */
final class Shanghai {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final FloorPlan PLAN = FloorPlan.of(7, ZONE, Density.BASE);
  static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

  private static final Map<LocalDate, List<Delivery>> DAYS = new ConcurrentHashMap<>();

  private Shanghai() {}

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  static int hourOf(FloorFact fact) {
    return Instant.ofEpochMilli(fact.millis()).atZone(ZONE).getHour();
  }

  /** Everything that is sent of the day, in no order; simulated once. */
  static List<Delivery> deliveries(LocalDate date) {
    return DAYS.computeIfAbsent(date, Shanghai::simulated);
  }

  private static List<Delivery> simulated(LocalDate date) {
    var all = new ArrayList<Delivery>();
    new FloorDay(PLAN, date, all::add).finish();
    return List.copyOf(all);
  }

  /** What happened on the day, once each, as first told, in order of time. */
  static List<FloorFact> facts(LocalDate date) {
    return deliveries(date).stream()
        .map(Delivery::fact)
        .filter(fact -> fact.revision() == 0)
        .distinct()
        .sorted(Comparator.comparingLong(FloorFact::millis))
        .toList();
  }

  static List<FloorFact> facts(LocalDate date, String type) {
    return facts(date).stream().filter(fact -> fact.type().equals(type)).toList();
  }

  static long number(FloorFact fact, String field) {
    Object value = fact.data().get(field);
    return value instanceof Number number ? number.longValue() : 0;
  }

  static String text(FloorFact fact, String field) {
    return String.valueOf(fact.data().get(field));
  }
}
