package org.ringside.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.ringside.demo.simulation.Density;

/**
 * How far the telling has come.
 *
 * @param nextArchived first day whose totals have not all been received
 * @param detailFrom from this day on every event is told
 * @param told everything sent until then was received; null while days are still being archived
 * @param density of the floor being told
 */
record Place(
    LocalDate nextArchived, LocalDate detailFrom, @Nullable Instant told, Density density) {

  static Place read(Properties values, Place fresh) {
    String next = values.getProperty("nextArchived");
    if (next == null) {
      return fresh;
    }
    String told = values.getProperty("told");
    return new Place(
        LocalDate.parse(next),
        LocalDate.parse(values.getProperty("detailFrom")),
        told == null ? null : Instant.parse(told),
        new Density(
            Integer.parseInt(values.getProperty("speed")),
            Long.parseLong(values.getProperty("speedSince"))));
  }

  Properties write() {
    var values = new Properties();
    values.setProperty("nextArchived", nextArchived.toString());
    values.setProperty("detailFrom", detailFrom.toString());
    values.setProperty("speed", Integer.toString(density.factor()));
    values.setProperty("speedSince", Long.toString(density.fromMillis()));
    if (told != null) {
      values.setProperty("told", told.toString());
    }
    return values;
  }

  Place archived(LocalDate day) {
    return new Place(day.plusDays(1), detailFrom, told, density);
  }

  Place told(Instant instant) {
    return new Place(nextArchived, detailFrom, instant, density);
  }

  Place with(Density other) {
    return new Place(nextArchived, detailFrom, told, other);
  }
}
