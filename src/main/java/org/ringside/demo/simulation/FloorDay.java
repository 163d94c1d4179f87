package org.ringside.demo.simulation;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * One calendar day of the floor, from the first log-in to the last call that ends after midnight.
 */
public final class FloorDay {
  private static final int PLANNED_AHEAD_DAYS = 3;

  private final Scene scene;
  private final Rota rota;
  private final Demand demand;
  private final Attendance attendance;

  /** A day at whose beginning nothing has happened; what it tells goes to {@code receiver}. */
  public FloorDay(FloorPlan plan, LocalDate date, Consumer<Delivery> receiver) {
    this.scene = new Scene(plan, date, receiver);
    this.rota = new Rota(plan);
    this.demand = new Demand(plan, date);
    this.attendance = new Attendance(scene);
    plan.people().forEach(this::planWork);
    planAhead();
    FloorPlan.LINES.stream().filter(line -> !line.outbound()).forEach(this::openLine);
  }

  /** Goes on to {@code millis}; deliveries up to then have been handed over. */
  public void advanceTo(long millis) {
    scene.agenda.runUntil(millis);
  }

  /** Goes on until everybody is at home. */
  public void finish() {
    advanceTo(Long.MAX_VALUE);
  }

  /** Whether nothing is left to happen; deliveries may still be on their way. */
  public boolean isOver() {
    return scene.agenda.isEmpty();
  }

  private void planWork(Person person) {
    if (!rota.absent(person, scene.date)) {
      rota.planned(person, scene.date).ifPresent(shift -> comeToWork(person, shift));
    }
  }

  /** People above the base strength work from the moment on at which the floor grew. */
  private void comeToWork(Person person, Shift shift) {
    boolean extra = person.index() >= FloorPlan.BASE_STRENGTH;
    long from =
        extra
            ? Math.max(shift.fromMillis(), scene.plan.density().fromMillis())
            : shift.fromMillis();
    if (from < shift.toMillis()) {
      attendance.plan(person, new Shift(shift.kind(), from, shift.toMillis()));
    }
  }

  private void openLine(Line line) {
    nextArrival(line, scene.begin, scene.chance("line " + line.id()));
  }

  private void nextArrival(Line line, long after, Chance chance) {
    long at = demand.next(line, after, scene.end, chance);
    if (at < scene.end) {
      scene.agenda.at(
          at,
          () -> {
            attendance.inbound().arrive(line);
            nextArrival(line, at, chance);
          });
    }
  }

  /** In the afternoon the shifts of a later day are published. */
  private void planAhead() {
    Chance chance = scene.chance("plans");
    long from = scene.date.atTime(16, 0).atZone(scene.plan.zone()).toInstant().toEpochMilli();
    LocalDate date = scene.date.plusDays(PLANNED_AHEAD_DAYS);
    for (Person person : scene.plan.people()) {
      long at = from + chance.millisBetween(0, 3600);
      rota.planned(person, date)
          .ifPresent(shift -> scene.agenda.at(at, () -> tellShift(person, date, shift)));
    }
  }

  private void tellShift(Person person, LocalDate date, Shift shift) {
    Data data =
        Data.empty()
            .with("from", Scene.rfc3339(shift.fromMillis()))
            .with("to", Scene.rfc3339(shift.toMillis()))
            .with("activity", "work");
    String id = scene.key("plan" + person.id()) + ":" + date + ":shift.planned";
    scene.tell(FloorFact.of(id, "shift.planned", scene.now(), person.id(), data.done()));
  }
}
