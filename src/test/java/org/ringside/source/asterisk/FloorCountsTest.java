package org.ringside.source.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ringside.fact.StoredFact;
import org.ringside.metric.Booking;
import org.ringside.metric.BookingRules;
import org.ringside.metric.Counters;
import org.ringside.source.FactLine;
import org.ringside.source.SourceFact;

/** A log with every event that Asterisk writes, counted by hand. */
final class FloorCountsTest {

  @Test
  void queue_counts_what_came_in_and_how_it_left() {
    assertThat(counted(fact -> fact.type().startsWith("contact.")))
        .containsAllEntriesOf(
            Map.of(
                "offered", 16L,
                "abandoned", 2L,
                "wait_abandoned_ms", 11_000L,
                "exited", 4L,
                "exited_timeout", 1L,
                "exited_key", 1L,
                "exited_empty", 1L,
                "exited_withdrawn", 1L));
  }

  @Test
  void agent_counts_answers_talk_and_misses() {
    assertThat(counted(of("1127")))
        .containsAllEntriesOf(
            Map.of(
                "answered", 3L,
                "answered_contacts", 3L,
                "wait_answered_ms", 35_000L,
                "ring_ms", 9_000L,
                "handled", 2L,
                "talk_ms", 80_000L,
                "agent_hangups", 1L,
                "transferred_out", 1L,
                "missed_real", 2L))
        .containsAllEntriesOf(
            Map.of("missed", 6L, "missed_busy", 1L, "missed_unreachable", 2L, "abandoned", 1L));
  }

  @Test
  void transfers_of_every_form_end_the_leg() {
    assertThat(counted(of("1128").and(fact -> !fact.values().containsValue("out"))))
        .containsAllEntriesOf(
            Map.of(
                "answered", 5L,
                "transferred_out", 4L,
                "handled", 5L,
                "talk_ms", 60_000L + 30_000 + 40_000 + 9_000 + 50_000,
                "short_calls", 1L,
                "ring_known", 4L));
  }

  @Test
  void outbound_calls_are_attempted_and_connected() {
    assertThat(counted(of("1128")))
        .containsAllEntriesOf(Map.of("dial_attempted", 2L, "dial_connected", 1L));
  }

  @Test
  void presence_is_counted_in_time() {
    assertThat(counted(of("1127")))
        .containsAllEntriesOf(Map.of("not_ready_ms", 90_000L, "on_contact_ms", 60_000L + 20_000));
    assertThat(counted(of("1128"))).containsEntry("not_ready_ms", 1_000L + 200_000);
    assertThat(counted(of("Bai Ling"))).containsEntry("not_ready_ms", 200_000L);
    assertThat(counted(of("1130"))).isEqualTo(Map.of("not_ready_ms", 20_000L));
    assertThat(counted(of("1131"))).isEqualTo(Map.of("ready_ms", 200_000L));
  }

  private static Predicate<SourceFact> of(String agent) {
    return fact -> agent.equals(fact.subject());
  }

  private static Map<String, Long> counted(Predicate<SourceFact> which) {
    var booking = new Booking(BookingRules.defaults());
    var counters = new Counters();
    for (SourceFact fact : QueueLog.facts(QueueLog.reader(), QueueLog.floor())) {
      if (which.test(fact)) {
        String data = new JsonObject(FactLine.of(fact)).getJsonObject("data").encode();
        var read = StoredFact.read(fact.type(), fact.time().toEpochMilli(), data);
        booking.book(
            Objects.requireNonNull(read), (counter, amount, atMs) -> counters.add(counter, amount));
      }
    }
    return new TreeMap<>(counters.toMap());
  }
}
