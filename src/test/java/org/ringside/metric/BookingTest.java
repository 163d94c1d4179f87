package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.metric.Facts.fact;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of fact books (R2, R7, R12; callcentre 2.2 and M01–M34). */
class BookingTest {
  private final Booking booking = new Booking(BookingRules.defaults());

  private Map<String, Long> amounts(String type, Object... keysAndValues) {
    return booking.amounts(fact(type, keysAndValues));
  }

  @Nested
  class Contacts {
    @Test
    void offered_counts_one() {
      assertThat(amounts("contact.offered")).isEqualTo(Map.of("offered", 1L));
    }

    @Test
    void abandoned_after_exactly_five_seconds_is_within_five() {
      assertThat(amounts("contact.abandoned", "wait_ms", 5_000L))
          .containsEntry("abandoned", 1L)
          .containsEntry("wait_abandoned_ms", 5_000L)
          .containsKeys("abandoned_in_5s", "abandoned_in_10s", "abandoned_in_15s")
          .containsKeys("abandoned_in_20s", "abandoned_in_30s", "abandoned_in_60s");
    }

    @Test
    void abandoned_after_twenty_and_a_bit_is_not_within_twenty() {
      assertThat(amounts("contact.abandoned", "wait_ms", 20_001L))
          .doesNotContainKey("abandoned_in_20s")
          .containsKey("abandoned_in_30s");
    }

    @Test
    void abandoned_without_waiting_time_is_in_no_threshold() {
      assertThat(amounts("contact.abandoned")).isEqualTo(Map.of("abandoned", 1L));
    }

    @Test
    void exit_is_counted_by_its_reason_and_is_no_abandon() {
      assertThat(amounts("contact.exited", "reason", "timeout", "wait_ms", 60_000L))
          .isEqualTo(Map.of("exited", 1L, "exited_timeout", 1L, "wait_exited_ms", 60_000L));
    }
  }

