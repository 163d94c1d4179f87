package org.ringside.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringside.credential.Tokens;

/** Tokens are called a, b, c …, in the order in which they are given. */
class HandedTest {
  private static final Handed NOTHING = new Handed(null, List.of());

  @Test
  void each_token_is_shown_once_and_gives_the_next() {
    Handed handed = claimed(NOTHING, "a");
    handed = renewed(handed, "a", "b");
    handed = renewed(handed, "b", "c");

    assertThat(handed).isEqualTo(renewed(renewed(claimed(NOTHING, "a"), "a", "b"), "b", "c"));
    assertThat(isGood(handed, "c")).isTrue();
    assertThat(isGood(handed, "a")).as("two before").isFalse();
  }

  @Test
  void token_before_is_good_until_the_new_one_was_shown() {
    Handed lost = renewed(claimed(NOTHING, "a"), "a", "b");
    Handed again = renewed(lost, "a", "c");

    assertThat(isGood(again, "a")).isTrue();
    assertThat(isGood(again, "b")).as("the one that may have arrived").isTrue();
    Handed after = renewed(again, "c", "d");
    assertThat(isGood(after, "a")).isFalse();
    assertThat(isGood(after, "b")).isFalse();
    assertThat(isGood(after, "c")).isTrue();
  }

  @Test
  void answer_that_is_lost_for_ever_costs_nothing() {
    Handed handed = claimed(NOTHING, "a");
    for (int i = 0; i < 100; i++) {
      handed = renewed(handed, "a", "lost " + i);
    }
    assertThat(isGood(handed, "a")).isTrue();
    assertThat(isGood(handed, "lost 99")).isTrue();
    assertThat(handed.offered()).hasSize(Handed.MOST_OFFERED);
  }

  @Test
  void claim_may_be_repeated_until_a_token_was_shown() {
    Handed handed = claimed(claimed(NOTHING, "a"), "b");
    assertThat(isGood(handed, "a")).isTrue();

    Handed used = renewed(handed, "b", "c");
    assertThat(used.claimed(hash("d"))).isEmpty();
    assertThat(isGood(used, "a")).isFalse();
  }

  @Test
  void token_that_was_never_given_is_not_good() {
    assertThat(isGood(NOTHING, "a")).isFalse();
    assertThat(isGood(claimed(NOTHING, "a"), "z")).isFalse();
  }

  private static Handed claimed(Handed handed, String fresh) {
    return handed.claimed(hash(fresh)).orElseThrow();
  }

  private static Handed renewed(Handed handed, String shown, String fresh) {
    return handed.renewed(hash(shown), hash(fresh)).orElseThrow();
  }

  private static boolean isGood(Handed handed, String token) {
    return handed.renewed(hash(token), hash("next")).isPresent();
  }

  private static byte[] hash(String token) {
    return Tokens.hash(token);
  }
}
