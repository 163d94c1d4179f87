package org.ringside.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;
import org.ringside.scoring.Scoring;
import org.ringside.scoring.TieBreak;

/** Ranks, ties, gaps and winners (R11, R16, R17, R19). */
class StandingsTest {
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");

  @Test
  void shared_ranks_are_one_one_three() {
    var standings = rank(shared(), sold("north", 5), sold("south", 3), sold("east", 5));
    assertThat(drawn(standings)).containsExactly("1= east", "1= north", "3 south");
  }

  @Test
  void ranks_are_decided_on_what_is_displayed() {
    // 1.04 and 0.96 points are both 1.0 on the wall
    var book = book(1, "0.04", TieBreak.SHARED);
    var standings = rank(book, sold("a", 26), sold("b", 24), sold("c", 23));
    assertThat(drawn(standings)).containsExactly("1= a", "1= b", "3 c");
  }

  @Test
  void tie_break_parts_equal_scores_and_is_seen_in_both_rows() {
    var book = book(0, "1", TieBreak.by("csat"));
    var standings =
        rank(
            book,
            with("a", Map.of("sales", 5L, "csat_sum", 4L, "csat_n", 1L)),
            with("b", Map.of("sales", 5L, "csat_sum", 9L, "csat_n", 2L)),
            with("c", Map.of("sales", 3L, "csat_sum", 5L, "csat_n", 1L)));
    assertThat(drawn(standings)).containsExactly("1 b", "2 a", "3 c");
    assertThat(standings.rows()).extracting(Row::tieBreak).containsExactly("csat", "csat", null);
    assertThat(row(standings, "a").gapToNext()).isEqualByComparingTo("0");
  }

  @Test
  void tie_break_on_a_lower_is_better_metric_prefers_the_lower() {
    var book = book(0, "1", TieBreak.by("missed"));
    var standings =
        rank(
            book,
            with("a", Map.of("sales", 5L, "missed_real", 2L)),
            with("b", Map.of("sales", 5L, "missed_real", 1L)));
    assertThat(drawn(standings)).containsExactly("1 b", "2 a");
  }

  @Test
  void who_has_no_value_in_the_tie_break_loses_the_tie() {
    var book = book(0, "1", TieBreak.by("csat"));
    var standings =
        rank(
            book,
            with("a", Map.of("sales", 5L)),
            with("b", Map.of("sales", 5L, "csat_sum", 1L, "csat_n", 1L)));
    assertThat(drawn(standings)).containsExactly("1 b", "2 a");
  }

  @Test
  void equal_in_score_and_tie_break_shares_the_rank() {
    var book = book(0, "1", TieBreak.by("missed"));
    var standings = rank(book, sold("b", 5), sold("a", 5));
    assertThat(drawn(standings)).containsExactly("1= a", "1= b");
    assertThat(standings.rows()).extracting(Row::tieBreak).containsOnlyNulls();
  }

  @Test
  void not_yet_ranked_stand_after_the_ranked_nearest_to_the_gate_first() {
    var book =
        new RuleBook(
            List.of(sales("1")),
            List.of(new Gate("handled", 20)),
            0,
            TieBreak.SHARED,
            BigDecimal.ZERO);
    var standings =
        rank(
            book,
            with("far", Map.of("sales", 9L, "handled", 1L)),
            with("near", Map.of("sales", 1L, "handled", 19L)),
            with("nearer", Map.of("handled", 19L)),
            with("last", Map.of("handled", 20L)));
    assertThat(drawn(standings)).containsExactly("1 last", "- near", "- nearer", "- far");
    assertThat(row(standings, "far").gapToNext()).isNull();
  }

  @Test
  void who_does_not_take_part_stands_at_the_end() {
    var away = new Entrant("a", new Score.NotTakingPart("leave", List.of()), new Counters());
    var present = sold("b", 1).scoredBy(new Scoring(shared(), CATALOGUE));
    var standings = Standings.rank(List.of(away, present), shared(), CATALOGUE);
    assertThat(drawn(standings)).containsExactly("1 b", "- a");
  }

  @Test
  void gap_is_to_the_nearest_better_rank() {
    var standings = rank(shared(), sold("a", 9), sold("b", 5), sold("c", 5), sold("d", 2));
    assertThat(standings.rows())
        .extracting(Row::gapToNext)
        .containsExactly(null, new BigDecimal("4"), new BigDecimal("4"), new BigDecimal("3"));
  }

  @Test
  void nobody_wins_by_doing_nothing() {
    assertThat(rank(shared(), sold("a", 0), sold("b", 0)).winners()).isEmpty();
    assertThat(rank(shared()).winners()).isEmpty();
  }

  @Test
  void winner_has_more_than_the_floor() {
    var book =
        new RuleBook(List.of(sales("1")), List.of(), 0, TieBreak.SHARED, new BigDecimal("5"));
    assertThat(rank(book, sold("a", 5)).winners()).isEmpty();
    assertThat(rank(book, sold("a", 6)).winners()).hasSize(1);
  }

  @Test
  void all_who_share_the_first_rank_win() {
    assertThat(rank(shared(), sold("a", 5), sold("b", 5), sold("c", 4)).winners()).hasSize(2);
  }

  @Test
  void who_is_not_yet_ranked_wins_nothing() {
    var book =
        new RuleBook(
            List.of(sales("1")),
            List.of(new Gate("handled", 20)),
            0,
            TieBreak.SHARED,
            BigDecimal.ZERO);
    assertThat(rank(book, sold("a", 100)).winners()).isEmpty();
  }

  @Test
  void row_is_found_by_its_competitor() {
    var standings = rank(shared(), sold("a", 1), sold("b", 2));
    assertThat(row(standings, "a").place()).isEqualTo(1);
    assertThat(standings.row("c")).isNull();
  }

  private record Played(String id, Map<String, Long> counters) {
    Entrant scoredBy(Scoring scoring) {
      Counters own = Counters.of(counters);
      return new Entrant(id, scoring.score(own), own);
    }
  }

  private static Played sold(String id, long sales) {
    return new Played(id, Map.of("sales", sales));
  }

  private static Played with(String id, Map<String, Long> counters) {
    return new Played(id, counters);
  }

  private static Standings rank(RuleBook book, Played... played) {
    var scoring = new Scoring(book, CATALOGUE);
    var entrants = Stream.of(played).map(one -> one.scoredBy(scoring)).toList();
    return Standings.rank(entrants, book, CATALOGUE);
  }

  private static Row row(Standings standings, String id) {
    return Objects.requireNonNull(standings.row(id));
  }

  private static List<String> drawn(Standings standings) {
    return standings.rows().stream()
        .map(
            row ->
                (row.ranked() ? "" + row.rank() : "-")
                    + (row.shared() ? "= " : " ")
                    + row.entrant().id())
        .toList();
  }

  private static RuleBook shared() {
    return book(0, "1", TieBreak.SHARED);
  }

  private static RuleBook book(int decimals, String points, TieBreak tieBreak) {
    return new RuleBook(List.of(sales(points)), List.of(), decimals, tieBreak, BigDecimal.ZERO);
  }

  private static Line sales(String points) {
    return new Line(
        "sales", new Conversion.PerUnit(new BigDecimal(points)), BigDecimal.ONE, null, null);
  }
}
