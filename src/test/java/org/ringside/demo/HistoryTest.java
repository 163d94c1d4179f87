package org.ringside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.ringside.demo.simulation.Density;

/** What is told as totals, what event by event, and where it goes on after a pause. */
class HistoryTest {
  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(DemoSettings.ZONE).toInstant();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static Place fresh(String local) {
    return History.fresh(at(local), DemoSettings.ZONE, 1);
  }

  private static Place resumed(Place place, String local, int speed) {
    return History.resumed(place, at(local), DemoSettings.ZONE, speed);
  }

  @Test
  void totals_reachBackToTheFirstOfTheMonth() {
    assertThat(fresh("2026-11-22T15:00").nextArchived()).isEqualTo(day("2026-11-01"));
  }

  @Test
  void totals_reachBackAWeekAtLeast() {
    assertThat(fresh("2026-12-02T15:00").nextArchived()).isEqualTo(day("2026-11-25"));
  }

  @Test
  void detail_beginsWithTheDayOfTwelveHoursAgo() {
    assertThat(fresh("2026-11-22T15:00").detailFrom()).isEqualTo(day("2026-11-22"));
    assertThat(fresh("2026-11-22T09:00").detailFrom()).isEqualTo(day("2026-11-21"));
  }

  @Test
  void aShortPause_isToldEventByEvent() {
    Place place = fresh("2026-11-20T15:00").told(at("2026-11-20T16:00"));

    assertThat(resumed(place, "2026-11-21T20:00", 1)).isEqualTo(place);
  }

  @Test
  void aLongPause_becomesTotalsFromTheNextDayOn() {
    Place place = fresh("2026-11-14T15:00").told(at("2026-11-14T16:00"));
    Place after = resumed(place, "2026-11-20T20:00", 1);

    assertThat(after.nextArchived()).isEqualTo(day("2026-11-15"));
    assertThat(after.detailFrom()).isEqualTo(day("2026-11-20"));
    assertThat(after.told()).isNull();
  }

  @Test
  void aPauseOfMonths_isFilledForThisMonthOnly() {
    Place place = fresh("2026-05-14T15:00").told(at("2026-05-14T16:00"));

    assertThat(resumed(place, "2026-11-20T20:00", 1).nextArchived()).isEqualTo(day("2026-11-01"));
  }

  @Test
  void anotherSpeed_beginsNow() {
    Place place = fresh("2026-11-20T15:00").told(at("2026-11-20T16:00"));
    Place faster = resumed(place, "2026-11-20T17:00", 10);

    assertThat(faster.density()).isEqualTo(new Density(10, at("2026-11-20T17:00").toEpochMilli()));
    assertThat(resumed(faster, "2026-11-20T18:00", 10)).isEqualTo(faster);
  }

  @Test
  void aPlace_survivesItsFile() {
    Place place = fresh("2026-11-20T15:00").told(at("2026-11-20T16:00")).with(new Density(3, 5));

    assertThat(Place.read(place.write(), fresh("2026-11-20T15:00"))).isEqualTo(place);
    assertThat(Place.read(new Properties(), place)).isEqualTo(place);
  }
}
