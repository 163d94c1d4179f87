package org.ringside.board;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.floor.Floor;
import org.ringside.scoring.NextStep;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/** Words a row that says whose it is. Safe to share between threads. */
public record RowWords(Contest contest, Scoring scoring) {

  /** A row with all that its words depend on. */
  record Worded(Row row, @Nullable String gap, Floor floor, BoardRow words) {
    @SuppressWarnings("ReferenceEquality") // who did not move, and a floor, are the same objects
    boolean still(Row now, @Nullable String gapNow, Floor floorNow) {
      return row.entrant() == now.entrant()
          && floor == floorNow
          && row.rank() == now.rank()
          && row.shared() == now.shared()
          && Objects.equals(gap, gapNow)
          && Objects.equals(row.tieBreak(), now.tieBreak());
    }
  }

  /**
   * @param before how that competitor's row was worded last, null if it was not; the same again if
   *     nothing in it changed
   */
  Worded word(Standings standings, Row row, Floor floor, @Nullable Worded before) {
    String gap = RowJson.gap(standings, row);
    if (before != null && before.still(row, gap, floor)) {
      return before;
    }
    var competitor = Competitor.of(contest, floor, Integer.parseInt(row.entrant().id()));
    String json = RowJson.row(competitor, gap, row, nextStep(row)).encode();
    return new Worded(row, gap, floor, new BoardRow(competitor.id(), json));
  }

  /** What would pass the nearest better rank (R19). */
  private @Nullable NextStep nextStep(Row row) {
    BigDecimal gap = row.gapToNext();
    BigDecimal mine = RowJson.points(row);
    return gap == null || mine == null
        ? null
        : scoring.nextStep(row.entrant().counters(), mine.add(gap));
  }
}
