package org.ringside.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenRequestsTest {
  private final SeenRequests seen = new SeenRequests(3);

  private static SeenRequests.Key request(String id, String timestamp) {
    return new SeenRequests.Key(1, "pbx", id, timestamp);
  }

  private boolean enter(String id) {
    return seen.enter(request(id, "0"), 300_000, 0);
  }

  @Test
  void request_is_taken_once() {
    assertThat(enter("a")).isTrue();
    assertThat(enter("a")).isFalse();
    assertThat(enter("b")).isTrue();
  }

  @Test
  void next_try_another_source_and_another_organisation_are_other_requests() {
    enter("a");
    assertThat(seen.enter(request("a", "5"), 300_000, 0)).isTrue();
    assertThat(seen.enter(new SeenRequests.Key(1, "crm", "a", "0"), 300_000, 0)).isTrue();
    assertThat(seen.enter(new SeenRequests.Key(2, "pbx", "a", "0"), 300_000, 0)).isTrue();
  }

  @Test
  void request_without_effect_may_come_again() {
    enter("a");
    seen.leave(request("a", "0"));
    assertThat(enter("a")).isTrue();
  }

  @Test
  void full_it_forgets_the_oldest() {
    enter("a");
    enter("b");
    enter("c");
    assertThat(enter("d")).isTrue();
    assertThat(enter("b")).isFalse();
    assertThat(enter("a")).isTrue();
  }

  @Test
  void what_is_too_old_anyway_makes_room_first() {
    seen.enter(request("old", "0"), 1_000, 0);
    seen.enter(request("young", "0"), 9_000, 0);
    seen.enter(request("new", "0"), 9_000, 5_000);
    assertThat(seen.enter(request("newest", "0"), 9_000, 5_000)).isTrue();
    assertThat(seen.enter(request("young", "0"), 9_000, 5_000)).isFalse();
  }
}
