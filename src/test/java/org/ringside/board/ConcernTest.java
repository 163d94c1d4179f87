package org.ringside.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.contest.Audiences;
import org.ringside.contest.Cadence;
import org.ringside.contest.Competing;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Site;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.floor.Team;
import org.ringside.floor.Timeline;
import org.ringside.frame.Reach;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.TieBreak;

/**
 * North (1) has team blue (10); south (2) has team red (20), to which agent 7 moved at half time.
 */
class ConcernTest {
  private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
  private static final Instant HALF_TIME = Instant.parse("2026-11-19T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");
  private static final Reach NORTH = Reach.ofSite(1);
  private static final Reach SOUTH = Reach.ofSite(2);

  private static final Floor FLOOR =
      new Floor(
          List.of(new Site(1, "north", "North"), new Site(2, "south", "South")),
          List.of(
              new Team(10, "blue", "Blue", 1),
              new Team(20, "red", "Red", 2),
              new Team(30, "homeless", "Homeless", null)),
          List.of(new Agent(7, "1001", "Li"), new Agent(8, "1002", "Wu")),
          Map.of(),
          Map.of(
              7,
              Timeline.of(
                  List.of(
                      new Stretch(new Span(Span.BEGINNING, HALF_TIME.toEpochMilli()), 10),
                      new Stretch(new Span(HALF_TIME.toEpochMilli(), Span.END), 20))),
              8,
              Timeline.of(
                  List.of(
                      new Stretch(new Span(Span.BEGINNING, START.toEpochMilli()), 10),
                      new Stretch(new Span(START.toEpochMilli(), Span.END), 20)))),
          Map.of());

  private static boolean isWithin(Contest contest, Reach reach) {
    return new Concern(contest, FLOOR).isWithin(reach);
  }

  @Test
  void contest_is_within_what_names_it_or_its_series() {
    Contest open = contest(3, Competitors.TEAM, Competing.ofSite(2));

    assertThat(isWithin(open, Reach.ofBoards(Set.of(), Set.of(12)))).isTrue();
    assertThat(isWithin(open, Reach.ofBoards(Set.of(3), Set.of()))).isTrue();
    assertThat(isWithin(open, Reach.ofBoards(Set.of(12), Set.of(3)))).isFalse();
    assertThat(isWithin(open, Reach.EVERYWHERE)).isTrue();
    assertThat(isWithin(open, Reach.NOWHERE)).isFalse();
    Contest single = contest(null, Competitors.TEAM, Competing.EVERYBODY);
    assertThat(isWithin(single, Reach.ofBoards(Set.of(3), Set.of()))).isFalse();
  }

  @Test
  void open_contest_concerns_the_sites_that_it_is_open_to() {
    assertThat(isWithin(contest(null, Competitors.AGENT, Competing.EVERYBODY), NORTH)).isTrue();
    assertThat(isWithin(contest(null, Competitors.TEAM, Competing.ofSite(1)), NORTH)).isTrue();
    assertThat(isWithin(contest(null, Competitors.TEAM, Competing.ofSite(1)), SOUTH)).isFalse();
  }

  @Test
  void list_of_teams_concerns_the_sites_where_one_of_them_works() {
    Contest both = contest(null, Competitors.TEAM, Competing.pinned(Set.of(10, 20)));
    Contest blue = contest(null, Competitors.TEAM, Competing.pinned(Set.of(10, 30)));

    assertThat(isWithin(both, NORTH)).isTrue();
    assertThat(isWithin(both, SOUTH)).isTrue();
    assertThat(isWithin(blue, SOUTH)).isFalse();
  }

  @Test
  void list_of_agents_concerns_the_sites_where_one_of_them_worked_within_the_window() {
    Contest moved = contest(null, Competitors.AGENT, Competing.pinned(Set.of(7)));
    Contest before = contest(null, Competitors.AGENT, Competing.pinned(Set.of(8)));

    assertThat(isWithin(moved, NORTH)).isTrue();
    assertThat(isWithin(moved, SOUTH)).isTrue();
    assertThat(isWithin(before, NORTH)).as("moved before it began").isFalse();
    assertThat(isWithin(before, SOUTH)).isTrue();
  }

  @Test
  void contest_lies_wholly_in_what_covers_all_who_may_compete() {
    Contest everybody = contest(null, Competitors.AGENT, Competing.EVERYBODY);
    assertThat(liesWhollyIn(everybody, NORTH)).isFalse();
    assertThat(liesWhollyIn(everybody, Reach.EVERYWHERE)).isTrue();
    assertThat(liesWhollyIn(contest(null, Competitors.TEAM, Competing.ofSite(1)), NORTH)).isTrue();
    assertThat(liesWhollyIn(contest(null, Competitors.TEAM, Competing.ofSite(1)), SOUTH)).isFalse();
    Contest blue = contest(null, Competitors.TEAM, Competing.pinned(Set.of(10)));
    Contest both = contest(null, Competitors.TEAM, Competing.pinned(Set.of(10, 20)));
    assertThat(liesWhollyIn(blue, NORTH)).isTrue();
    assertThat(liesWhollyIn(blue, Reach.ofTeam(10))).isTrue();
    assertThat(liesWhollyIn(both, NORTH)).isFalse();
    Contest moved = contest(null, Competitors.AGENT, Competing.pinned(Set.of(7)));
    Contest stayed = contest(null, Competitors.AGENT, Competing.pinned(Set.of(8)));
    assertThat(liesWhollyIn(moved, SOUTH)).as("was elsewhere for half of it").isFalse();
    assertThat(liesWhollyIn(stayed, SOUTH)).isTrue();
    assertThat(liesWhollyIn(stayed, Reach.NOWHERE)).isFalse();
  }

  private static boolean liesWhollyIn(Contest contest, Reach reach) {
    return new Concern(contest, FLOOR).liesWhollyIn(reach);
  }

  @Test
  void competitor_is_of_the_team_that_it_is_in_at_the_end() {
    var agents = new Concern(contest(null, Competitors.AGENT, Competing.EVERYBODY), FLOOR);
    assertThat(agents.isOf(7, SOUTH)).isTrue();
    assertThat(agents.isOf(7, NORTH)).isFalse();
    var teams = new Concern(contest(null, Competitors.TEAM, Competing.EVERYBODY), FLOOR);
    assertThat(teams.isOf(10, NORTH)).isTrue();
    assertThat(teams.isOf(30, NORTH)).isFalse();
  }

  private static Contest contest(
      @Nullable Integer series, Competitors competitors, Competing competing) {
    var line =
        new Line("handled", new Conversion.PerUnit(BigDecimal.ONE), BigDecimal.ONE, null, null);
    var rules = new RuleBook(List.of(line), List.of(), 0, TieBreak.by("missed"), BigDecimal.ZERO);
    var calendar = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));
    return new Contest(
        12,
        "Contest",
        series,
        Cadence.WEEK,
        competitors,
        competing,
        Audiences.OPEN,
        1,
        rules,
        calendar,
        new Window(START, END),
        END,
        "2026-W47");
  }
}
