package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.metric.Facts.NINE;
import static org.ringside.metric.Facts.fact;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Refusals name the field, what was expected, and an example. */
class ConsistencyTest {
  private static final long DAY = 24L * 3_600_000;

  @Test
  void missing_required_field_is_named_with_an_example() {
    assertThat(Consistency.flaws(fact("leg.ended", "talk_ms", 1L)))
        .containsExactly(
            new Flaw(Field.ENDED_BY, "one of agent, customer, system, unknown", "agent"));
  }

  @Test
  void interval_of_a_day_is_the_longest() {
    assertThat(Consistency.flaws(spell(NINE - DAY, NINE))).isEmpty();
    assertThat(Consistency.flaws(spell(NINE - DAY - 1, NINE)))
        .extracting(Flaw::field)
        .containsExactly(Field.TO);
  }

  @Test
  void interval_does_not_run_backwards() {
    assertThat(Consistency.flaws(spell(NINE + 1, NINE))).hasSize(1);
  }

  @Test
  void state_is_timed_at_its_end() {
    assertThat(Consistency.flaws(spell(NINE - 2_000, NINE - 1_000)))
        .extracting(Flaw::expected)
        .containsExactly("the time of the fact, which is its end");
  }

  @ParameterizedTest
  @CsvSource({
    "csat,1,1,5,true",
    "csat,5,1,5,true",
    "csat,0,1,5,false",
    "csat,6,1,5,false",
    "csat,5,5,5,false",
    "nps,10,0,10,true",
    "nps,5,1,5,false"
  })
  void answer_lies_on_its_scale(String kind, long score, long min, long max, boolean fine) {
    Fact fact =
        fact("survey.answered", "kind", kind, "score", score, "scale_min", min, "scale_max", max);
    assertThat(Consistency.flaws(fact).isEmpty()).isEqualTo(fine);
  }

  @Test
  void amount_needs_a_currency_that_exists() {
    assertThat(Consistency.flaws(fact("outcome.recorded", "amount_minor", 1L))).hasSize(1);
    assertThat(Consistency.flaws(fact("outcome.recorded", "amount_minor", 1L, "currency", "XYZ")))
        .hasSize(1);
    assertThat(Consistency.flaws(fact("outcome.recorded", "amount_minor", 1L, "currency", "CNY")))
        .isEmpty();
  }

  @Test
  void more_points_than_could_be_had_are_refused() {
    assertThat(Consistency.flaws(fact("qa.scored", "points", 1_001L, "max", 1_000L))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void every_fact_type_is_found_by_its_name(FactType type) {
    assertThat(FactType.of(type.wire())).isEqualTo(type);
    assertThat(Collections.disjoint(type.required(), type.optional())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void every_field_says_what_it_expects_and_admits_its_example(Field field) {
    assertThat(field.expected()).isNotBlank();
    assertThat(field.admits(Facts.exampleOf(field))).isTrue();
    assertThat(field.description()).isNotBlank();
    assertThat(field.description()).doesNotEndWith(".");
  }

  @Test
  void one_key_means_what_its_type_says() {
    assertThat(FactType.LEG_MISSED.field("reason")).isEqualTo(Field.MISS_REASON);
    assertThat(FactType.CONTACT_EXITED.field("reason")).isEqualTo(Field.EXIT_REASON);
    assertThat(FactType.AGENT_STATE.field("to")).isEqualTo(Field.TO);
    assertThat(FactType.LEG_TRANSFERRED.field("to")).isEqualTo(Field.TRANSFER_TO);
    assertThat(FactType.LEG_ENDED.field("reason")).isNull();
    assertThat(FactType.FACT_VOIDED.field("queue")).isEqualTo(Field.QUEUE);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "2592000000,true", "2592000001,false", "-1,false"})
  void duration_is_from_nothing_to_thirty_days(long value, boolean admitted) {
    assertThat(Field.TALK_MS.admits(value)).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource({"answered,true", "a,true", "1st,false", "Answered,false", "_x,false", "a-b,false"})
  void counter_names_are_lower_case_words(String name, boolean admitted) {
    assertThat(Field.isCounterName(name)).isEqualTo(admitted);
  }

  private static Fact spell(long from, long to) {
    return fact("agent.state", "state", "ready", "from", from, "to", to);
  }
}
