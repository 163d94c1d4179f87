package org.ringside.standing;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;

/**
 * Ranked rows, the unranked after them. Immutable; a row is made when it is asked for, because of
 * ten thousand a screen shows a hundred.
 */
public final class Standings {
  private final SortKey[] keys;
  private final boolean[] level;
  private final int[] first;
  private final RuleBook book;
  private final List<Row> rows = new Rows();

  /** Made when first asked for; whoever makes it makes the same. */
  private @Nullable Map<String, Integer> places;

  /**
   * @param keys in their order; not changed any more
   */
  Standings(SortKey[] keys, RuleBook book) {
    this.keys = keys;
    this.book = book;
    this.level = levelWithAbove(keys);
    this.first = firstOfRank(level);
  }

  /** Ranks the entrants, whose scores must all come from that rule book. */
  public static Standings rank(Collection<Entrant> entrants, RuleBook book, Catalogue catalogue) {
    var ranking = new Ranking(book, catalogue);
    entrants.forEach(ranking::put);
    return ranking.standings();
  }

  /** All rows from the top, the ranked first. */
  public List<Row> rows() {
    return rows;
  }

  /** The row of that entrant, or null if it does not compete. */
  public @Nullable Row row(String entrantId) {
    Integer place = placeOf(entrantId);
    return place == null ? null : rows.get(place);
  }

  /** How many are ranked: the first rows are theirs. */
  public int ranked() {
    int from = 0;
    int to = keys.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (keys[middle].ranked()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** How many have that rank or a better one: more than the rank says where the last is shared. */
  public int upToRank(int rank) {
    int rows = Math.min(rank, ranked());
    while (rows > 0 && level[rows]) {
      rows++;
    }
    return rows;
  }

  /** Index of an entrant's row, or null if it does not compete. */
  public @Nullable Integer placeOf(String entrantId) {
    Map<String, Integer> index = places;
    if (index == null) {
      index = indexed(keys);
      places = index;
    }
    return index.get(entrantId);
  }

  /** Unmodifiable, and so safe to be seen by another thread without a lock. */
  private static Map<String, Integer> indexed(SortKey[] keys) {
    Map<String, Integer> index = HashMap.newHashMap(keys.length);
    for (int place = 0; place < keys.length; place++) {
      index.put(keys[place].entrant().id(), place);
    }
    return Collections.unmodifiableMap(index);
  }

  /** Who is first, with more than the floor (R17): none, one, or all that share the rank. */
  public List<Row> winners() {
    return rows.stream().takeWhile(row -> row.rank() == 1).filter(this::aboveFloor).toList();
  }

  private boolean aboveFloor(Row row) {
    return row.entrant().score() instanceof Score.Ranked ranked
        && ranked.displayed().compareTo(book.floor()) > 0;
  }

  /**
   * For each place, whether nothing tells it from the one above; one more at the end is not. Only
   * of the ranked: the others have no rank to share.
   */
  private static boolean[] levelWithAbove(SortKey[] keys) {
    var level = new boolean[keys.length + 1];
    for (int place = 1; place < keys.length && keys[place].ranked(); place++) {
      level[place] = keys[place].levelWith(keys[place - 1]);
    }
    return level;
  }

  /** For each place, the first that shares its rank. */
  private static int[] firstOfRank(boolean[] level) {
    var first = new int[level.length];
    for (int place = 1; place < level.length; place++) {
      first[place] = level[place] ? first[place - 1] : place;
    }
    return first;
  }

  private Row row(int place) {
    SortKey key = keys[place];
    return key.ranked() ? ranked(key, place) : new Row(place, 0, key.entrant(), false, null, null);
  }

  private Row ranked(SortKey key, int place) {
    return new Row(
        place,
        first[place] + 1,
        key.entrant(),
        level[place] || level[place + 1],
        parted(place) || parted(place + 1) ? book.tieBreak().metric() : null,
        first[place] == 0 ? null : gap(keys[first[place] - 1], key));
  }

  private BigDecimal gap(SortKey better, SortKey mine) {
    return BigDecimal.valueOf(better.displayed() - mine.displayed(), book.decimals());
  }

  /** Whether the tie-break stands between this place and the one above. */
  private boolean parted(int place) {
    return place > 0
        && place < keys.length
        && keys[place].ranked()
        && keys[place - 1].displayed() == keys[place].displayed()
        && !level[place];
  }

  /** The rows, each made when it is read. */
  private final class Rows extends AbstractList<Row> implements RandomAccess {
    @Override
    public Row get(int place) {
      return row(Objects.checkIndex(place, keys.length));
    }

    @Override
    public int size() {
      return keys.length;
    }
  }
}
