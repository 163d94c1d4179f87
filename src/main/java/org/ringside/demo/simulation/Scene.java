package org.ringside.demo.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What everybody on the floor shares for one day: the calendar, the agenda and the wire. */
final class Scene {
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  final FloorPlan plan;
  final LocalDate date;
  final long begin;
  final long end;
  final Agenda agenda = new Agenda();
  final Form form;
  private final Wire wire;
  private int contacts;

  Scene(FloorPlan plan, LocalDate date, Consumer<Delivery> receiver) {
    this.plan = plan;
    this.date = date;
    this.begin = midnight(date);
    this.end = midnight(date.plusDays(1));
    this.form = new Form(plan.seed(), date);
    this.wire = new Wire(date, chance("wire"), receiver);
  }

  Chance chance(Object name) {
    return Chance.of(plan.seed(), date, name);
  }

  long now() {
    return agenda.now();
  }

  /** Hours since midnight, 0 to 24; what lasts into the next day begins again at 0. */
  double localHour() {
    return hourAt(now() - begin);
  }

  /** The clock is set twice a year in some zones; this day's callers and people do not mind. */
  static double hourAt(long millisSinceMidnight) {
    return Math.floorMod(millisSinceMidnight, DAY_MILLIS) / 3_600_000.0;
  }

  /** A key of the source's own: day, floor and number, so that no two floors share one. */
  String nextContact() {
    return key(Integer.toString(++contacts));
  }

  String key(String name) {
    return date.toString().replace("-", "") + "-" + plan.fingerprint() + "-" + name;
  }

  void tell(FloorFact fact) {
    wire.send(fact);
  }

  void tell(FloorFact fact, long knownMillis) {
    wire.send(fact, knownMillis);
  }

  /** RFC 3339, for times inside data. */
  static String rfc3339(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private long midnight(LocalDate day) {
    return day.atStartOfDay(plan.zone()).toInstant().toEpochMilli();
  }
}
