package org.ringside.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringside.floor.Span.BEGINNING;
import static org.ringside.floor.Span.END;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringside.floor.RosterUpdate.AgentRow;
import org.ringside.floor.RosterUpdate.AliasRow;
import org.ringside.floor.RosterUpdate.MembershipRow;
import org.ringside.floor.RosterUpdate.QueueRow;
import org.ringside.floor.RosterUpdate.SiteRow;
import org.ringside.floor.RosterUpdate.TeamRow;

/** What a roster adds, changes and ends, and what it cannot say. */
class RosterMergeTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_000);

  private static RosterUpdate roster(AgentRow... agents) {
    return new RosterUpdate(
        List.of(new SiteRow("sites[0]", "HQ", null)),
        List.of(
            new TeamRow("teams[0]", "North", null, "HQ"),
            new TeamRow("teams[1]", "South", null, null)),
        null,
        List.of(agents),
        true);
  }

  private static AgentRow agent(
      String code, @Nullable List<AliasRow> aliases, MembershipRow... memberships) {
    return new AgentRow("agent " + code, code, null, aliases, List.of(memberships));
  }

  private static MembershipRow in(String team, long from, long to) {
    return new MembershipRow("in " + team + " from " + from, team, new Span(from, to));
  }

  private static AliasRow alias(String spelling, long from, long to) {
    return new AliasRow("alias " + spelling, spelling, null, new Span(from, to));
  }

  private static Edited apply(Floor before, boolean replace, AgentRow... agents) {
    return RosterMerge.apply(before, roster(agents), replace, NOW);
  }

  private static Floor floorOf(AgentRow... agents) {
    return accepted(apply(Floor.EMPTY, false, agents));
  }

  private static Floor accepted(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.Accepted.class);
    return ((Edited.Accepted) edited).after();
  }

  private static List<String> faultsAt(Edited edited) {
    assertThat(edited).isInstanceOf(Edited.Refused.class);
    return ((Edited.Refused) edited).faults().stream().map(fault -> fault.field()).toList();
  }

  private static List<Stretch> timeOf(Floor floor, String agent) {
    var known = floor.agent(agent);
    assertThat(known).isNotNull();
    return known == null ? List.of() : floor.timelineOf(known.no()).stretches();
  }

  private static List<Stretch> timeOfAlias(Floor floor, String spelling) {
    return floor.aliases().getOrDefault(AliasKey.anySource(spelling), Timeline.EMPTY).stretches();
  }

  @Test
  void theSameRosterAgain_changesNothing() {
    AgentRow wang = agent("1001", List.of(alias("7", 0, END)), in("North", 0, END));
    Floor once = floorOf(wang);

    Floor twice = accepted(apply(once, false, wang));

    assertThat(FloorChange.between(once, twice).isEmpty()).isTrue();
    assertThat(twice.agents()).isEqualTo(once.agents());
    assertThat(twice.memberships()).isEqualTo(once.memberships());
    assertThat(twice.aliases()).isEqualTo(once.aliases());
  }

  @Test
  void aTransferGivenAsOneRow_endsTheEarlierMembershipThere() {
    Floor before = floorOf(agent("1001", null, in("North", 0, END)));

    Floor after = accepted(apply(before, false, agent("1001", null, in("South", 500, END))));

    assertThat(timeOf(after, "1001"))
        .containsExactly(Stretch.of(0, 500, 1), Stretch.of(500, END, 2));
  }

  @Test
  void aRowWithTheSameStart_replacesTheMembership_soThatItCanBeEnded() {
    Floor before = floorOf(agent("1001", null, in("North", 0, END)));

    Floor after = accepted(apply(before, false, agent("1001", null, in("North", 0, 300))));

    assertThat(timeOf(after, "1001")).containsExactly(Stretch.of(0, 300, 1));
  }

  @Test
  void agentsNotMentioned_stayWhereTheyAre_unlessTheRosterIsTheWholeOne() {
    Floor before =
        floorOf(
            agent("1001", null, in("North", 0, END)),
            agent(
                "1002", List.of(alias("7", 0, END)), in("South", 0, 900), in("North", 2_000, END)));
    AgentRow wang = agent("1001", null, in("North", 0, END));

    assertThat(timeOf(accepted(apply(before, false, wang)), "1002"))
        .isEqualTo(timeOf(before, "1002"));
    Floor replaced = accepted(apply(before, true, wang));
    assertThat(timeOf(replaced, "1001")).containsExactly(Stretch.of(0, END, 1));
    assertThat(timeOf(replaced, "1002")).containsExactly(Stretch.of(0, 900, 2));
    assertThat(timeOfAlias(replaced, "7")).containsExactly(Stretch.of(0, 1_000, 2));
  }

  @Test
  void aWholeRosterThatIsSilentOnAliases_leavesThoseOfTheAgentsItNames() {
    Floor before = floorOf(agent("1001", List.of(alias("7", 0, END)), in("North", 0, END)));

    assertThat(
            timeOfAlias(
                accepted(apply(before, true, agent("1001", null, in("North", 0, END)))), "7"))
        .containsExactly(Stretch.of(0, END, 1));
    assertThat(
            timeOfAlias(
                accepted(apply(before, true, agent("1001", List.of(), in("North", 0, END)))), "7"))
        .containsExactly(Stretch.of(0, 1_000, 1));
  }

  @Test
  void anAgentInTwoTeamsAtOnce_isRefused() {
    Edited edited =
        apply(Floor.EMPTY, false, agent("1001", null, in("North", 0, 100), in("South", 99, END)));

    assertThat(faultsAt(edited)).containsExactly("in South from 99");
  }

  @Test
  void anAliasOfTwoAgentsAtOnce_isRefused_inOneRosterAndAgainstTheStoredOne() {
    AgentRow wang = agent("1001", List.of(alias("7", 0, END)));
    AgentRow li = agent("1002", List.of(alias("7", 500, END)));

    assertThat(faultsAt(apply(Floor.EMPTY, false, wang, li))).containsExactly("alias 7");
    assertThat(faultsAt(apply(floorOf(wang), false, li))).containsExactly("alias 7");
  }

  @Test
  void anAliasIsPassedOn_byEndingItForOneAndStartingItForTheOther() {
    Floor before = floorOf(agent("1001", List.of(alias("7", 0, END))));

    Floor after =
        accepted(
            apply(
                before,
                false,
                agent("1001", List.of(alias("7", 0, 500))),
                agent("1002", List.of(alias("7", 500, END)))));

    assertThat(timeOfAlias(after, "7"))
        .containsExactly(Stretch.of(0, 500, 1), Stretch.of(500, END, 2));
  }

  @Test
  void aliasesOfOneAgentThatTouch_areOne() {
    Floor floor = floorOf(agent("1001", List.of(alias("7", BEGINNING, 500), alias("7", 500, END))));

    assertThat(timeOfAlias(floor, "7")).containsExactly(Stretch.of(BEGINNING, END, 1));
  }

  @Test
  void aTeamOrSiteThatNobodyListed_isRefusedWithTheClosestName() {
    Edited edited = apply(Floor.EMPTY, false, agent("1001", null, in("Noth", 0, END)));

    assertThat(((Edited.Refused) edited).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.example()).isEqualTo("North"));
  }

  @Test
  void oneAgentWithTwoNames_isRefused() {
    var update =
        roster(
            new AgentRow("line 2", "1001", "Wang", null, List.of()),
            new AgentRow("line 3", "1001", "Wong", null, List.of()));

    assertThat(faultsAt(RosterMerge.apply(Floor.EMPTY, update, false, NOW)))
        .containsExactly("line 3");
  }

  @Test
  void namesChange_numbersStay() {
    Floor before = floorOf(agent("1001", null));

    Floor after =
        accepted(
            apply(
                before,
                false,
                new AgentRow("", "1001", "王芳", null, List.of()),
                agent("0999", null)));

    assertThat(after.agents())
        .containsExactly(new Agent(1, "1001", "王芳"), new Agent(2, "0999", "0999"));
  }

  @Test
  void ownersOfQueues_areLeftAlone_whereTheRosterIsSilentOnThem() {
    var update =
        new RosterUpdate(
            List.of(),
            List.of(new TeamRow("", "North", null, null)),
            List.of(new QueueRow("queues[0]", "hotline", "North", Span.ALWAYS)),
            List.of(),
            true);
    Floor before = accepted(RosterMerge.apply(Floor.EMPTY, update, false, NOW));

    assertThat(accepted(apply(before, true)).ownerOf("hotline", 2_000)).isEqualTo(1);
  }

  @Test
  void moreFaultsThanFit_areCutToAHundred() {
    var agents = new ArrayList<AgentRow>();
    for (int i = 0; i < 150; i++) {
      agents.add(agent("a" + i, null, in("Nowhere", 0, END)));
    }

    assertThat(faultsAt(apply(Floor.EMPTY, false, agents.toArray(AgentRow[]::new)))).hasSize(100);
  }

  @Property(tries = 300)
  void whatARowSays_holdsInItsWholeSpan_whateverWasThere(
      @ForAll long seed,
      @ForAll @IntRange(max = 20) int from,
      @ForAll @IntRange(min = 1, max = 9) int length) {
    Floor before = new RandomFloors(seed).floor();
    var update =
        new RosterUpdate(
            List.of(),
            List.of(),
            null,
            List.of(agent("a1", null, in("N", from, from + length))),
            true);

    Floor after = accepted(RosterMerge.apply(before, update, false, NOW));

    boolean sameStart =
        before.timelineOf(1).stretches().stream().anyMatch(held -> held.span().fromMs() == from);
    for (long at = -1; at <= 40; at++) {
      boolean inside = from <= at && at < from + length;
      if (inside || !sameStart) {
        assertThat(after.teamOf(1, at)).isEqualTo(inside ? 1 : before.teamOf(1, at));
      }
    }
  }
}
