package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.metric.Facts.factAt;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time in a state falls into every hour and service day that it overlaps (R2). */
class SpellsTest {
  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private final Booking booking = new Booking(BookingRules.defaults());

  @Test
  void spell_across_the_hour_is_cut_at_every_quarter() {
    assertThat(pieces("ready", "2026-11-16T08:50:00Z", "2026-11-16T09:20:00Z"))
        .isEqualTo(
            Map.of(
                "2026-11-16T08:50:00Z", 600_000L,
                "2026-11-16T09:00:00Z", 900_000L,
                "2026-11-16T09:15:00Z", 300_000L));
  }

  @Test
  void spell_of_no_length_books_nothing() {
    assertThat(pieces("ready", "2026-11-16T09:00:00Z", "2026-11-16T09:00:00Z")).isEmpty();
  }

  @Test
  void spell_that_ends_on_the_quarter_has_no_empty_piece() {
    assertThat(pieces("acw", "2026-11-16T08:45:00Z", "2026-11-16T09:00:00Z")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ready,ready_ms",
    "not_ready,not_ready_ms",
    "on_contact,on_contact_ms",
    "acw,acw_state_ms"
  })
  void each_state_has_its_counter(String state, String counter) {
    Fact fact = spell(state, Facts.NINE - 60_000, Facts.NINE);
    assertThat(booking.amounts(fact)).isEqualTo(Map.of(counter, 60_000L));
  }

  @Test
  void being_offline_is_no_time() {
    assertThat(booking.amounts(spell("offline", Facts.NINE - 60_000, Facts.NINE))).isEmpty();
  }

  @Test
  void planned_training_is_told_apart_within_the_shift() {
    assertThat(booking.amounts(shift("training")))
        .isEqualTo(Map.of("scheduled_ms", 3_600_000L, "scheduled_training_ms", 3_600_000L));
    assertThat(booking.amounts(shift("early"))).isEqualTo(Map.of("scheduled_ms", 3_600_000L));
  }

  /** Nepal is 5:45 ahead: its days come out exactly because 5:45 is a number of quarters. */
  @Test
  void spell_is_parted_exactly_at_midnight_in_kathmandu() {
    long midnight = Instant.parse("2026-11-16T18:15:00Z").toEpochMilli();
    var days = new long[2];
    booking.book(
        spell("ready", midnight - 1_234, midnight + 5_678),
        (counter, amount, atMs) -> days[atMs < midnight ? 0 : 1] += amount);
    assertThat(days).containsExactly(1_234, 5_678);
  }

  @Property
  void no_millisecond_is_lost_and_no_piece_crosses_a_quarter(
      @ForAll @LongRange(min = -DAYS_40000_MS, max = DAYS_40000_MS) long from,
      @ForAll @LongRange(min = 0, max = 24 * 3_600_000) long length) {
    long[] total = new long[1];
    booking.book(
        spell("ready", from, from + length),
        (counter, amount, atMs) -> {
          total[0] += amount;
          assertThat(Math.floorDiv(atMs, 900_000))
              .isEqualTo(Math.floorDiv(atMs + amount - 1, 900_000));
        });
    assertThat(total[0]).isEqualTo(length);
  }

  private static final long DAYS_40000_MS = 40_000L * 86_400_000;

  private Map<String, Long> pieces(String state, String from, String to) {
    var pieces = new LinkedHashMap<String, Long>();
    booking.book(
        spell(state, Instant.parse(from).toEpochMilli(), Instant.parse(to).toEpochMilli()),
        (counter, amount, atMs) -> pieces.put(Instant.ofEpochMilli(atMs).toString(), amount));
    return pieces;
  }

  private static Fact spell(String state, long from, long to) {
    return factAt(to, "agent.state", "state", state, "from", from, "to", to);
  }

  private static Fact shift(String activity) {
    return factAt(
        Facts.NINE - DAY_MS,
        "shift.planned",
        "from",
        Facts.NINE,
        "to",
        Facts.NINE + 3_600_000,
        "activity",
        activity);
  }
}
