package org.ringside.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Metric;
import org.ringside.scoring.RuleBook;
import org.ringside.scoring.Score;

/** Ranked rows, the unranked after them. Immutable. */
public final class Standings {
  private final List<Row> rows;
  private final BigDecimal floor;
  private final Map<String, Row> byId;

  private Standings(List<Row> rows, BigDecimal floor) {
    this.rows = List.copyOf(rows);
    this.floor = floor;
    this.byId = HashMap.newHashMap(rows.size());
    rows.forEach(row -> byId.put(row.entrant().id(), row));
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
    return byId.get(entrantId);
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
    var rows = new ArrayList<Row>(keys.length);
    int first = 0;
    for (int place = 0; place < keys.length; place++) {
      if (place > 0 && !keys[place].levelWith(keys[place - 1])) {
        first = place;
      }
      rows.add(rowOf(keys, place, first, tieBreak, decimals));
    }
    return rows;
  }

  /** A row, where {@code first} is the place of the first that shares its rank. */
  private static Row rowOf(
      SortKey[] keys, int place, int first, @Nullable String tieBreak, int decimals) {
    SortKey key = keys[place];
    if (!key.ranked()) {
      return new Row(place, 0, key.entrant(), false, null, null);
    }
    boolean below = place + 1 < keys.length && key.levelWith(keys[place + 1]);
    return new Row(
        place,
        first + 1,
        key.entrant(),
        place > first || below,
        decided(keys, place) ? tieBreak : null,
        first == 0
            ? null
            : BigDecimal.valueOf(keys[first - 1].displayed() - key.displayed(), decimals));
  }

  /** Whether the tie-break stands between this row and the one above or below it. */
  private static boolean decided(SortKey[] keys, int place) {
    return (place > 0 && decidedBetween(keys[place - 1], keys[place]))
        || (place + 1 < keys.length && decidedBetween(keys[place], keys[place + 1]));
  }

  private static boolean decidedBetween(SortKey better, SortKey worse) {
    return worse.ranked() && better.displayed() == worse.displayed() && !better.levelWith(worse);
  }
}
