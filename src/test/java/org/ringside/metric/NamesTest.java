package org.ringside.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sets of names are shared as long as they are few and small, and are right in any case. */
class NamesTest {
  private static final int LARGEST = 64;

  private static Names of(Names.Pool pool, List<String> names) {
    Names all = pool.none();
    for (String name : names) {
      all = all.with(name);
    }
    return all;
  }

  private static List<String> some(String what, int count) {
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      names.add("%s_%04d".formatted(what, i));
    }
    return names;
  }

  private static List<String> in(Names names) {
    var all = new ArrayList<String>();
    for (int place = 0; place < names.size(); place++) {
      assertThat(names.placeOf(names.at(place))).isEqualTo(place);
      all.add(names.at(place));
    }
    return all;
  }

  @Test
  void sameNamesInAnyOrder_areTheSameSet() {
    var pool = new Names.Pool(1_000);
    List<String> shuffled = some("calls", 20);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(of(pool, shuffled)).isSameAs(of(pool, some("calls", 20)));
    assertThat(in(of(pool, shuffled))).isEqualTo(some("calls", 20));
    assertThat(of(pool, shuffled).placeOf("calls_0020")).isNegative();
  }

  @Test
  void setsWithoutEnd_areForgottenAndStillRight() {
    var pool = new Names.Pool(10);
    for (int i = 0; i < 200; i++) {
      List<String> names = some("met" + i, 7);
      assertThat(in(of(pool, names))).isEqualTo(names);
      assertThat(pool.size()).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void namesWithoutEnd_leaveNoLargeSetsBehind() {
    var pool = new Names.Pool(1_000);
    List<String> many = some("campaign", 1_000);
    Names names = of(pool, many);
    assertThat(in(names)).isEqualTo(many);
    assertThat(names.placeOf("campaign_1000")).isNegative();
    assertThat(pool.size()).isEqualTo(LARGEST);
    assertThat(of(pool, many)).isNotSameAs(names);
  }
}
