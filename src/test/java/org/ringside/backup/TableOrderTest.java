package org.ringside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableOrderTest {
  @Test
  void whatIsReferredTo_comesFirst() {
    assertThat(
            TableOrder.of(
                Set.of("agent", "membership", "organisation", "team"),
                Map.of(
                    "agent", Set.of("organisation"),
                    "team", Set.of("organisation"),
                    "membership", Set.of("agent", "team"))))
        .containsExactly("organisation", "agent", "team", "membership");
  }

  @Test
  void tablesInACircle_andThoseThatReferToThemselves_areAllThere() {
    assertThat(
            TableOrder.of(
                Set.of("a", "b", "c", "d"),
                Map.of("a", Set.of("b"), "b", Set.of("c", "b"), "c", Set.of("a"), "d", Set.of())))
        .containsExactly("d", "a", "c", "b");
  }
}
