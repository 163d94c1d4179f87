package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringside.source.Source;

/** Live, or behind by how much (R4, R32). */
class CompletenessTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
  private static final Instant THREE_AT_NIGHT = Instant.parse("2026-11-18T19:00:00Z");

  private static final Source AT_ANY_HOUR = Source.unregistered(1, "pbx");
  private static final Source NINE_TO_SIX =
      new Source(2, "chat", false, false, LocalTime.of(9, 0), LocalTime.of(18, 0));
  private static final Source NIGHT_SHIFT =
      new Source(3, "night", false, false, LocalTime.of(20, 0), LocalTime.of(6, 0));

  @Test
  void source_heard_within_a_minute_is_live() {
    var complete = at(NOON, heard(NINE_TO_SIX, 59, 59));
    assertThat(complete.behind()).isFalse();
    assertThat(complete.behindSeconds(NOON)).isZero();
    assertThat(complete.to()).isEqualTo(NOON.minusSeconds(59));
  }

  @Test
  void source_quiet_inside_its_hours_is_silent_and_the_board_behind() {
    var complete = at(NOON, heard(NINE_TO_SIX, 600, 600), heard(AT_ANY_HOUR, 0, 0));
    assertThat(complete.silent()).containsExactly("chat");
    assertThat(complete.behindSeconds(NOON)).isEqualTo(600);
  }

  @Test
  void source_that_tells_of_days_ago_is_behind_but_not_silent() {
    for (Source source : List.of(AT_ANY_HOUR, NINE_TO_SIX)) {
      var complete = at(NOON, heard(source, 10_000, 5));
      assertThat(complete.behind()).as(source.name()).isTrue();
      assertThat(complete.behindSeconds(NOON)).isEqualTo(10_000);
      assertThat(complete.silent()).isEmpty();
    }
  }

  @Test
  void quiet_outside_of_the_hours_is_live() {
    var complete = at(THREE_AT_NIGHT, heard(NINE_TO_SIX, 30_000, 30_000));
    assertThat(complete.behind()).isFalse();
    assertThat(complete.to()).isEqualTo(THREE_AT_NIGHT.minusSeconds(30_000));
  }

  @Test
  void late_word_of_another_source_at_night_does_not_make_the_board_behind() {
    var quality = heard(Source.unregistered(4, "quality"), 80_000, 1);
    assertThat(at(THREE_AT_NIGHT, heard(AT_ANY_HOUR, 30_000, 29_990), quality).behind()).isFalse();
  }

  @Test
  void hours_of_service_are_owed_from_their_start() {
    Instant justOpened = Instant.parse("2026-11-18T01:00:30Z");
    assertThat(at(justOpened, heard(NINE_TO_SIX, 54_000, 54_000)).behind()).isFalse();
    Instant threeMinutesIn = Instant.parse("2026-11-18T01:03:00Z");
    var complete = at(threeMinutesIn, heard(NINE_TO_SIX, 54_000, 54_000));
    assertThat(complete.behindSeconds(threeMinutesIn)).isEqualTo(180);
  }

  @Test
  void hours_that_cross_midnight_are_one_service() {
    var complete = at(THREE_AT_NIGHT, heard(NIGHT_SHIFT, 90_000, 90_000));
    assertThat(complete.behindSeconds(THREE_AT_NIGHT)).isEqualTo(7 * 3600);
    assertThat(at(NOON, heard(NIGHT_SHIFT, 90_000, 90_000)).behind()).isFalse();
  }

  @Test
  void nobody_heard_is_complete_to_nothing() {
    assertThat(at(NOON)).isEqualTo(new Completeness(null, false, List.of()));
  }

  @Test
  void clock_of_a_source_that_runs_ahead_completes_nothing_beyond_now() {
    assertThat(at(NOON, heard(AT_ANY_HOUR, -120, 0)).to()).isEqualTo(NOON);
    assertThat(at(NOON, heard(NINE_TO_SIX, -120, 0)).to()).isEqualTo(NOON);
  }

  /** What is known of a source, in seconds before now. */
  private record Ago(Source source, long until, long seen) {
    Completeness.Heard at(Instant now) {
      return new Completeness.Heard(source, now.minusSeconds(until), now.minusSeconds(seen));
    }
  }

  private static Ago heard(Source source, long until, long seen) {
    return new Ago(source, until, seen);
  }

  private static Completeness at(Instant now, Ago... heard) {
    return Completeness.of(Stream.of(heard).map(ago -> ago.at(now)).toList(), now, SHANGHAI);
  }
}
