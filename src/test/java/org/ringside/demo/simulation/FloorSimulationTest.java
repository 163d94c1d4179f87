package org.ringside.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.demo.simulation.Shanghai.PLAN;
import static org.ringside.demo.simulation.Shanghai.ZONE;
import static org.ringside.demo.simulation.Shanghai.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The floor is the same however it is asked. */
class FloorSimulationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
  private static final Instant FROM = at("2026-11-17T22:00");
  private static final Instant TO = at("2026-11-18T03:00");

  private static List<FloorFact> told(FloorPlan plan, Instant from, Instant to, Duration step) {
    var floor = FloorSimulation.after(plan, from, DAY);
    var facts = new ArrayList<FloorFact>();
    for (Instant now = from.plus(step); now.isBefore(to); now = now.plus(step)) {
      facts.addAll(floor.advanceTo(now));
    }
    facts.addAll(floor.advanceTo(to));
    return facts;
  }

  @Test
  void otherSteps_tellTheSameInTheSameOrder() {
    var byHours = told(PLAN, FROM, TO, Duration.ofHours(5));
    var bySeconds = told(PLAN, FROM, TO, Duration.ofMillis(7_919));

    assertThat(byHours).hasSizeGreaterThan(5_000).isEqualTo(bySeconds);
  }

  @Test
  void takenUpAgain_goesOnWhereItStopped() {
    Instant stop = at("2026-11-18T00:17");
    var whole = told(PLAN, FROM, TO, Duration.ofHours(1));
    var parts = new ArrayList<>(told(PLAN, FROM, stop, Duration.ofHours(1)));
    parts.addAll(told(PLAN, stop, TO, Duration.ofHours(1)));

    assertThat(parts).isEqualTo(whole);
  }

  @Test
  void otherSeed_isAnotherFloor() {
    FloorPlan other = FloorPlan.of(8, ZONE, Density.BASE);
    var one = told(PLAN, FROM, FROM.plusSeconds(600), Duration.ofMinutes(1));
    var another = told(other, FROM, FROM.plusSeconds(600), Duration.ofMinutes(1));

    assertThat(one).doesNotContainAnyElementsOf(another);
  }

  @Test
  void nothingIsToldBeforeItHappened() {
    var floor = FloorSimulation.after(PLAN, FROM, DAY);
    for (Instant now = FROM; now.isBefore(TO); now = now.plusSeconds(900)) {
      Instant until = now;
      assertThat(floor.advanceTo(until)).allMatch(fact -> fact.millis() <= until.toEpochMilli());
    }
  }

  @Test
  void thickFactsOfArchivedDays_areLeftOut_thinOnesArriveLate() {
    var floor = FloorSimulation.after(PLAN, at("2026-11-18T00:00"), DAY.plusDays(1));
    var facts = floor.advanceTo(at("2026-11-18T11:00"));

    assertThat(facts)
        .filteredOn(fact -> fact.id().startsWith("20261117"))
        .isNotEmpty()
        .noneMatch(fact -> FloorSimulation.THICK.contains(fact.type()));
  }

  @Test
  void aDenserFloor_hasTheSamePeopleAndMore_andMoreCalls() {
    var dense = new Density(5, at("2026-11-18T02:00").toEpochMilli());
    FloorPlan crowded = FloorPlan.of(7, ZONE, dense);
    var before = told(crowded, at("2026-11-18T01:00"), at("2026-11-18T02:00"), Duration.ofHours(1));
    var after = told(crowded, at("2026-11-18T02:30"), at("2026-11-18T03:30"), Duration.ofHours(1));

    assertThat(crowded.people().subList(0, PLAN.people().size())).isEqualTo(PLAN.people());
    assertThat(crowded.people()).hasSize(5 * PLAN.people().size());
    assertThat((double) after.size() / before.size()).isBetween(3.0, 7.0);
  }

  @Test
  void aNightIsNeverStill() {
    var floor = FloorSimulation.after(PLAN, at("2026-11-18T03:00"), DAY);
    for (Instant now = at("2026-11-18T03:00");
        now.isBefore(at("2026-11-18T05:00"));
        now = now.plusSeconds(60)) {
      assertThat(floor.advanceTo(now.plusSeconds(60))).as("minute from %s", now).isNotEmpty();
    }
  }
}
