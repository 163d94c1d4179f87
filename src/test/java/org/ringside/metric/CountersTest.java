package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Counters are additive and exact (R1, R6). */
class CountersTest {
  @Test
  void unknown_counter_is_zero() {
    assertThat(new Counters().get("answered")).isZero();
    assertThat(new Counters().isEmpty()).isTrue();
  }

  @Test
  void what_was_taken_away_leaves_no_trace() {
    var counters = Counters.of(Map.of("answered", 3L, "talk_ms", 90_000L));
    counters.add("answered", -3);
    assertThat(counters).isEqualTo(Counters.of(Map.of("talk_ms", 90_000L)));
    assertThat(counters.hashCode()).isEqualTo(Counters.of(Map.of("talk_ms", 90_000L)).hashCode());
    assertThat(counters.toMap()).containsOnlyKeys("talk_ms");
  }

  @Test
  void order_on_the_way_out_is_that_of_the_names() {
    var names = new ArrayList<String>();
    Counters.of(Map.of("b", 1L, "c", 1L, "a", 1L)).forEach((name, amount) -> names.add(name));
    assertThat(names).containsExactly("a", "b", "c");
  }

  @Test
  void copy_goes_its_own_way() {
    var counters = Counters.of(Map.of("a", 1L));
    var copy = counters.copy();
    copy.add("a", 1);
    assertThat(counters.get("a")).isEqualTo(1);
    assertThat(copy.get("a")).isEqualTo(2);
  }

  @Test
  void original_goes_its_own_way_from_a_copy() {
    var counters = Counters.of(Map.of("a", 1L, "b", 1L));
    var copy = counters.copy();
    var copyOfCopy = copy.copy();
    counters.add("a", 1);
    counters.add("c", 1);
    copy.subtractAll(Counters.of(Map.of("b", 1L)));
    assertThat(counters.toMap()).isEqualTo(Map.of("a", 2L, "b", 1L, "c", 1L));
    assertThat(copy.toMap()).isEqualTo(Map.of("a", 1L));
    assertThat(copyOfCopy.toMap()).isEqualTo(Map.of("a", 1L, "b", 1L));
  }

  @Test
  void counters_count_however_many_names_they_meet() {
    var counters = new Counters();
    var other = new Counters();
    for (int i = 0; i < 500; i++) {
      counters.add("met_" + i, i);
      other.add("met_" + (499 - i), 499 - i);
    }
    var copy = counters.copy();
    counters.add("met_500", 1);
    assertThat(counters.get("met_499")).isEqualTo(499);
    assertThat(copy.get("met_500")).isZero();
    assertThat(copy).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
  }

  @Test
  void first_amounts_are_taken_over_and_stay_the_givers() {
    var given = Counters.of(Map.of("a", 1L));
    var taker = new Counters();
    taker.addAll(given);
    taker.add("a", 1);
    given.add("a", 5);
    assertThat(taker.get("a")).isEqualTo(2);
    assertThat(given.get("a")).isEqualTo(6);
  }

  @Test
  void counters_can_be_doubled_by_themselves() {
    var counters = new Counters();
    for (int i = 0; i < 6; i++) {
      counters.add("c" + i, i);
    }
    counters.addAll(counters);
    assertThat(counters.get("c5")).isEqualTo(10);
    counters.subtractAll(counters);
    assertThat(counters.isEmpty()).isTrue();
  }

  @Test
  void overflow_is_an_error_and_changes_nothing() {
    var counters = Counters.of(Map.of("a", Long.MAX_VALUE));
    assertThatThrownBy(() -> counters.add("a", 1)).isInstanceOf(ArithmeticException.class);
    assertThat(counters.get("a")).isEqualTo(Long.MAX_VALUE);
  }

  /** As many additions as one likes are what a map would hold; all taken back is nothing. */
  @Property
  void counters_are_a_map_of_sums(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 40) Integer> names,
      @ForAll @Size(min = 200, max = 200) List<@IntRange(min = -3, max = 3) Integer> amounts) {
    var counters = new Counters();
    var map = new TreeMap<String, Long>();
    for (int i = 0; i < names.size(); i++) {
      counters.add("c" + names.get(i), amounts.get(i));
      map.merge("c" + names.get(i), (long) amounts.get(i), Long::sum);
    }
    map.values().removeIf(sum -> sum == 0);
    assertThat(counters.toMap()).isEqualTo(map);
    assertThat(counters).isEqualTo(Counters.of(map)).hasSameHashCodeAs(Counters.of(map));
    counters.subtractAll(Counters.of(map));
    assertThat(counters.isEmpty()).isTrue();
  }
}
