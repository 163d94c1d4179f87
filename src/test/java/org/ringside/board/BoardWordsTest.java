package org.ringside.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.contest.Audiences;
import org.ringside.contest.Cadence;
import org.ringside.contest.Competing;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestPeriod;
import org.ringside.contest.NewContest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.floor.Team;
import org.ringside.floor.Timeline;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Scoring;
import org.ringside.scoring.TieBreak;
import org.ringside.standing.Entrant;
import org.ringside.standing.Ranking;
import org.ringside.standing.Standings;

/** A board that remembers its rows says the same as one that words all of them anew. */
class BoardWordsTest {
  private static final int AGENTS = 12;
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private static final RuleBook RULES =
      new RuleBook(
          List.of(
              new Line(
                  "handled", new Conversion.PerUnit(BigDecimal.ONE), BigDecimal.ONE, null, null)),
          List.of(new Gate("handled", 2)),
          0,
          TieBreak.by("missed"),
          BigDecimal.ZERO);
  private static final Scoring SCORING = new Scoring(RULES, CATALOGUE);
  private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
  private static final Contest CONTEST = contest();

  @Property(tries = 50)
  void rowsThatAreRemembered_areThoseWordedAnew(
      @ForAll @IntRange(min = 1, max = 60) int moves, @ForAll Random random) {
    var ranking = new Ranking(RULES, CATALOGUE);
    var counters = new HashMap<Integer, Counters>();
    for (int agent = 1; agent <= AGENTS; agent++) {
      counters.put(agent, new Counters());
      ranking.put(entrant(agent, counters));
    }
    var remembering = new BoardWords(CONTEST, SCORING);
    Floor floor = floor("A", 1);
    for (int move = 0; move < moves; move++) {
      if (random.nextInt(5) == 0) {
        floor = floor(random.nextBoolean() ? "A" : "B", 1 + random.nextInt(2));
      }
      int agent = 1 + random.nextInt(AGENTS);
      Objects.requireNonNull(counters.get(agent))
          .add(random.nextBoolean() ? "handled" : "missed", 1);
      ranking.put(entrant(agent, counters));
      Standings standings = ranking.standings();
      List<BoardRow> rows = remembering.rows(standings, floor);
      assertThat(rows).isEqualTo(new BoardWords(CONTEST, SCORING).rows(standings, floor));
      var some = new Sight(random.nextInt(AGENTS), AGENTS);
      assertThat(remembering.within(some, standings, rows))
          .isEqualTo(new BoardWords(CONTEST, SCORING).within(some, standings, rows))
          .satisfies(
              seen ->
                  assertThat(seen.subList(0, some.named()))
                      .isEqualTo(rows.subList(0, some.named())))
          .hasSize(AGENTS);
    }
  }

  private static Entrant entrant(int agent, Map<Integer, Counters> all) {
    Counters counters = all.getOrDefault(agent, new Counters()).copy();
    return new Entrant(Integer.toString(agent), SCORING.score(counters), counters);
  }

  /**
   * @param names in front of every agent's name
   * @param team of all of them
   */
  private static Floor floor(String names, int team) {
    var agents = new ArrayList<Agent>();
    var memberships = new HashMap<Integer, Timeline>();
    for (int agent = 1; agent <= AGENTS; agent++) {
      agents.add(new Agent(agent, "a" + agent, names + agent));
      memberships.put(agent, Timeline.of(List.of(new Stretch(Span.ALWAYS, team))));
    }
    var teams = List.of(new Team(1, "t1", "One", null), new Team(2, "t2", "Two", null));
    return new Floor(List.of(), teams, agents, Map.of(), memberships, Map.of());
  }

  private static Contest contest() {
    ServiceCalendar calendar = ServiceCalendar.of(ZoneId.of("Asia/Shanghai"));
    return new NewContest(
            "week",
            null,
            Cadence.WEEK,
            Competitors.AGENT,
            Competing.EVERYBODY,
            Audiences.OPEN,
            1,
            RULES,
            calendar,
            ContestPeriod.at(calendar, Cadence.WEEK, NOW))
        .numbered(1, CATALOGUE);
  }
}
