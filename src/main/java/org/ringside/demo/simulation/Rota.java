package org.ringside.demo.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who works when (排班): five days of seven, one kind of shift a week, in turn; the night crew always
 * nights. A function of person and date, so that it can be planned ahead and looked up later.
 */
final class Rota {
  private static final LocalDate FIRST_MONDAY = LocalDate.of(2018, 1, 1);

  private enum Kind {
    EARLY("早", LocalTime.of(8, 0), LocalTime.of(16, 30)),
    DAY("日", LocalTime.of(9, 0), LocalTime.of(18, 0)),
    MIDDLE("中", LocalTime.of(12, 0), LocalTime.of(20, 30)),
    LATE("晚", LocalTime.of(15, 30), LocalTime.MIDNIGHT),
    NIGHT("夜", LocalTime.MIDNIGHT, LocalTime.of(8, 0));

    final String label;
    final LocalTime from;
    final LocalTime to;

    Kind(String label, LocalTime from, LocalTime to) {
      this.label = label;
      this.from = from;
      this.to = to;
    }
  }

  private static final List<Kind> TURNS =
      List.of(
          Kind.EARLY,
          Kind.DAY,
          Kind.MIDDLE,
          Kind.LATE,
          Kind.EARLY,
          Kind.DAY,
          Kind.LATE,
          Kind.MIDDLE,
          Kind.DAY,
          Kind.EARLY,
          Kind.LATE);

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final FloorPlan plan;

  Rota(FloorPlan plan) {
    this.plan = plan;
  }

  /** The planned shift of this person on this day, if there is one. */
  Optional<Shift> planned(Person person, LocalDate date) {
    long week = ChronoUnit.WEEKS.between(FIRST_MONDAY, date);
    if (daysOff(person, week).contains(date.getDayOfWeek())) {
      return Optional.empty();
    }
    Kind kind = person.nights() ? Kind.NIGHT : TURNS.get(turn(person, week));
    return Optional.of(shift(kind, date));
  }

  /** Ill, or absent without leave: planned and not there. */
  boolean absent(Person person, LocalDate date) {
    return Chance.of(plan.seed(), "absent", person.index(), date).happens(0.015);
  }

  private static int turn(Person person, long week) {
    return Math.floorMod(week + person.index() * 5L, TURNS.size());
  }

  private Set<DayOfWeek> daysOff(Person person, long week) {
    Chance chance = Chance.of(plan.seed(), "off", person.index(), week);
    if (chance.happens(0.27)) {
      return WEEKEND;
    }
    DayOfWeek first = DayOfWeek.of(1 + chance.upTo(7));
    return Set.of(first, first.plus(1));
  }

  private Shift shift(Kind kind, LocalDate date) {
    LocalDate lastDay = kind == Kind.LATE ? date.plusDays(1) : date;
    ZoneId zone = plan.zone();
    return new Shift(
        kind.label,
        date.atTime(kind.from).atZone(zone).toInstant().toEpochMilli(),
        lastDay.atTime(kind.to).atZone(zone).toInstant().toEpochMilli());
  }
}
