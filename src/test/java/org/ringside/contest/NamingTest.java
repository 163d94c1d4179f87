package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Scoring;
import org.ringside.scoring.TieBreak;
import org.ringside.standing.Entrant;
import org.ringside.standing.Standings;

/** How many of the first are named (R30); a call is a point, and ten of them make a rank. */
class NamingTest {
  private static final RuleBook RULES =
      new RuleBook(
          List.of(
              new Line(
                  "handled", new Conversion.PerUnit(BigDecimal.ONE), BigDecimal.ONE, null, null)),
          List.of(new Gate("handled", 10)),
          0,
          TieBreak.SHARED,
          BigDecimal.ZERO);
  private static final Scoring SCORING = new Scoring(RULES, Shanghai.CATALOGUE);

  private static Standings standings(String calls) {
    var entrants = new ArrayList<Entrant>();
    for (String one : calls.isEmpty() ? new String[0] : calls.split(" ", -1)) {
      var counters = new Counters();
      counters.add("handled", Integer.parseInt(one));
      String id = Integer.toString(entrants.size() + 1);
      entrants.add(new Entrant(id, SCORING.score(counters), counters));
    }
    return Standings.rank(entrants, RULES, Shanghai.CATALOGUE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "50 40 30 20, 3",
    "50 40 30 30, 4",
    "50 40 40 30, 3",
    "50 50 50 50 50, 5",
    "50 40, 2",
    "50 40 9 8, 2",
    "50 9 8 7 6, 1",
    "50 40 30 30 30 30, 6",
    "50 40 30 30 30 30 30, 2",
    "50 40 40 40 40 40 40 30, 1",
    "50 50 50 50 50 50 50 50 40, 8"
  })
  void first_three_ranks_with_those_who_share_the_last_of_them_unless_they_are_too_many(
      String calls, int named) {
    assertThat(Naming.top(3).countIn(standings(calls))).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"9 8 7 6 5, 3", "9 8 0 0, 2", "0 0, 0"})
  void before_anybody_is_ranked_the_first_are_those_nearest_to_it(String calls, int named) {
    assertThat(Naming.top(3).countIn(standings(calls))).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "50, 1",
    "50 40, 1",
    "50 40 30, 2",
    "50 40 30 20, 2",
    "50 40 40 20, 1",
    "50 40 40 40 20, 1",
    "50 50 40 40, 2",
    "50 50 50 40, 3",
    "50 50 50 50, 4",
    "50 40 30 20 9 8 7, 2",
    "9 8 7, 0"
  })
  void upper_half_is_of_the_ranked_and_nobody_who_shares_a_rank_with_the_lower(
      String calls, int named) {
    assertThat(Naming.UPPER_HALF.countIn(standings(calls))).isEqualTo(named);
  }

  @Test
  void all_are_all_and_me_is_nobody_else() {
    assertThat(Naming.ALL.countIn(standings("50 40 9"))).isEqualTo(3);
    assertThat(Naming.ME.countIn(standings("50 40 9"))).isZero();
  }

  @Test
  void naming_that_says_two_things_is_none() {
    assertThatThrownBy(() -> new Naming(Named.ALL, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Naming.top(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Naming.top(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Audiences(Naming.UPPER_HALF, Naming.ALL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Audiences(Naming.ALL, Naming.ME))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
