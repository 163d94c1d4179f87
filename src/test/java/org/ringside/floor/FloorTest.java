package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.floor.Span.BEGINNING;
import static org.ringside.floor.Span.END;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * R8: a fact goes to whom its subject meant, and the team that agent was in, at its own instant.
 */
class FloorTest {
  private static final int WANG = 1;
  private static final int LI = 2;
  private static final int NORTH = 1;
  private static final int SOUTH = 2;

  private final FloorPlan plan = new FloorPlan().teams("North", "South").agents("1001", "1002");

  private Place place(@Nullable String subject, @Nullable String queue, long at) {
    return plan.floor().place("pbx-1", subject, queue, at);
  }

  private Place queuePlace(@Nullable String subject, @Nullable String queue, long at) {
    Places places = plan.floor().places("pbx-1", subject, queue, at);
    assertThat(places.own()).isEqualTo(place(subject, queue, at));
    return places.ofQueue();
  }

  @Test
  void aFactOfAMember_isPlacedInTheTeamOfThatInstant() {
    plan.member("1001", "North", 0, 100).member("1001", "South", 100, END);

    assertThat(place("1001", null, 99)).isEqualTo(new Place(WANG, NORTH));
    assertThat(place("1001", null, 100)).isEqualTo(new Place(WANG, SOUTH));
  }

  @Test
  void anAgentInNoTeamThen_isPlacedWithoutATeam_evenInAQueueThatATeamOwns() {
    plan.member("1001", "North", 100, END).owner("hotline", "South", BEGINNING, END);

    assertThat(place("1001", "hotline", 99)).isEqualTo(new Place(WANG, 0));
  }

  @Test
  void aSpellingThatWasPassedOn_meansWhoeverHadItThen() {
    plan.alias("ext-7", null, "1001", 0, 60_000).alias("ext-7", null, "1002", 60_000, END);

    assertThat(place("ext-7", null, 59_999).agent()).isEqualTo(WANG);
    assertThat(place("ext-7", null, 60_000).agent()).isEqualTo(LI);
  }

  @Test
  void anAliasOfTheSource_winsOverOneOfAnySource_whileItIsValid() {
    plan.alias("7", null, "1001", BEGINNING, END).alias("7", "pbx-1", "1002", 10, 20);

    assertThat(place("7", null, 9).agent()).isEqualTo(WANG);
    assertThat(place("7", null, 10).agent()).isEqualTo(LI);
    assertThat(place("7", null, 20).agent()).isEqualTo(WANG);
    assertThat(plan.floor().agentOf("pbx-2", "7", 15)).isEqualTo(WANG);
  }

  @Test
  void anAgentsOwnCode_isAnAlias_unlessSomebodyElseAnswersToItThen() {
    plan.alias("1001", null, "1002", 10, 20);

    assertThat(place("1001", null, 9).agent()).isEqualTo(WANG);
    assertThat(place("1001", null, 10).agent()).isEqualTo(LI);
  }

  @Test
  void anUnknownSubject_isPlacedInTheTeamThatOwnsTheQueueThen() {
    plan.owner("hotline", "North", BEGINNING, 50).owner("hotline", "South", 60, END);

    assertThat(place("ghost", "hotline", 49)).isEqualTo(new Place(0, NORTH));
    assertThat(place("ghost", "hotline", 55)).isEqualTo(Place.NOWHERE);
    assertThat(place(null, "hotline", 60)).isEqualTo(new Place(0, SOUTH));
    assertThat(place("ghost", "pool", 60)).isEqualTo(Place.NOWHERE);
    assertThat(place(null, null, 60)).isEqualTo(Place.NOWHERE);
    assertThat(plan.floor().known("pbx-1", "ghost", 60)).isFalse();
  }

  @Test
  void whatIsTheQueuesDoing_isPlacedInTheTeamThatOwnsItThen_besideTheAgent() {
    plan.member("1001", "North", 0, END).owner("hotline", "South", 0, 50);

    assertThat(queuePlace("1001", "hotline", 49)).isEqualTo(new Place(WANG, SOUTH));
    assertThat(queuePlace("1001", "hotline", 50)).isEqualTo(new Place(WANG, 0));
    assertThat(queuePlace("1001", "pool", 49)).isEqualTo(new Place(WANG, 0));
    assertThat(queuePlace("ghost", "hotline", 49)).isEqualTo(new Place(0, SOUTH));
  }

  @Test
  void withoutAQueue_nothingIsTheDoingOfOneThatAnybodyOwns() {
    plan.member("1001", "North", 0, END);

    assertThat(queuePlace("1001", null, 10)).isEqualTo(new Place(WANG, 0));
    assertThat(queuePlace(null, null, 10)).isEqualTo(Place.NOWHERE);
  }

  @Test
  void ownersWithinASpan_areThoseWhoOwnAQueueAtSomeTimeOfIt() {
    plan.owner("hotline", "South", 0, 50).owner("hotline", "North", 50, END);

    assertThat(plan.floor().ownersWithin(new Span(0, 50))).containsExactly(SOUTH);
    assertThat(plan.floor().ownersWithin(new Span(49, 51))).containsExactlyInAnyOrder(SOUTH, NORTH);
    assertThat(plan.floor().ownersWithin(new Span(60, END))).containsExactly(NORTH);
  }

  @Test
  void membersOfATeam_areListedWithTheirTimeInsideTheSpan() {
    plan.member("1001", "North", 0, 100)
        .member("1001", "North", 200, END)
        .member("1002", "South", 0, END);

    assertThat(plan.floor().membersOf(NORTH, new Span(50, 300)))
        .containsExactly(new Member(WANG, new Span(50, 100)), new Member(WANG, new Span(200, 300)));
  }

  @Test
  void aFloorWithOverlappingStretches_cannotBeMade() {
    assertThatThrownBy(
            () -> Timeline.of(List.of(Stretch.of(0, 10, NORTH), Stretch.of(9, 20, SOUTH))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
