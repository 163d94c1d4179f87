package org.ringside.demo.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How many callers there are: a curve over the hours of the day, times the weekday, times a surge
 * (an outage, a bill run) of twenty-odd minutes on most days. Drawn by thinning a Poisson stream of
 * the highest rate, which is exact for a rate that varies.
 */
final class Demand {
  /** Inbound calls an hour of an ordinary Wednesday, at density 1. The nights stay alive. */
  private static final int[] CALLS_AN_HOUR = {
    150, 130, 120, 115, 115, 120, 130, 165, 250, 460, 560, 550, 540, 620, 690, 720, 700, 600, 440,
    400, 340, 235, 200, 170
  };

  private static final double HIGHEST = 720 * 1.12 * 1.5;
  private static final double MILLIS_AN_HOUR = 3_600_000;

  private final FloorPlan plan;
  private final double weekday;
  private final long midnight;
  private final long surgeFrom;
  private final long surgeTo;

  Demand(FloorPlan plan, LocalDate date) {
    this.plan = plan;
    this.weekday = weekday(date.getDayOfWeek());
    Chance chance = Chance.of(plan.seed(), "surge", date);
    this.midnight = date.atStartOfDay(plan.zone()).toInstant().toEpochMilli();
    this.surgeFrom = midnight + 9 * 3_600_000 + chance.millisBetween(0, 10 * 3600);
    this.surgeTo = surgeFrom + (chance.happens(0.7) ? chance.millisBetween(900, 2400) : 0);
  }

  /** When the next caller of this line comes, after {@code millis}; at {@code end} none does. */
  long next(Line line, long millis, long end, Chance chance) {
    double highest = HIGHEST * line.share() * plan.density().at(end) / MILLIS_AN_HOUR;
    long at = millis;
    do {
      at += 1 + (long) chance.exponential(1 / highest);
    } while (at < end && !chance.happens(rate(line, at) / highest));
    return Math.min(at, end);
  }

  /** Calls a millisecond at this moment. */
  private double rate(Line line, long millis) {
    double hour = Scene.hourAt(millis - midnight);
    if (!line.openAt(hour)) {
      return 0;
    }
    double surge = millis >= surgeFrom && millis < surgeTo ? 1.5 : 1;
    double day = hour < 8 ? Math.max(0.95, weekday) : weekday;
    return curve(hour) * day * surge * line.share() * plan.density().at(millis) / MILLIS_AN_HOUR;
  }

  /** Between the middles of two hours the curve is a straight line. */
  private static double curve(double hour) {
    double centred = hour - 0.5;
    int before = Math.floorMod((int) Math.floor(centred), 24);
    double part = centred - Math.floor(centred);
    return CALLS_AN_HOUR[before] * (1 - part) + CALLS_AN_HOUR[(before + 1) % 24] * part;
  }

  private static double weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> 1.12;
      case TUESDAY -> 1.03;
      case WEDNESDAY, FRIDAY -> 1.0;
      case THURSDAY -> 0.98;
      case SATURDAY -> 0.76;
      case SUNDAY -> 0.72;
    };
  }
}
