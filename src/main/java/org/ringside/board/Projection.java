package org.ringside.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.standing.Row;
import org.ringside.standing.Standings;

/**
 * Standings as one audience sees them, with the board made from them, at one position. Immutable
 * but for the pages that it remembers, which are everybody's of that audience.
 */
final class Projection {
  /** Encoded pages remembered; a crowd asks for the same few. */
  private static final int MAX_PAGES = 64;

  private final Standings standings;
  private final Sight sight;
  private final Board board;
  private final long version;
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  /** Made when first asked for; whoever makes it makes the same. */
  private @Nullable List<Row> winners;

  Projection(Standings standings, Sight sight, Board board, long version) {
    this.standings = standings;
    this.sight = sight;
    this.board = board;
    this.version = version;
  }

  Board board() {
    return board;
  }

  Sight sight() {
    return sight;
  }

  /** Competitors in all, also those that this audience does not see. */
  int total() {
    return standings.rows().size();
  }

  /** Whether somebody is not named to it. */
  boolean hidesSome() {
    return sight.named() < total();
  }

  /** The rows that it sees. */
  List<Row> rows() {
    return standings.rows().subList(0, sight.shown());
  }

  /** Who is first (R17) and named; under a tie that may be many, so they are found once. */
  List<Row> winners() {
    List<Row> known = winners;
    if (known == null) {
      known = standings.winners().stream().filter(sight::names).toList();
      winners = known;
    }
    return known;
  }

  /** Names the content: the same tag, the same answer, and no tag of another audience. */
  String tag() {
    return board.epoch() + "-" + version;
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
