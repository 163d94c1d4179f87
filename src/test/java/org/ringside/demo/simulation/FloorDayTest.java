package org.ringside.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.demo.simulation.Shanghai.PLAN;
import static org.ringside.demo.simulation.Shanghai.WEDNESDAY;
import static org.ringside.demo.simulation.Shanghai.deliveries;
import static org.ringside.demo.simulation.Shanghai.facts;
import static org.ringside.demo.simulation.Shanghai.number;
import static org.ringside.demo.simulation.Shanghai.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What cannot be otherwise on a real floor. */
class FloorDayTest {
  private record Stretch(long from, long to) {}

  private static void assertNoOverlap(Map<String, List<Stretch>> byAgent) {
    assertThat(byAgent).hasSizeGreaterThan(50);
    byAgent.forEach(
        (agent, stretches) -> {
          stretches.sort(Comparator.comparingLong(Stretch::from));
          for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from())
                .as(agent)
                .isGreaterThanOrEqualTo(stretches.get(i - 1).to());
          }
        });
  }

  private static Map<String, FloorFact> byLeg(String type) {
    return facts(WEDNESDAY, type).stream()
        .collect(Collectors.toMap(FloorDayTest::leg, fact -> fact));
  }

  private static String leg(FloorFact fact) {
    return text(fact, "contact") + ":" + text(fact, "leg");
  }

  @Test
  void anAgent_isInOneCallAtATime() {
    var answered = byLeg("leg.answered");
    var calls = new HashMap<String, List<Stretch>>();
    byLeg("leg.ended")
        .forEach(
            (leg, end) ->
                calls
                    .computeIfAbsent(
                        Objects.requireNonNull(end.subject()), key -> new ArrayList<>())
                    .add(
                        new Stretch(
                            Objects.requireNonNull(answered.get(leg)).millis(), end.millis())));

    assertNoOverlap(calls);
  }

  @Test
  void anAgent_isInOneStateAtATime() {
    var states = new HashMap<String, List<Stretch>>();
    for (FloorFact state : facts(WEDNESDAY, "agent.state")) {
      long from = Instant.parse(text(state, "from")).toEpochMilli();
      states
          .computeIfAbsent(Objects.requireNonNull(state.subject()), key -> new ArrayList<>())
          .add(new Stretch(from, state.millis()));
    }

    assertNoOverlap(states);
  }

  @Test
  void aLeg_isOfferedThenAnsweredThenEndedThenWrapped_byTheSameAgent() {
    var offered = byLeg("leg.offered");
    var answered = byLeg("leg.answered");
    var ended = byLeg("leg.ended");
    var wrapped = byLeg("leg.wrapped");

    assertThat(ended.keySet()).isEqualTo(answered.keySet()).isEqualTo(wrapped.keySet());
    ended.forEach(
        (leg, end) -> {
          FloorFact answer = Objects.requireNonNull(answered.get(leg));
          FloorFact wrap = Objects.requireNonNull(wrapped.get(leg));
          assertThat(answer.subject()).isEqualTo(end.subject()).isEqualTo(wrap.subject());
          assertThat(wrap.millis() - end.millis()).isEqualTo(number(wrap, "acw_ms"));
          if (!text(end, "direction").equals("out")) {
            FloorFact offer = Objects.requireNonNull(offered.get(leg));
            assertThat(answer.millis() - offer.millis()).isEqualTo(number(answer, "ring_ms"));
          }
        });
  }

  @Test
  void talkAndHold_areTheTimeBetweenAnswerAndEnd() {
    var answered = byLeg("leg.answered");
    var held = byLeg("leg.hold");
    byLeg("leg.ended")
        .forEach(
            (leg, end) -> {
              FloorFact hold = held.get(leg);
              long holdMillis = hold == null ? 0 : number(hold, "hold_ms");
              long answer = Objects.requireNonNull(answered.get(leg)).millis();
              assertThat(end.millis() - answer).isEqualTo(number(end, "talk_ms") + holdMillis);
            });
  }

  @Test
  void everyOfferedContact_isAnsweredOnceOrLostOnce() {
    Set<String> offered = contacts("contact.offered");
    Set<String> gone = contacts("contact.abandoned");
    gone.addAll(contacts("contact.exited"));
    Set<String> answered =
        facts(WEDNESDAY, "leg.answered").stream()
            .filter(fact -> fact.data().containsKey("wait_ms"))
            .map(fact -> text(fact, "contact"))
            .collect(Collectors.toSet());

    assertThat(answered).doesNotContainAnyElementsOf(gone);
    answered.addAll(gone);
    assertThat(answered).isEqualTo(offered);
  }

  private static Set<String> contacts(String type) {
    List<String> all = facts(WEDNESDAY, type).stream().map(fact -> text(fact, "contact")).toList();
    assertThat(all).doesNotHaveDuplicates();
    return new HashSet<>(all);
  }

  @Test
  void peopleTalk_withinTheirShift() {
    Rota rota = new Rota(PLAN);
    Map<String, Person> byExtension =
        PLAN.people().stream().collect(Collectors.toMap(Person::extension, person -> person));
    for (FloorFact answer : facts(WEDNESDAY, "leg.answered")) {
      Person person = Objects.requireNonNull(byExtension.get(answer.subject()));
      Shift shift = rota.planned(person, WEDNESDAY).orElseThrow();
      assertThat(answer.millis())
          .as("%s in %s", person.name(), shift)
          .isBetween(shift.fromMillis() - 180_000, shift.toMillis() + 25 * 60_000);
    }
  }

  @Test
  void whatIsSentAgain_isTheSame_andEveryRevisionIsOne() {
    var known = new HashMap<String, FloorFact>();
    int again = 0;
    int different = 0;
    for (Delivery delivery : deliveries(WEDNESDAY)) {
      FloorFact fact = delivery.fact();
      FloorFact before = known.putIfAbsent(fact.id() + "/" + fact.revision(), fact);
      again += before == null ? 0 : 1;
      different += before == null || before.equals(fact) ? 0 : 1;
    }

    assertThat(different).isZero();
    assertThat(again).isBetween(100, 800);
    assertThat(known.values()).filteredOn(fact -> fact.revision() == 1).hasSizeBetween(10, 150);
  }

  @Test
  void someFactsArrive_afterLaterOnes() {
    List<Delivery> sent = deliveries(WEDNESDAY).stream().sorted().toList();
    long latest = 0;
    int overtaken = 0;
    for (Delivery delivery : sent) {
      overtaken += delivery.fact().millis() < latest - 2_000 ? 1 : 0;
      latest = Math.max(latest, delivery.fact().millis());
    }

    assertThat(overtaken).isBetween(200, 6_000);
  }

  @Test
  void theDaysOfAWeek_shareNobodyAtTheirSeam() {
    var tuesday = facts(WEDNESDAY.minusDays(1), "agent.state");
    var late =
        tuesday.stream()
            .filter(fact -> fact.millis() > Shanghai.at("2026-11-17T23:30").toEpochMilli())
            .map(FloorFact::subject)
            .collect(Collectors.toSet());
    var early =
        facts(WEDNESDAY, "agent.state").stream()
            .filter(fact -> fact.millis() < Shanghai.at("2026-11-18T02:00").toEpochMilli())
            .map(FloorFact::subject)
            .collect(Collectors.toSet());

    assertThat(late).isNotEmpty().doesNotContainAnyElementsOf(early);
  }
}
