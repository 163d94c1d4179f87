package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition of each metric (R7; catalogue M01–M33). */
class CatalogueTest {
  private final Catalogue catalogue = Catalogue.of("CNY");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offered",
        "answered",
        "handled",
        "answer_rate",
        "agent_answer_rate",
        "abandoned",
        "abandon_rate",
        "asa",
        "service_level_a",
        "service_level_b",
        "service_level_c",
        "service_level_d",
        "three_rings",
        "missed",
        "aht",
        "talk_time",
        "hold_time",
        "wrap_time",
        "hold_rate",
        "transfer_rate",
        "resolution_rate",
        "csat",
        "csat_top_box",
        "survey_invitation_rate",
        "survey_response_rate",
        "nps",
        "qa_score",
        "qa_fatal_free_rate",
        "short_calls",
        "short_call_rate",
        "valid_calls",
        "conversion",
        "revenue",
        "connect_rate",
        "contacts_per_hour",
        "occupancy"
      })
  void metric_of_the_contract_exists(String id) {
    assertThat(catalogue.find(id)).isNotNull().extracting(Metric::id).isEqualTo(id);
  }

  @Test
  void every_metric_says_how_it_is_made_and_how_it_could_be_gamed() {
    for (Metric metric : catalogue.all()) {
      assertThat(metric.formula()).as(metric.id()).isNotBlank();
      assertThat(metric.gaming()).as(metric.id()).isNotBlank();
      assertThat(metric.needs()).as(metric.id()).isNotEmpty();
      assertThat(metric.number()).as(metric.id()).matches("M\\d\\d");
      assertThat(metric.denominator() == null || metric.defaultGate() != null)
          .as(metric.id() + " has a gate if it is a ratio (R11)")
          .isTrue();
    }
  }

  /** Else a team's share could be of contacts that went to other queues than were offered (R8a). */
  @Test
  void metric_is_made_of_counters_of_its_own_scope() {
    for (Metric metric : catalogue.all()) {
      assertThat(metric.numerator().terms())
          .as(metric.id())
          .allMatch(term -> Scope.ofCounter(term.counter()) == metric.scope());
      if (metric.denominator() != null) {
        assertThat(metric.denominator().terms())
            .as(metric.id())
            .allMatch(term -> Scope.ofCounter(term.counter()) == metric.scope());
      }
    }
  }

  @Test
  void ids_are_words_and_unique() {
    var ids = new HashSet<String>();
    for (Metric metric : catalogue.all()) {
      assertThat(Field.isCounterName(metric.id())).as(metric.id()).isTrue();
      assertThat(ids.add(metric.id())).as(metric.id()).isTrue();
    }
  }

  @Test
  void empty_denominator_is_no_value() {
    assertThat(value("csat", Map.of())).isNull();
    assertThat(value("offered", Map.of())).isEqualTo(Rational.ZERO);
  }

  /** Two days of 1/2 and 90/100: the rate is 91/102, not the mean of 50 % and 90 % (R6). */
  @Test
  void rate_of_a_sum_is_not_the_mean_of_rates() {
    var days = Counters.of(Map.of("answered_contacts", 1L, "offered", 2L));
    days.addAll(Counters.of(Map.of("answered_contacts", 90L, "offered", 100L)));
    assertThat(metric("answer_rate").value(days)).isEqualTo(Rational.of(91, 102));
  }

  /** 93 answered, 39 of them in time, 12 gave up, 1 of them in time, 1 timed out. */
  @ParameterizedTest
  @CsvSource({"a,40,106", "b,39,93", "c,39,106", "d,39,105"})
  void service_level_has_four_published_forms(String letter, long above, long below) {
    var queue =
        Map.of(
            "answered_contacts", 93L,
            "answered_in_20s", 39L,
            "abandoned", 12L,
            "abandoned_in_20s", 1L,
            "exited", 1L,
            "exited_timeout", 1L);
    assertThat(value("service_level_" + letter, queue)).isEqualTo(Rational.of(above, below));
  }

  @Test
  void durations_are_in_seconds() {
    var calls = Map.of("talk_ms", 100_000L, "hold_ms", 20_000L, "acw_ms", 5_000L, "handled", 2L);
    assertThat(value("aht", calls)).isEqualTo(Rational.of(125, 2));
    assertThat(value("asa", Map.of("wait_answered_ms", 3_000L, "answered_contacts", 2L)))
        .isEqualTo(Rational.of(3, 2));
  }

  @Test
  void recommendation_is_from_minus_to_plus_a_hundred() {
    assertThat(value("nps", Map.of("nps_n", 4L, "nps_promoters", 1L, "nps_detractors", 2L)))
        .isEqualTo(Rational.of(-25));
  }

  @Test
  void missed_is_what_was_really_missed() {
    assertThat(value("missed", Map.of("missed", 9L, "missed_real", 4L))).isEqualTo(Rational.of(4));
  }

  @Test
  void contacts_per_hour_is_fair_to_part_timers() {
    var half = Map.of("handled", 20L, "ready_ms", 3_600_000L, "on_contact_ms", 3_600_000L);
    assertThat(value("contacts_per_hour", half)).isEqualTo(Rational.of(10));
  }

  @ParameterizedTest
  @CsvSource({"CNY,12345,123.45", "JPY,12345,12345", "KWD,12345,12.345"})
  void revenue_is_in_major_units_of_its_currency(String currency, long minor, String major) {
    Metric revenue = Objects.requireNonNull(Catalogue.of(currency).find("revenue"));
    var counters = Counters.of(Map.of("revenue_minor_" + currency.toLowerCase(Locale.ROOT), minor));
    assertThat(revenue.value(counters)).isEqualTo(Rational.of(new BigDecimal(major)));
  }

  @Test
  void other_scales_currencies_and_thresholds_are_found_by_name() {
    assertThat(value("csat_0_10", Map.of("csat_sum_0_10", 17L, "csat_n_0_10", 2L)))
        .isEqualTo(Rational.of(17, 2));
    assertThat(value("csat_top_box_0_10", Map.of("csat_top_0_10", 1L, "csat_n_0_10", 2L)))
        .isEqualTo(Rational.of(1, 2));
    assertThat(value("revenue_eur", Map.of("revenue_minor_eur", 150L)))
        .isEqualTo(Rational.of(3, 2));
    assertThat(value("service_level_b_30s", Map.of("answered_in_30s", 1L, "answered_contacts", 2L)))
        .isEqualTo(Rational.of(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "missed_real",
        "csat_5_1",
        "csat_0_101",
        "revenue_zzz",
        "service_level_c_25s",
        "CSAT"
      })
  void what_is_no_metric_is_not_found(String id) {
    assertThat(catalogue.find(id)).isNull();
  }

  @Test
  void unknown_currency_is_a_bug() {
    assertThatThrownBy(() -> Catalogue.of("ZZZ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counter_can_be_reported_as_it_is() {
    assertThat(Metric.ofCounter("missed_real").value(Counters.of(Map.of("missed_real", 4L))))
        .isEqualTo(Rational.of(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aht", "occupancy", "utilisation", "talk_time", "wrap_time", "hold_time"})
  void handle_time_and_occupancy_have_no_better_end(String id) {
    assertThat(metric(id).goal()).isEqualTo(Goal.BAND);
    assertThat(metric(id).volume()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offered",
        "abandoned",
        "abandon_rate",
        "answer_rate",
        "service_level_c",
        "service_level_a"
      })
  void queue_figures_are_no_teams_own(String id) {
    assertThat(metric(id).scope()).isEqualTo(Scope.QUEUE);
  }

  private Metric metric(String id) {
    return Objects.requireNonNull(catalogue.find(id));
  }

  private @Nullable Rational value(String id, Map<String, Long> counters) {
    return metric(id).value(Counters.of(counters));
  }
}
