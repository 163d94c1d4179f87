package org.ringside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ringside.demo.simulation.Density;
import org.ringside.demo.simulation.FloorDay;
import org.ringside.demo.simulation.FloorFact;
import org.ringside.demo.simulation.FloorPlan;
import org.ringside.demo.simulation.Person;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.FactType;
import org.ringside.metric.Metric;

/** Three simulated days read with the server's own metrics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorMetricsTest {
  private static final FloorPlan PLAN = FloorPlan.of(7, DemoSettings.ZONE, Density.BASE);
  private static final Map<String, String> IDS = personBySubject();
  private static final Booking BOOKING = new Booking(BookingRules.defaults());
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private final List<FloorFact> facts = new ArrayList<>();
  private final Map<String, Counters> byPerson = new HashMap<>();

  @BeforeAll
  void simulateThreeDays() {
    LocalDate monday = LocalDate.of(2026, 11, 16);
    var latest = new HashMap<String, FloorFact>();
    for (int day = 0; day < 3; day++) {
      new FloorDay(PLAN, monday.plusDays(day), sent -> latest.put(sent.fact().id(), sent.fact()))
          .finish();
    }
    facts.addAll(latest.values());
    facts.forEach(this::book);
  }

  private void book(FloorFact fact) {
    Counters counters =
        byPerson.computeIfAbsent(
            IDS.getOrDefault(String.valueOf(fact.subject()), "nobody"), key -> new Counters());
    BOOKING.book(Bookable.of(fact), (counter, amount, at) -> counters.add(counter, amount));
  }

  private static Map<String, String> personBySubject() {
    var ids = new HashMap<String, String>();
    for (Person person : PLAN.people()) {
      ids.put(person.extension(), person.id());
      ids.put(person.id(), person.id());
    }
    return ids;
  }

  private Counters countersOf(Function<Person, Boolean> who) {
    var sum = new Counters();
    PLAN.people().stream()
        .filter(who::apply)
        .map(person -> byPerson.get(person.id()))
        .filter(Objects::nonNull)
        .forEach(sum::addAll);
    return sum;
  }

  private static double value(String id, Counters counters) {
    Metric metric = Objects.requireNonNull(CATALOGUE.find(id));
    return Objects.requireNonNull(value(metric, counters), id);
  }

  private static @Nullable Double value(Metric metric, Counters counters) {
    var value = metric.value(metric.numerator().over(counters), metric.denominatorOver(counters));
    return value == null
        ? null
        : value.numerator().doubleValue() / value.denominator().doubleValue();
  }

  @Test
  void everyTypeOfFact_happens_withTheFieldsItNeeds() {
    var types = new HashSet<FactType>();
    var lacking = new ArrayList<FloorFact>();
    for (FloorFact fact : facts) {
      var bookable = Bookable.of(fact);
      types.add(bookable.type());
      if (!bookable.type().required().stream().allMatch(bookable::has)) {
        lacking.add(fact);
      }
    }

    assertThat(lacking).isEmpty();
    var expected = new HashSet<>(List.of(FactType.values()));
    expected.remove(FactType.PERIOD_AGGREGATE);
    assertThat(types).isEqualTo(expected);
  }

  @Test
  void theFloor_isAnOrdinaryOne() {
    Counters floor = countersOf(person -> true);
    floor.addAll(Objects.requireNonNull(byPerson.get("nobody")));

    assertThat(value("answer_rate", floor)).isBetween(0.90, 0.99);
    assertThat(value("service_level_c", floor)).isBetween(0.75, 0.97);
    assertThat(value("aht", floor)).isBetween(110.0, 200.0);
    assertThat(value("csat_top_box", floor)).isBetween(0.80, 0.92);
    assertThat(value("resolution_rate", floor)).isBetween(0.60, 0.78);
    assertThat(value("occupancy", floor)).isBetween(0.55, 0.88);
    assertThat(value("contacts_per_hour", floor)).isBetween(10.0, 22.0);
    assertThat(value("qa_score", floor)).isBetween(0.85, 0.94);
    assertThat(value("connect_rate", floor)).isBetween(0.35, 0.60);
    assertThat(value("conversion", floor)).isPositive();
    assertThat(value("transfer_rate", floor)).isBetween(0.02, 0.08);
  }

  @Test
  void teams_areAFewPointsApart() {
    Map<String, Double> satisfaction =
        FloorPlan.CREWS.stream()
            .collect(
                Collectors.toMap(
                    crew -> crew.name(),
                    crew ->
                        value("csat_top_box", countersOf(person -> person.crew().equals(crew)))));
    double best = satisfaction.values().stream().mapToDouble(x -> x).max().orElseThrow();
    double worst = satisfaction.values().stream().mapToDouble(x -> x).min().orElseThrow();

    assertThat(best - worst).as(satisfaction.toString()).isBetween(0.005, 0.12);
  }

  @Test
  void whoHangsUpOnCallers_isFoundByTheMetric() {
    Counters few = countersOf(person -> person.skill().shortCalls() > 0.05);
    Counters most = countersOf(person -> person.skill().shortCalls() < 0.05);

    assertThat(value("short_call_agent_rate", few)).isGreaterThan(0.06);
    assertThat(value("short_call_agent_rate", most)).isLessThan(0.05);
  }

  @Test
  void charmTempoAndAttention_showInSatisfactionHandleTimeAndMissedCalls() {
    assertThat(value("csat_top_box", countersOf(person -> person.skill().charm() > 0.02)))
        .isGreaterThan(value("csat_top_box", countersOf(person -> person.skill().charm() < -0.02)));
    assertThat(value("aht", countersOf(person -> person.skill().tempo() > 1.1)))
        .isGreaterThan(value("aht", countersOf(person -> person.skill().tempo() < 0.9)));
    assertThat(
            value("agent_answer_rate", countersOf(person -> person.skill().inattention() > 0.03)))
        .isLessThan(
            value("agent_answer_rate", countersOf(person -> person.skill().inattention() < 0.01)));
  }
}
