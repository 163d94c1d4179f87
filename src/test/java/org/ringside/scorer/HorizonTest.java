package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.calendar.ServiceCalendar;

/** Since when facts are kept: a service day's start, and no contest is cut by it. */
class HorizonTest {
  private static final Instant NOW = Instant.parse("2026-06-30T04:00:00Z");

  private static final ServiceCalendar SHANGHAI = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));

  private static Instant since(ServiceCalendar calendar, int days, String... open) {
    return Horizon.of(calendar, NOW, days, List.of(open).stream().map(Instant::parse).toList());
  }

  @Test
  void it_is_the_start_of_the_service_day_so_many_days_ago() {
    assertThat(since(SHANGHAI, 62)).isEqualTo("2026-04-28T16:00:00Z");
    var late =
        new ServiceCalendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(13, 0), DayOfWeek.MONDAY, 1);
    assertThat(since(late, 62)).as("the day has not begun").isEqualTo("2026-04-28T05:00:00Z");
  }

  @Test
  void open_contest_holds_it_back_to_the_day_in_which_it_begins() {
    assertThat(since(SHANGHAI, 62, "2026-06-01T00:00:00Z")).isEqualTo("2026-04-28T16:00:00Z");
    assertThat(since(SHANGHAI, 62, "2026-06-01T00:00:00Z", "2026-03-02T01:30:00Z"))
        .isEqualTo("2026-03-01T16:00:00Z");
  }

  @Test
  void day_without_a_midnight_begins_when_it_does() {
    var santiago = ServiceCalendar.of(ZoneId.of("America/Santiago"));
    Instant now = Instant.parse("2026-11-07T12:00:00Z");
    assertThat(Horizon.of(santiago, now, 62, List.of())).isEqualTo("2026-09-06T04:00:00Z");
  }
}
