package org.ringside.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long START = 1_800_000_000L * SECOND;

  @Test
  void full_bucket_gives_its_burst_at_once_and_then_its_rate() {
    var pace = Pace.perSecond(10, 2);
    long bucket = Pace.FULL;
    for (int i = 0; i < 20; i++) {
      assertThat(pace.waitNanos(bucket, START)).isZero();
      bucket = pace.taken(bucket, START);
    }
    assertThat(pace.waitNanos(bucket, START)).isEqualTo(SECOND / 10);
    assertThat(pace.waitNanos(bucket, START + SECOND / 10 - 1)).isEqualTo(1);
    assertThat(pace.waitNanos(bucket, START + SECOND / 10)).isZero();
  }

  @Test
  void token_that_is_given_back_is_there_again() {
    var pace = new Pace(SECOND, 1);
    long empty = pace.taken(Pace.FULL, START);
    assertThat(pace.waitNanos(empty, START)).isEqualTo(SECOND);
    assertThat(pace.waitNanos(pace.givenBack(empty), START)).isZero();
    assertThat(pace.givenBack(Pace.FULL)).isEqualTo(Pace.FULL);
  }

  @Test
  void clock_that_was_set_back_costs_no_more_than_an_empty_bucket() {
    var pace = Pace.perSecond(10, 2);
    long bucket = pace.taken(Pace.FULL, START);
    assertThat(pace.waitNanos(bucket, START - 3600 * SECOND)).isEqualTo(SECOND / 10);
  }

  @Test
  void pace_of_nothing_is_none() {
    assertThatThrownBy(() -> new Pace(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Over any stretch of time no more than a burst and what came back meanwhile. */
  @Property
  void never_gives_more_than_burst_and_rate(
      @ForAll @IntRange(min = 1, max = 1000) int rate,
      @ForAll @IntRange(min = 1, max = 10) int seconds,
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 300_000_000) Long> gaps) {
    var pace = Pace.perSecond(rate, seconds);
    long bucket = Pace.FULL;
    long now = START;
    long given = 0;
    for (long gap : gaps) {
      now += gap;
      if (pace.waitNanos(bucket, now) == 0) {
        bucket = pace.taken(bucket, now);
        given++;
      }
      long most = pace.burst() + (now - START) / pace.intervalNanos();
      assertThat(given).isLessThanOrEqualTo(most);
    }
  }

  /** Whoever waits as long as told is served, and not a moment earlier. */
  @Property
  void wait_that_is_told_is_the_right_one(
      @ForAll @IntRange(min = 1, max = 1000) int rate,
      @ForAll @IntRange(min = 0, max = 3000) int takes,
      @ForAll @LongRange(min = 0, max = 5_000_000_000L) long later) {
    var pace = Pace.perSecond(rate, 2);
    long bucket = Pace.FULL;
    for (int i = 0; i < takes && pace.waitNanos(bucket, START) == 0; i++) {
      bucket = pace.taken(bucket, START);
    }
    long now = START + later;
    long wait = pace.waitNanos(bucket, now);
    assertThat(pace.waitNanos(bucket, now + wait)).isZero();
    if (wait > 0) {
      assertThat(pace.waitNanos(bucket, now + wait - 1)).isEqualTo(1);
    }
  }
}
