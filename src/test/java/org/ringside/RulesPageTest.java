package org.ringside;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.metric.Gate;
import org.ringside.metric.Rational;
import org.ringside.scoring.Conversion;
import org.ringside.scoring.Line;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;
import org.ringside.scoring.Scoring;
import org.ringside.scoring.TieBreak;
import org.ringside.standing.Entrant;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/** What docs/rules.md tells people is what the server does. */
class RulesPageTest {
  private static final Page PAGE = Page.read("rules.md");
  private static final Catalogue CATALOGUE = Catalogue.of("CNY");
  private static final String NONE = "–";

  static Stream<Map<String, String>> names() {
    return PAGE.rows("names");
  }

  @ParameterizedTest
  @MethodSource("names")
  void period_is_called_as_the_page_says(Map<String, String> row) {
    var calendar =
        new ServiceCalendar(
            ZoneId.of(cell(row, "zone")),
            LocalTime.parse(cell(row, "day starts")),
            DayOfWeek.MONDAY,
            Integer.parseInt(cell(row, "month starts")));
    Instant moment = OffsetDateTime.parse(cell(row, "moment")).toInstant();
    Period period = Objects.requireNonNull(Period.of(cell(row, "period")));
    assertThat(calendar.nameOf(period, moment)).isEqualTo(cell(row, "is called"));
  }

  static Stream<Map<String, String>> rates() {
    return PAGE.rows("rates");
  }

  @ParameterizedTest
  @MethodSource("rates")
  void two_days_together_are_sum_over_sum(Map<String, String> row) {
    Counters both = counters(cell(row, "first day"));
    both.addAll(counters(cell(row, "second day")));
    Rational value = Objects.requireNonNull(CATALOGUE.find(cell(row, "metric"))).value(both);
    String together = value == null ? "no value" : value.roundHalfUp(6).toPlainString();
    assertThat(together).isEqualTo(cell(row, "together"));
  }

  static Stream<Map<String, String>> points() {
    return PAGE.rows("points");
  }

  @ParameterizedTest
  @MethodSource("points")
  void line_is_worth_what_the_page_says(Map<String, String> row) {
    String cap = cell(row, "cap");
    var line =
        new Line(
            cell(row, "metric"),
            conversion(cell(row, "conversion")),
            new BigDecimal(cell(row, "weight")),
            cap.equals(NONE) ? null : new BigDecimal(cap),
            null);
    Score score = scoring(RuleBook.of(3, line)).score(counters(cell(row, "counters")));
    assertThat(((Score.Ranked) score).displayed()).isEqualTo(new BigDecimal(cell(row, "points")));
  }

  static Stream<Map<String, String>> rounding() {
    return PAGE.rows("rounding");
  }

  @ParameterizedTest
  @MethodSource("rounding")
  void score_is_shown_as_the_page_says(Map<String, String> row) {
    RuleBook book = worth(cell(row, "sum of lines"), Integer.parseInt(cell(row, "decimals")));
    var score = (Score.Ranked) scoring(book).score(counters("sales 1"));
    assertThat(score.displayed()).isEqualTo(new BigDecimal(cell(row, "shown")));
  }

  static Stream<Map<String, String>> gates() {
    return PAGE.rows("gates");
  }

  @ParameterizedTest
  @MethodSource("gates")
  void gate_is_met_or_not_as_the_page_says(Map<String, String> row) {
    String[] gate = cell(row, "gate").split(" ", -1);
    var line =
        new Line(
            "csat",
            conversion("linear 3 to 4.5 gives 100"),
            BigDecimal.ONE,
            null,
            gate.length < 2 ? null : new Gate(gate[0], Long.parseLong(gate[1])));
    Score score = scoring(RuleBook.of(0, line)).score(counters(cell(row, "counters")));
    String result =
        switch (score) {
          case Score.Ranked ranked -> "ranked";
          case Score.NotYet notYet -> "not yet ranked: " + notYet.have() + " of " + notYet.need();
          case Score.NotTakingPart absent -> "not taking part";
        };
    assertThat(result).isEqualTo(cell(row, "result"));
  }

  static Stream<Map<String, String>> ranks() {
    return PAGE.rows("ranks");
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void ranks_and_winners_are_as_the_page_says(Map<String, String> row) {
    int decimals = Integer.parseInt(cell(row, "decimals"));
    var entrants = new ArrayList<Entrant>();
    for (String exact : cell(row, "scores, exact").split(" ", -1)) {
      Counters played = counters("sales 1");
      Score score = scoring(worth(exact, decimals)).score(played);
      entrants.add(new Entrant("e" + entrants.size(), score, played));
    }
    var standings = Standings.rank(entrants, worth("1", decimals), CATALOGUE);
    List<String> ranks = standings.rows().stream().map(Row::rank).map(String::valueOf).toList();
    assertThat(String.join(" ", ranks)).isEqualTo(cell(row, "ranks"));
    assertThat(standings.winners()).hasSize(Integer.parseInt(cell(row, "winners")));
  }

  private static Scoring scoring(RuleBook book) {
    return new Scoring(book, CATALOGUE);
  }

  /** A rule book by which one sale is worth exactly that. */
  private static RuleBook worth(String points, int decimals) {
    var line =
        new Line(
            "sales", new Conversion.PerUnit(new BigDecimal(points)), BigDecimal.ONE, null, null);
    return new RuleBook(List.of(line), List.of(), decimals, TieBreak.SHARED, BigDecimal.ZERO);
  }

  private static Conversion conversion(String words) {
    String[] word = words.split(" ", -1);
    return word[0].equals("linear")
        ? new Conversion.Linear(
            new BigDecimal(word[1]), new BigDecimal(word[3]), new BigDecimal(word[5]))
        : new Conversion.PerUnit(new BigDecimal(word[0]));
  }

  private static Counters counters(String words) {
    var counters = new Counters();
    for (String counter : words.split(", ", -1)) {
      String[] word = counter.split(" ", -1);
      counters.add(word[0], Long.parseLong(word[1]));
    }
    return counters;
  }

  private static String cell(Map<String, String> row, String head) {
    return Objects.requireNonNull(row.get(head), head);
  }
}
