package org.ringside.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringside.contest.Shanghai.at;
import static org.ringside.contest.Shanghai.series;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R21. */
class SeriesTest {
  private static final Instant WEDNESDAY = at("2026-11-18T12:00");

  @Test
  void weekly_series_has_this_week_and_announces_the_next() {
    assertThat(periods(series(Cadence.WEEK, WEDNESDAY).due(WEDNESDAY)))
        .containsExactly("2026-W47", "2026-W48");
  }

  @Test
  void monthly_series_has_this_month_and_announces_the_next() {
    assertThat(periods(series(Cadence.MONTH, WEDNESDAY).due(at("2026-12-31T23:59"))))
        .containsExactly("2026-12", "2027-01");
  }

  @Test
  void week_turns_exactly_at_its_end() {
    Series series = series(Cadence.WEEK, WEDNESDAY);
    assertThat(periods(series.due(at("2027-01-03T23:59")))).containsExactly("2026-W53", "2027-W01");
    assertThat(periods(series.due(at("2027-01-04T00:00")))).containsExactly("2027-W01", "2027-W02");
  }

  @Test
  void windows_of_a_series_meet_without_gap_or_overlap() {
    List<NewContest> year = series(Cadence.WEEK, WEDNESDAY).due(WEDNESDAY, at("2027-11-18T12:00"));
    assertThat(year).hasSize(54);
    for (int i = 1; i < year.size(); i++) {
      assertThat(year.get(i).period().window().start())
          .isEqualTo(year.get(i - 1).period().window().end());
    }
  }

  @Test
  void weeks_missed_while_the_server_was_away_are_due_as_well() {
    assertThat(
            periods(
                series(Cadence.WEEK, WEDNESDAY)
                    .due(at("2026-11-30T00:00"), at("2026-12-16T09:00"))))
        .containsExactly("2026-W49", "2026-W50", "2026-W51", "2026-W52");
  }

  @Test
  void nothing_is_due_from_before_the_series_was_made() {
    assertThat(periods(series(Cadence.WEEK, WEDNESDAY).due(at("2026-10-01T00:00"), WEDNESDAY)))
        .containsExactly("2026-W47", "2026-W48");
  }

  @Test
  void contest_of_a_series_bears_its_name_and_number() {
    NewContest due = series(Cadence.WEEK, WEDNESDAY).due(WEDNESDAY).getFirst();
    assertThat(due.name()).isEqualTo("班组周赛");
    assertThat(due.series()).isEqualTo(3);
    assertThat(due.numbered(17, Shanghai.CATALOGUE).period()).isEqualTo("2026-W47");
  }

  @Test
  void series_of_dates_is_none() {
    assertThatThrownBy(() -> series(Cadence.DATES, WEDNESDAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> periods(List<NewContest> contests) {
    return contests.stream().map(contest -> contest.period().name()).toList();
  }
}
