package org.ringside.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Audience;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Team;
import org.ringside.frame.Principal;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * The standings that everybody reads (R18), and what each audience sees of them (R30). The one
 * gate: whatever shows standings to somebody asks {@link #seenBy}.
 */
public final class Published {
  private final RowWords words;
  private final Standings standings;
  private final Floor floor;
  private final Map<Audience, Projection> projections = new EnumMap<>(Audience.class);
  private final long version;

  /**
   * @param boards one for each audience with a view of its own
   * @param version rises with every publication, also where only rows beyond the boards' changed
   */
  Published(
      RowWords words, Standings standings, Floor floor, Map<Audience, Board> boards, long version) {
    this.words = words;
    this.standings = standings;
    this.floor = floor;
    this.version = version;
    boards.forEach(
        (audience, board) -> {
          Sight sight = Sight.of(contest(), audience, standings);
          projections.put(audience, new Projection(standings, sight, board, version));
        });
  }

  /**
   * Standings that nobody watches live, for whoever asks: without the rows of a feed.
   *
   * @param epochs gives a name for this incarnation, another one each time
   */
  public static Published past(
      int organisation, RowWords words, Standings standings, Floor floor, Supplier<String> epochs) {
    String id = words.contest().id();
    int total = standings.rows().size();
    Map<Audience, Board> boards = new EnumMap<>(Audience.class);
    for (Audience audience : words.contest().audiences().apart()) {
      String epoch = epochs.get();
      boards.put(audience, new Board(organisation, id, audience, epoch, 0, "", total, List.of()));
    }
    return new Published(words, standings, floor, boards, 0);
  }

  Contest contest() {
    return words.contest();
  }

  Standings standings() {
    return standings;
  }

  /** The organisation and the contest that it is of, as the staff's board says. */
  Board board() {
    return projection(Audience.STAFF).board();
  }

  /** Of an audience that has a view of its own. */
  private Projection projection(Audience audience) {
    return Objects.requireNonNull(projections.get(audience), audience::wire);
  }

  /** What somebody sees of it; null if they may not watch it. */
  @Nullable View seenBy(Principal who) {
    var viewer = new Viewer(contest(), floor, who);
    if (!viewer.mayWatch()) {
      return null;
    }
    Audience view = contest().audiences().sharedBy(viewer.audience());
    return new View(this, projection(view), viewer);
  }

  /** Whether it is at least as new as another of the same board. */
  boolean follows(Published other) {
    return version >= other.version;
  }

  /** Whether who may see what can differ from another of the same board. */
  @SuppressWarnings("ReferenceEquality") // a floor is replaced as a whole
  boolean isOfAnotherFloor(@Nullable Published other) {
    return other == null || floor != other.floor;
  }

  /** Whether own rows are told apart from the board. */
  boolean hasOwnRows() {
    return projections.containsKey(Audience.FLOOR);
  }

  /**
   * The row of somebody who sees the floor's board.
   *
   * @param before what it was last
   */
  OwnRow ownRow(Principal who, OwnRow before) {
    Integer own = new Viewer(contest(), floor, who).own();
    Row row = own == null ? null : standings.row(Integer.toString(own));
    if (row == null) {
      return OwnRow.NONE;
    }
    RowWords.Worded worded = words.word(standings, row, floor, before.row());
    return new OwnRow(worded, placeOnBoard(row));
  }

  private @Nullable String placeOnBoard(Row row) {
    List<BoardRow> rows = projection(Audience.FLOOR).board().rows();
    return row.place() < rows.size() ? rows.get(row.place()).id() : null;
  }

  /** Where a competitor stands in the rows, null if it takes no part. */
  @Nullable Integer indexOf(String code) {
    Integer number = null;
    if (contest().competitors() == Competitors.TEAM) {
      Team team = floor.team(code);
      number = team == null ? null : team.no();
    } else {
      Agent agent = floor.agent(code);
      number = agent == null ? null : agent.no();
    }
    return number == null ? null : standings.placeOf(Integer.toString(number));
  }

  /** Code and name of the competitor in a row. */
  Competitor competitor(Row row) {
    return Competitor.of(contest(), floor, number(row));
  }

  /** Number of the competitor in a row. */
  static int number(Row row) {
    return Integer.parseInt(row.entrant().id());
  }
}
