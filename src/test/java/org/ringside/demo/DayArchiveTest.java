package org.ringside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.demo.simulation.Density;
import org.ringside.demo.simulation.FloorDay;
import org.ringside.demo.simulation.FloorFact;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.FloorSimulation;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Counters;

/** Totals of a past day say the same as its events would. */
class DayArchiveTest {
  private static final FloorPlan PLAN = FloorPlan.of(7, DemoSettings.ZONE, Density.BASE);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
  private static final long LATER = DAY.plusDays(9).toEpochDay() * 86_400_000;
  private static final DayArchive ARCHIVE = DayArchive.of(PLAN, DAY, LATER);

  private static Counters booked(Iterable<FloorFact> facts) {
    var booking = new Booking(BookingRules.defaults());
    var counters = new Counters();
    for (FloorFact fact : facts) {
      booking.book(Bookable.of(fact), (counter, amount, at) -> counters.add(counter, amount));
    }
    return counters;
  }

  private static Map<String, FloorFact> latest() {
    var latest = new HashMap<String, FloorFact>();
    new FloorDay(
            PLAN,
            DAY,
            sent ->
                latest.merge(
                    sent.fact().id(),
                    sent.fact(),
                    (one, other) -> other.revision() > one.revision() ? other : one))
        .finish();
    return latest;
  }

  @Test
  void totalsAndThinFacts_bookWhatAllEventsBook() {
    Counters told = booked(ARCHIVE.totals());
    told.addAll(booked(ARCHIVE.thinFacts().stream().distinct().toList()));

    assertThat(told.toMap()).isEqualTo(booked(latest().values()).toMap());
  }

  @Test
  void aDay_isAFewThousandTotals_eachWithinTheLimitOfCounters() {
    assertThat(ARCHIVE.totals()).hasSizeBetween(1_000, 3_500);
    assertThat(ARCHIVE.totals())
        .allMatch(fact -> ((Map<?, ?>) fact.data().getOrDefault("counters", Map.of())).size() <= 64)
        .extracting(FloorFact::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void thinFacts_areNeverThick_andNoneIsToldBeforeItIsSent() {
    long noon = DAY.atTime(12, 0).atZone(DemoSettings.ZONE).toInstant().toEpochMilli();
    DayArchive half = DayArchive.of(PLAN, DAY, noon);

    assertThat(half.thinFacts())
        .isNotEmpty()
        .noneMatch(fact -> FloorSimulation.THICK.contains(fact.type()))
        .allMatch(fact -> fact.millis() <= noon)
        .hasSizeLessThan(ARCHIVE.thinFacts().size());
  }
}
