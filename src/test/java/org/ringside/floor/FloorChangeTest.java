package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.floor.Span.BEGINNING;
import static org.ringside.floor.Span.END;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** R8: a change of the roster in the past books anew what it moves. */
class FloorChangeTest {

  private static FloorPlan plan() {
    return new FloorPlan().teams("North", "South").agents("1001");
  }

  @Test
  void theSameFloor_movesNothing() {
    var floor = plan().member("1001", "North", 0, END).floor();

    assertThat(FloorChange.between(floor, floor).isEmpty()).isTrue();
  }

  @Test
  void aTransfer_movesTheFactsOfAllSpellingsOfTheAgent_fromThatInstantOn() {
    var before = plan().alias("ext-7", "pbx-1", "1001", 5, 9).member("1001", "North", 0, END);
    var after =
        plan()
            .alias("ext-7", "pbx-1", "1001", 5, 9)
            .member("1001", "North", 0, 100)
            .member("1001", "South", 100, END);

    assertThat(FloorChange.between(before.floor(), after.floor()).rebookings())
        .containsExactly(new Rebooking(new Span(100, END), Set.of("1001", "ext-7"), Set.of()));
  }

  @Test
  void anAliasThatBecomesKnown_movesItsFacts_insideItsValidity() {
    var before = plan().floor();
    var after = plan().alias("ext-7", null, "1001", 10, 20).floor();

    assertThat(FloorChange.between(before, after).rebookings())
        .containsExactly(new Rebooking(new Span(10, 20), Set.of("ext-7"), Set.of()));
  }

  @Test
  void aQueueThatChangesHands_movesTheFactsOfTheQueue() {
    var before = plan().owner("hotline", "North", BEGINNING, END).floor();
    var after = plan().owner("hotline", "South", BEGINNING, END).floor();

    assertThat(FloorChange.between(before, after).rebookings())
        .containsExactly(new Rebooking(Span.ALWAYS, Set.of(), Set.of("hotline")));
  }

  @Test
  void manyDifferentSpans_areJoinedIntoFew() {
    var before = new FloorPlan().teams("North");
    var after = new FloorPlan().teams("North");
    for (int i = 0; i < 100; i++) {
      before.agents("a" + i);
      after.agents("a" + i).member("a" + i, "North", 10L * i, 10L * i + 5);
    }

    var rebookings = FloorChange.between(before.floor(), after.floor()).rebookings();

    assertThat(rebookings).hasSize(1);
    assertThat(rebookings.get(0).span()).isEqualTo(new Span(0, 995));
    assertThat(rebookings.get(0).subjects()).hasSize(100);
  }

  @Property(tries = 500)
  void everyFactWhosePlaceDiffers_isInARebooking(@ForAll long seed, @ForAll long otherSeed) {
    Floor before = new RandomFloors(seed).floor();
    Floor after = new RandomFloors(otherSeed).floor();
    FloorChange change = FloorChange.between(before, after);
    for (String source : RandomFloors.SOURCES) {
      for (String subject : RandomFloors.SPELLINGS) {
        for (String queue : RandomFloors.QUEUES) {
          for (long at = -1; at <= RandomFloors.LAST + 10; at++) {
            if (!before
                .place(source, subject, queue, at)
                .equals(after.place(source, subject, queue, at))) {
              assertThat(covers(change, subject, queue, at)).isTrue();
            }
          }
        }
      }
    }
  }

  private static boolean covers(FloorChange change, String subject, String queue, long at) {
    return change.rebookings().stream()
        .anyMatch(
            rebooking ->
                rebooking.span().contains(at)
                    && (rebooking.subjects().contains(subject)
                        || rebooking.queues().contains(queue)));
  }
}
