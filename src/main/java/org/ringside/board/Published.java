package org.ringside.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.Team;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * The standings that everybody reads (R18) with the board made from them, at one position.
 * Immutable but for the pages that it remembers.
 */
public final class Published {
  /** Encoded pages remembered; a crowd asks for the same few. */
  private static final int MAX_PAGES = 64;

  private final Contest contest;
  private final Standings standings;
  private final Floor floor;
  private final Board board;
  private final long version;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  /** Made when first asked for; whoever makes it makes the same. */
  private @Nullable List<String> winners;

  /**
   * @param version rises with every publication, also where only rows beyond the board's changed
   */
  Published(Contest contest, Standings standings, Floor floor, Board board, long version) {
    this.version = version;
    this.contest = contest;
    this.standings = standings;
    this.floor = floor;
    this.board = board;
  }

  /**
   * Standings that nobody watches live, for whoever asks: without the rows of a feed.
   *
   * @param epoch names this incarnation
   */
  public static Published past(
      int organisation, Contest contest, Standings standings, Floor floor, String epoch) {
    String id = Integer.toString(contest.number());
    var board = new Board(organisation, id, epoch, 0, "", standings.rows().size(), List.of());
    return new Published(contest, standings, floor, board, 0);
  }

  public Contest contest() {
    return contest;
  }

  public Standings standings() {
    return standings;
  }

  public Board board() {
    return board;
  }

  /** Whether somebody may watch it: the one place at which that is decided. */
  boolean isFor(Principal who) {
    return new Concern(contest, floor).isWithin(who.reach(Permission.WATCH));
  }

  /** Names the content: the same tag, the same answer. */
  String tag() {
    return board.epoch() + "-" + version;
  }

  /** Where a competitor stands in the rows, null if it takes no part. */
  @Nullable Integer indexOf(String code) {
    Integer number = null;
    if (contest.competitors() == Competitors.TEAM) {
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
    return Competitor.of(contest, floor, Integer.parseInt(row.entrant().id()));
  }

  /** Codes of who is first (R17); under a tie that may be many, so they are found once. */
  List<String> winners() {
    List<String> known = winners;
    if (known == null) {
      known = standings.winners().stream().map(row -> competitor(row).id()).toList();
      winners = known;
    }
    return known;
  }

  String page(String key, Supplier<String> encoder) {
    String known = pages.get(key);
    if (known != null) {
      return known;
    }
    String made = encoder.get();
    if (pages.size() < MAX_PAGES) {
      pages.put(key, made);
    }
    return made;
  }
}
