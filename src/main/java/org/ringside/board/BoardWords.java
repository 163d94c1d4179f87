package org.ringside.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.contest.State;
import org.ringside.floor.Floor;
import org.ringside.scoring.Scoring;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * What one board shows, its card and its rows, each worded anew only when something in it changed:
 * of a hundred rows few move between two frames. Lives on the scorer's loop.
 */
public final class BoardWords {
  private final RowWords words;
  private final Map<State, String> cards = new EnumMap<>(State.class);
  private Map<String, RowWords.Worded> last = Map.of();
  private Map<Nameless, BoardRow> lastNameless = Map.of();

  /** All that the words of a row depend on that is nobody's. */
  private record Nameless(
      int place, int rank, boolean shared, @Nullable String score, @Nullable String gap) {}

  public BoardWords(Contest contest, Scoring scoring) {
    this.words = new RowWords(contest, scoring);
  }

  /** Words single rows, for anybody. */
  RowWords ofRows() {
    return words;
  }

  Contest contest() {
    return words.contest();
  }

  /** The contest with the state that it is in. */
  String card(Instant now) {
    return cards.computeIfAbsent(
        contest().state(now), state -> BoardPublisher.cardOf(contest(), now).encode());
  }

  /** The first rows of the standings with their names, at most {@link Board#MAX_ROWS}. */
  List<BoardRow> rows(Standings standings, Floor floor) {
    int shown = Math.min(standings.rows().size(), Board.MAX_ROWS);
    Map<String, RowWords.Worded> now = HashMap.newHashMap(shown);
    var rows = new ArrayList<BoardRow>(shown);
    for (Row row : standings.rows().subList(0, shown)) {
      String entrant = row.entrant().id();
      RowWords.Worded worded = words.word(standings, row, floor, last.get(entrant));
      now.put(entrant, worded);
      rows.add(worded.words());
    }
    last = now;
    return List.copyOf(rows);
  }

  /**
   * Of these rows what is seen: those with a name as they are, and without one the others.
   *
   * @param named what {@link #rows} gave for the same standings
   */
  List<BoardRow> within(Sight sight, Standings standings, List<BoardRow> named) {
    int shown = Math.min(sight.shown(), named.size());
    int withName = Math.min(sight.named(), shown);
    if (withName == named.size()) {
      return named;
    }
    var rows = new ArrayList<BoardRow>(named.subList(0, withName));
    if (withName < shown) {
      addNameless(rows, standings, standings.rows().subList(withName, shown));
    }
    return List.copyOf(rows);
  }

  private void addNameless(List<BoardRow> rows, Standings standings, List<Row> hidden) {
    Map<Nameless, BoardRow> now = HashMap.newHashMap(hidden.size());
    for (Row row : hidden) {
      String gap = RowJson.gap(standings, row);
      var key = new Nameless(row.place(), row.rank(), row.shared(), RowJson.displayed(row), gap);
      BoardRow known = lastNameless.get(key);
      BoardRow worded = known != null ? known : nameless(gap, row);
      now.put(key, worded);
      rows.add(worded);
    }
    lastNameless = now;
  }

  private static BoardRow nameless(@Nullable String gap, Row row) {
    return new BoardRow(RowJson.placeId(row), RowJson.nameless(gap, row).encode());
  }
}
