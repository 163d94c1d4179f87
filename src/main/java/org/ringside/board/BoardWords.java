package org.ringside.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.contest.State;
import org.ringside.floor.Floor;
import org.ringside.scoring.NextStep;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * What one board shows, its card and its rows, each worded anew only when something in it changed:
 * of a hundred rows few move between two frames. Lives on the scorer's loop.
 */
public final class BoardWords {
  private final Contest contest;
  private final Scoring scoring;
  private final Map<State, String> cards = new EnumMap<>(State.class);
  private Map<String, Worded> last = Map.of();

  /** A row with all that its words depend on. */
  private record Worded(Row row, @Nullable String gap, Floor floor, BoardRow words) {
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

  public BoardWords(Contest contest, Scoring scoring) {
    this.contest = contest;
    this.scoring = scoring;
  }

  Contest contest() {
    return contest;
  }

  /** The contest with the state that it is in. */
  String card(Instant now) {
    return cards.computeIfAbsent(
        contest.state(now), state -> BoardPublisher.cardOf(contest, now).encode());
  }

  /** The first rows of the standings, at most {@link Board#MAX_ROWS}. */
  List<BoardRow> rows(Standings standings, Floor floor) {
    int shown = Math.min(standings.rows().size(), Board.MAX_ROWS);
    Map<String, Worded> now = HashMap.newHashMap(shown);
    var rows = new ArrayList<BoardRow>(shown);
    for (Row row : standings.rows().subList(0, shown)) {
      Worded worded = worded(standings, row, floor);
      now.put(row.entrant().id(), worded);
      rows.add(worded.words());
    }
    last = now;
    return List.copyOf(rows);
  }

  private Worded worded(Standings standings, Row row, Floor floor) {
    String gap = RowJson.gap(standings, row);
    Worded before = last.get(row.entrant().id());
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