  @Nested
  class Answers {
    @Test
    void answer_out_of_a_queue_is_an_answered_contact_too() {
      assertThat(amounts("leg.answered", "wait_ms", 12_000L, "ring_ms", 3_000L))
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("answered", 1L),
                  Map.entry("answered_contacts", 1L),
                  Map.entry("wait_answered_ms", 12_000L),
                  Map.entry("answered_in_15s", 1L),
                  Map.entry("answered_in_20s", 1L),
                  Map.entry("answered_in_30s", 1L),
                  Map.entry("answered_in_60s", 1L),
                  Map.entry("ring_known", 1L),
                  Map.entry("ring_ms", 3_000L),
                  Map.entry("ring_le_15s", 1L),
                  Map.entry("ring_le_18s", 1L)));
    }

    @Test
    void answer_of_a_transfer_counts_for_the_agent_alone() {
      assertThat(amounts("leg.answered")).isEqualTo(Map.of("answered", 1L));
    }

    @Test
    void immediate_answer_is_within_every_threshold() {
      assertThat(amounts("leg.answered", "wait_ms", 0L))
          .containsKeys("answered_contacts", "answered_in_10s", "answered_in_60s")
          .doesNotContainKey("wait_answered_ms");
    }

    @ParameterizedTest
    @CsvSource({"15000,true,true", "15001,false,true", "18000,false,true", "18001,false,false"})
    void three_rings_end_at_fifteen_or_eighteen_seconds(long ring, boolean le15, boolean le18) {
      var amounts = amounts("leg.answered", "ring_ms", ring);
      assertThat(amounts.containsKey("ring_le_15s")).isEqualTo(le15);
      assertThat(amounts.containsKey("ring_le_18s")).isEqualTo(le18);
    }
  }

  @Nested
  class Misses {
    @ParameterizedTest
    @CsvSource({
      "no_answer, 5000, 1, 1",
      "no_answer, 4999, 1, 0",
      "busy, 60000, 1, 0",
      "unreachable, 0, 1, 0",
      "rejected, 8000, 1, 0",
      "rescinded, 8000, 0, 0",
      "caller_gone, 8000, 0, 0",
    })
    void only_a_ring_of_five_seconds_unanswered_is_really_missed(
        String reason, long ring, long missed, long missedReal) {
      var amounts = amounts("leg.missed", "reason", reason, "ring_ms", ring);
      assertThat(amounts).containsEntry("leg_missed", 1L).containsEntry("missed_" + reason, 1L);
      assertThat(amounts.getOrDefault("missed", 0L)).isEqualTo(missed);
      assertThat(amounts.getOrDefault("missed_real", 0L)).isEqualTo(missedReal);
    }
  }

  @Nested
  class Ends {
    @ParameterizedTest
    @CsvSource({
      "in, 9999, short_calls",
      "in, 10000, valid_calls",
      "out, 29999, short_calls",
      "out, 30000, valid_calls",
    })
    void leg_is_short_below_the_threshold_of_its_direction(
        String direction, long talk, String counter) {
      assertThat(
              amounts("leg.ended", "direction", direction, "talk_ms", talk, "ended_by", "customer"))
          .isEqualTo(Map.of("handled", 1L, "talk_ms", talk, counter, 1L));
    }

    @Test
    void short_call_that_the_agent_ended_is_told_apart() {
      assertThat(amounts("leg.ended", "talk_ms", 2_000L, "ended_by", "agent"))
          .containsEntry("short_calls_by_agent", 1L)
          .containsEntry("agent_hangups", 1L)
          .containsEntry("talk_ms", 2_000L);
    }

    @Test
    void hold_and_wrap_up_may_come_with_the_end() {
      assertThat(
              amounts(
                  "leg.ended",
                  "talk_ms",
                  60_000L,
                  "hold_ms",
                  5_000L,
                  "acw_ms",
                  7_000L,
                  "ended_by",
                  "unknown"))
          .containsEntry("held_calls", 1L)
          .containsEntry("hold_ms", 5_000L)
          .containsEntry("acw_ms", 7_000L);
    }

    @Test
    void hold_and_wrap_up_may_come_by_themselves() {
      assertThat(amounts("leg.hold", "hold_ms", 5_000L))
          .isEqualTo(Map.of("held_calls", 1L, "hold_ms", 5_000L));
      assertThat(amounts("leg.wrapped", "acw_ms", 7_000L)).isEqualTo(Map.of("acw_ms", 7_000L));
    }

    @Test
    void no_hold_is_no_held_call() {
      assertThat(amounts("leg.ended", "talk_ms", 60_000L, "hold_ms", 0L, "ended_by", "agent"))
          .doesNotContainKeys("held_calls", "hold_ms");
    }

    @Test
    void transfer_counts_for_who_transfers() {
      assertThat(amounts("leg.transferred", "kind", "blind", "to", "7009"))
          .isEqualTo(Map.of("transferred_out", 1L));
    }
  }

  @Nested
  class BetweenAgents {
    @Test
    void internal_calls_book_only_internal_counters() {
      assertThat(amounts("leg.answered", "direction", "internal", "wait_ms", 1L))
          .isEqualTo(Map.of("internal_answered", 1L));
      assertThat(
              amounts(
                  "leg.ended", "direction", "internal", "talk_ms", 90_000L, "ended_by", "agent"))
          .isEqualTo(Map.of("internal_handled", 1L, "internal_talk_ms", 90_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact.offered", "leg.offered", "dial.connected", "survey.invited"})
    void nothing_else_of_an_internal_call_is_booked(String type) {
      assertThat(amounts(type, "direction", "internal")).isEmpty();
    }

    @Test
    void sale_on_an_internal_call_is_none() {
      assertThat(amounts("outcome.recorded", "direction", "internal", "sale", true)).isEmpty();
    }

    @Test
    void no_metric_reads_an_internal_counter() {
      assertThat(Catalogue.of("CNY").all())
          .noneMatch(metric -> metric.numerator().toString().contains("internal_"));
    }
  }

  @Nested
  class Outcomes {
    @Test
    void sale_books_units_and_money_in_its_currency() {
      assertThat(
              amounts(
                  "outcome.recorded",
                  "sale",
                  true,
                  "units",
                  2L,
                  "amount_minor",
                  12_900L,
                  "currency",
                  "CNY"))
          .isEqualTo(Map.of("sales", 1L, "units", 2L, "revenue_minor_cny", 12_900L));
    }

    @Test
    void reversal_takes_away() {
      assertThat(
              amounts(
                  "outcome.recorded", "units", -2L, "amount_minor", -12_900L, "currency", "CNY"))
          .isEqualTo(Map.of("units", -2L, "revenue_minor_cny", -12_900L));
    }

    @Test
    void resolved_counts_only_when_it_is() {
      assertThat(amounts("outcome.recorded", "resolved", true)).containsEntry("resolved", 1L);
      assertThat(amounts("outcome.recorded", "resolved", false)).isEmpty();
    }
  }

  @Nested
  class Surveys {
    @ParameterizedTest
    @CsvSource({
      "1,5,3,'',false",
      "1,5,4,'',true",
      "1,5,5,'',true",
      "0,10,7,_0_10,false",
      "0,10,8,_0_10,true",
      "1,3,2,_1_3,false",
      "1,3,3,_1_3,true",
      "1,7,5,_1_7,false",
      "1,7,6,_1_7,true",
      "0,1,0,_0_1,false",
      "0,1,1,_0_1,true",
    })
    void satisfaction_is_kept_by_scale(long min, long max, long score, String suffix, boolean top) {
      var amounts =
          amounts(
              "survey.answered",
              "kind",
              "csat",
              "score",
              score,
              "scale_min",
              min,
              "scale_max",
              max);
      assertThat(amounts).containsEntry("csat_n" + suffix, 1L);
      assertThat(amounts.getOrDefault("csat_sum" + suffix, 0L)).isEqualTo(score);
      assertThat(amounts.containsKey("csat_top" + suffix)).isEqualTo(top);
      assertThat(amounts).containsEntry("surveys_answered", 1L);
    }

    @ParameterizedTest
    @CsvSource({
      "0,nps_detractors",
      "6,nps_detractors",
      "7,",
      "8,",
      "9,nps_promoters",
      "10,nps_promoters"
    })
    void recommendation_has_promoters_and_detractors(long score, String counter) {
      var amounts =
          amounts(
              "survey.answered", "kind", "nps", "score", score, "scale_min", 0L, "scale_max", 10L);
      assertThat(amounts).containsEntry("nps_n", 1L).hasSize(counter == null ? 2 : 3);
      if (counter != null) {
        assertThat(amounts).containsEntry(counter, 1L);
      }
    }

    @Test
    void effort_and_said_resolved_have_their_own_counters() {
      assertThat(
              amounts(
                  "survey.answered", "kind", "ces", "score", 6L, "scale_min", 1L, "scale_max", 7L))
          .containsEntry("ces_n", 1L)
          .containsEntry("ces_sum", 6L);
      assertThat(
              amounts(
                  "survey.answered",
                  "kind",
                  "resolved",
                  "score",
                  1L,
                  "scale_min",
                  0L,
                  "scale_max",
                  1L))
          .containsEntry("said_resolved_n", 1L)
          .containsEntry("said_resolved", 1L);
    }
  }

  @Nested
  class QualityAndPromises {
    @Test
    void quality_is_booked_in_tenths() {
      assertThat(amounts("qa.scored", "points", 925L, "max", 1_000L))
          .isEqualTo(Map.of("qa_n", 1L, "qa_points", 925L, "qa_max", 1_000L, "qa_fatal_free", 1L));
    }

    @Test
    void critical_error_spoils_the_check() {
      assertThat(amounts("qa.scored", "points", 925L, "max", 1_000L, "critical_errors", 2L))
          .containsEntry("qa_critical", 2L)
          .doesNotContainKey("qa_fatal_free");
    }

    @Test
    void callback_is_on_time_to_the_millisecond() {
      assertThat(amounts("callback.done", "due_at", Facts.NINE)).containsKey("callbacks_on_time");
      assertThat(amounts("callback.done", "due_at", Facts.NINE - 1))
          .doesNotContainKey("callbacks_on_time");
    }

    @Test
    void case_closed_in_time_by_its_first_owner_is_kept() {
      assertThat(
              amounts(
                  "case.closed",
                  "case_id",
                  "c1",
                  "first_owner",
                  "a",
                  "closed_by",
                  "a",
                  "promised_at",
                  Facts.NINE))
          .containsEntry("cases_closed_first", 1L);
      assertThat(amounts("case.closed", "case_id", "c1", "first_owner", "a", "closed_by", "b"))
          .isEqualTo(Map.of("cases_closed", 1L));
    }

    @Test
    void complaint_weighs_when_it_is_justified() {
      assertThat(amounts("complaint.recorded")).isEqualTo(Map.of("complaints", 1L));
      assertThat(amounts("complaint.recorded", "justified", true))
          .containsEntry("complaints_justified", 1L);
    }

    @Test
    void task_without_due_time_cannot_be_late() {
      assertThat(amounts("task.completed")).containsEntry("tasks_on_time", 1L);
    }
  }

  @Nested
  class Totals {
    @Test
    void aggregate_books_what_it_carries() {
      assertThat(amounts("period.aggregate", "counters", Map.of("answered", 7L, "odd_one", 0L)))
          .isEqualTo(Map.of("answered", 7L));
    }

    @Test
    void void_books_nothing() {
      assertThat(amounts("fact.voided")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_type_of_the_table_can_be_booked(FactType type) {
    Fact fact = Facts.exampleOf(type);
    assertThat(Consistency.flaws(fact)).isEmpty();
    booking.book(
        fact,
        (counter, amount, atMs) -> {
          assertThat(Field.isCounterName(counter)).as(counter).isTrue();
          assertThat(amount).as(counter).isNotZero();
        });
  }
}
