package org.ringside.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Metric;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;

/** Ranked rows, the unranked after them. Immutable. */
public final class Standings {
  private final List<Row> rows;
  private final BigDecimal floor;

  /** Made when first asked for; whoever makes it makes the same. */
  private @Nullable Map<String, Row> byId;

  private Standings(List<Row> rows, BigDecimal floor) {
    this.rows = List.copyOf(rows);
    this.floor = floor;
  }

  /** Ranks the entrants, whose scores must all come from that rule book. */
  public static Standings rank(Collection<Entrant> entrants, RuleBook book, Catalogue catalogue) {
    String tieBreakId = book.tieBreak().metric();
    Metric tieBreak = tieBreakId == null ? null : catalogue.find(tieBreakId);
    SortKey[] keys =
        entrants.stream().map(entrant -> SortKey.of(entrant, tieBreak)).toArray(SortKey[]::new);
    Arrays.sort(keys);
    return new Standings(rowsOf(keys, tieBreakId, book.decimals()), book.floor());
  }

  /** All rows from the top, the ranked first. */
  public List<Row> rows() {
    return rows;
  }

  /** The row of that entrant, or null if it does not compete. */
  public @Nullable Row row(String entrantId) {
    Map<String, Row> index = byId;
    if (index == null) {
      index = indexed(rows);
      byId = index;
    }
    return index.get(entrantId);
  }

  /** Unmodifiable, and so safe to be seen by another thread without a lock. */
  private static Map<String, Row> indexed(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.entrant().id(), Function.identity()));
  }

  /** Who is first, with more than the floor (R17): none, one, or all that share the rank. */
  public List<Row> winners() {
    return rows.stream().takeWhile(row -> row.rank() == 1).filter(this::aboveFloor).toList();
  }

  private boolean aboveFloor(Row row) {
    return row.entrant().score() instanceof Score.Ranked ranked
        && ranked.displayed().compareTo(floor) > 0;
  }

  private static List<Row> rowsOf(SortKey[] keys, @Nullable String tieBreak, int decimals) {
    boolean[] level = levelWithAbove(keys);
    var rows = new ArrayList<Row>(keys.length);
    int first = 0;
    for (int place = 0; place < keys.length; place++) {
      first = level[place] ? first : place;
      rows.add(
          keys[place].ranked()
              ? ranked(keys, level, place, first, tieBreak, decimals)
              : new Row(place, 0, keys[place].entrant(), false, null, null));
    }
    return rows;
  }

  /** For each place, whether nothing tells it from the one above; one more at the end is not. */
  private static boolean[] levelWithAbove(SortKey[] keys) {
    var level = new boolean[keys.length + 1];
    for (int place = 1; place < keys.length; place++) {
      level[place] = keys[place].levelWith(keys[place - 1]);
    }
    return level;
  }

  /** A row, where {@code first} is the place of the first that shares its rank. */
  private static Row ranked(
      SortKey[] keys,
      boolean[] level,
      int place,
      int first,
      @Nullable String tieBreak,
      int decimals) {
    SortKey key = keys[place];
    return new Row(
        place,
        first + 1,
        key.entrant(),
        level[place] || level[place + 1],
        parted(keys, level, place) || parted(keys, level, place + 1) ? tieBreak : null,
        first == 0
            ? null
            : BigDecimal.valueOf(keys[first - 1].displayed() - key.displayed(), decimals));
  }

  /** Whether the tie-break stands between this place and the one above. */
  private static boolean parted(SortKey[] keys, boolean[] level, int place) {
    return place > 0
        && place < keys.length
        && keys[place].ranked()
        && keys[place - 1].displayed() == keys[place].displayed()
        && !level[place];
  }
}
