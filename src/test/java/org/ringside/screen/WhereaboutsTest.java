package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringside.TurnedClock;
import org.ringside.board.Seat;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.Reach;

class WhereaboutsTest {
  private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
  private static final Principal SCREEN = named("screen:7");

  private final TurnedClock clock = new TurnedClock(START);
  private final List<Alarm> alarms = new ArrayList<>();
  private boolean databaseIsAway;
  private final Whereabouts whereabouts = new Whereabouts(this::raise, clock);

  private Future<Boolean> raise(int organisation, int screen, Alarm alarm) {
    if (databaseIsAway) {
      return Future.failedFuture("away");
    }
    assertThat(List.of(organisation, screen)).isEqualTo(List.of(1, 7));
    alarms.add(alarm);
    return Future.succeededFuture(true);
  }

  private static Principal named(String name) {
    return new Principal(1, name, null, null, START, Map.of(Permission.WATCH, Reach.EVERYWHERE));
  }

  private Seat from(String address) {
    var seat = new Seat(address);
    whereabouts.heard(SCREEN, seat);
    return seat;
  }

  @Test
  void screen_that_is_heard_from_two_addresses_at_once_raises_the_alarm_once() {
    Seat hall = from("192.0.2.1");
    Seat elsewhere = from("198.51.100.9");
    assertThat(alarms).as("the first may be gone").isEmpty();

    whereabouts.heard(SCREEN, hall);
    whereabouts.heard(SCREEN, elsewhere);
    whereabouts.heard(SCREEN, hall);

    assertThat(alarms)
        .containsExactly(
            new Alarm(START, Alarm.Reason.TWO_ADDRESSES, List.of("192.0.2.1", "198.51.100.9")));
  }

  @Test
  void screen_that_has_changed_its_network_raises_none() {
    Seat before = from("192.0.2.1");
    Seat now = from("198.51.100.9");
    whereabouts.heard(SCREEN, now);
    whereabouts.left(SCREEN, before);
    from("192.0.2.1");
    whereabouts.left(SCREEN, now);

    assertThat(alarms).isEmpty();
  }

  @Test
  void two_windows_of_one_display_raise_none() {
    Seat one = from("192.0.2.1");
    from("192.0.2.1");
    whereabouts.heard(SCREEN, one);

    assertThat(alarms).isEmpty();
  }

  @Test
  void alarm_that_was_settled_is_raised_again_where_nothing_has_changed() {
    Seat hall = from("192.0.2.1");
    from("198.51.100.9");
    whereabouts.heard(SCREEN, hall);

    whereabouts.settled(1, 7);
    whereabouts.heard(SCREEN, hall);

    assertThat(alarms).hasSize(2);
  }

  @Test
  void alarm_that_could_not_be_written_is_tried_again() {
    Seat hall = from("192.0.2.1");
    from("198.51.100.9");
    databaseIsAway = true;
    whereabouts.heard(SCREEN, hall);
    databaseIsAway = false;
    whereabouts.heard(SCREEN, hall);

    assertThat(alarms).hasSize(1);
  }

  @Test
  void people_may_watch_from_wherever_they_are() {
    Principal person = named("account:7");
    var desk = new Seat("192.0.2.1");
    whereabouts.heard(person, desk);
    whereabouts.heard(person, new Seat("198.51.100.9"));
    whereabouts.heard(person, desk);

    assertThat(alarms).isEmpty();
    assertThat(whereabouts.watches(1, 7)).isFalse();
  }

  @Test
  void who_watches_and_was_seen_last_is_known() {
    assertThat(whereabouts.last(1, 7)).isEmpty();
    Seat seat = from("192.0.2.1");
    clock.turn(Duration.ofMinutes(1));
    whereabouts.heard(SCREEN, seat);
    assertThat(whereabouts.watches(1, 7)).isTrue();
    assertThat(whereabouts.watches(2, 7)).isFalse();

    whereabouts.left(SCREEN, seat);

    assertThat(whereabouts.watches(1, 7)).isFalse();
    assertThat(whereabouts.last(1, 7)).contains(new Sighting(START.plusSeconds(60), "192.0.2.1"));
  }
}
