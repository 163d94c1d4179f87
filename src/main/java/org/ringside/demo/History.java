package org.ringside.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.ringside.demo.simulation.Density;

/**
 * Decides what is told as totals and what event by event, at the first start and after a pause.
 *
 * <p>Totals reach back to the first of the month and at least a week, so that a weekly and a
 * monthly board are alive at once. Detail begins with the day of twelve hours ago.
 */
final class History {
  private static final Duration DETAIL = Duration.ofHours(12);
  private static final int LEAST_DAYS = 7;

  private History() {}

  static Place fresh(Instant now, ZoneId zone, int speed) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate month = today.withDayOfMonth(1);
    LocalDate week = today.minusDays(LEAST_DAYS);
    LocalDate first = month.isBefore(week) ? month : week;
    return new Place(first, detailFrom(now, zone), null, density(speed, now));
  }

  /**
   * The place to go on from. After a pause of days, whole days become totals; the rest of the day
   * on which it was stopped is never told. Another speed begins now.
   */
  static Place resumed(Place place, Instant now, ZoneId zone, int speed) {
    Place paced = place.density().factor() == speed ? place : place.with(density(speed, now));
    LocalDate detail = detailFrom(now, zone);
    Instant told = paced.told();
    if (told == null || !LocalDate.ofInstant(told, zone).plusDays(1).isBefore(detail)) {
      return paced;
    }
    LocalDate dayAfter = LocalDate.ofInstant(told, zone).plusDays(1);
    LocalDate first = fresh(now, zone, speed).nextArchived();
    return new Place(dayAfter.isBefore(first) ? first : dayAfter, detail, null, paced.density());
  }

  private static LocalDate detailFrom(Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now.minus(DETAIL), zone);
  }

  private static Density density(int speed, Instant now) {
    return speed == 1 ? Density.BASE : new Density(speed, now.toEpochMilli());
  }
}
