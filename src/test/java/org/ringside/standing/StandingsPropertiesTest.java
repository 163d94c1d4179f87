package org.ringside.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;
import org.ringside.scoring.Scoring;
import org.ringside.scoring.TieBreak;

/** Whatever was played, the table is a table (R16). */
class StandingsPropertiesTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private static final RuleBook BOOK =
      new RuleBook(
          List.of(
              new Line(
                  "sales",
                  new Conversion.PerUnit(new BigDecimal("0.3")),
                  BigDecimal.ONE,
                  null,
                  null)),
          List.of(new Gate("handled", 3)),
          0,
          TieBreak.by("missed"),
          BigDecimal.ZERO);

  @Property
  void order_of_the_input_does_not_matter(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 999) Integer> played,
      @ForAll Random random) {
    var entrants = entrants(played);
    var shuffled = new ArrayList<>(entrants);
    Collections.shuffle(shuffled, random);
    assertThat(rank(shuffled).rows()).isEqualTo(rank(entrants).rows());
  }

  @Property
  void rank_is_one_more_than_the_number_of_those_who_are_better(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 999) Integer> played) {
    var rows = rank(entrants(played)).rows();
    for (Row row : rows) {
      BigDecimal mine = displayed(row);
      long better = rows.stream().filter(other -> isBetter(other, row)).count();
      assertThat(row.rank()).isEqualTo(mine == null ? 0 : (int) better + 1);
      long level =
          rows.stream().filter(other -> row.rank() > 0 && other.rank() == row.rank()).count();
      assertThat(row.shared()).isEqualTo(level > 1);
    }
  }

  @Property
  void ranked_come_first_and_everybody_is_there_once(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 999) Integer> played) {
    var entrants = entrants(played);
    var rows = rank(entrants).rows();
    assertThat(rows).extracting(Row::entrant).containsExactlyInAnyOrderElementsOf(entrants);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).place()).isEqualTo(i);
      assertThat(i > 0 && rows.get(i).ranked() && !rows.get(i - 1).ranked()).isFalse();
    }
  }

  @Property
  void ranking_that_follows_who_moves_is_the_same_as_ranking_everybody_anew(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 999) Integer> played,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 999) Integer> moves,
      @ForAll Random random) {
    var ranking = new Ranking(BOOK, CATALOGUE);
    var now = new TreeMap<String, Entrant>();
    entrants(played).forEach(entrant -> now.put(entrant.id(), entrant));
    now.values().forEach(ranking::put);
    for (Entrant moved : entrants(moves)) {
      if (random.nextInt(5) == 0) {
        now.remove(moved.id());
        ranking.remove(moved.id());
      } else {
        now.put(moved.id(), moved);
        ranking.put(moved);
      }
      if (random.nextBoolean()) {
        assertThat(ranking.standings().rows()).isEqualTo(rank(List.copyOf(now.values())).rows());
      }
    }
    assertThat(ranking.standings().rows()).isEqualTo(rank(List.copyOf(now.values())).rows());
  }

  private static boolean isBetter(Row other, Row row) {
    BigDecimal theirs = displayed(other);
    BigDecimal mine = displayed(row);
    if (theirs == null || mine == null) {
      return false;
    }
    int order = theirs.compareTo(mine);
    return order > 0 || (order == 0 && missed(other) < missed(row));
  }

  private static @Nullable BigDecimal displayed(Row row) {
    return row.entrant().score() instanceof Score.Ranked ranked ? ranked.displayed() : null;
  }

  private static long missed(Row row) {
    return row.entrant().counters().get("missed_real");
  }

  private static Standings rank(List<Entrant> entrants) {
    return Standings.rank(entrants, BOOK, CATALOGUE);
  }

  /** Three digits a competitor: sales, missed, handled. */
  private static List<Entrant> entrants(List<Integer> played) {
    var scoring = new Scoring(BOOK, CATALOGUE);
    var entrants = new ArrayList<Entrant>();
    for (int i = 0; i < played.size(); i++) {
      long digits = played.get(i);
      var counters =
          Counters.of(
              Map.of(
                  "sales", digits / 100, "missed_real", digits / 10 % 10, "handled", digits % 10));
      entrants.add(new Entrant("e" + i, scoring.score(counters), counters));
    }
    return entrants;
  }
}
