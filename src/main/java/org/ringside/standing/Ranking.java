package org.ringside.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Metric;
import org.ringside.scoring.RuleBook;

/**
 * Entrants in their order, while some of them move: whoever moved is taken out and put in at its
 * new place, and nobody else is looked at. The standings are the same as if all were sorted anew.
 * Not thread-safe; the standings that it gives are.
 */
public final class Ranking {
  private static final SortKey[] NOBODY = {};

  private final RuleBook book;
  private final @Nullable Metric tieBreak;
  private final Map<String, SortKey> keys = new HashMap<>();
  private final List<SortKey> fresh = new ArrayList<>();
  private SortKey[] sorted = NOBODY;
  private boolean someoneLeft;

  /** For entrants whose scores all come from that rule book. */
  public Ranking(RuleBook book, Catalogue catalogue) {
    this.book = book;
    String metric = book.tieBreak().metric();
    this.tieBreak = metric == null ? null : catalogue.find(metric);
  }

  /** Takes an entrant in, or takes note of what it has now. */
  public void put(Entrant entrant) {
    SortKey key = SortKey.of(entrant, tieBreak);
    leave(keys.put(entrant.id(), key));
    fresh.add(key);
  }

  /** Lets an entrant go; nothing happens if it is not there. */
  public void remove(String entrantId) {
    leave(keys.remove(entrantId));
  }

  private void leave(@Nullable SortKey key) {
    if (key != null) {
      key.leave();
      someoneLeft = true;
    }
  }

  /** The standings as of now. */
  public Standings standings() {
    if (someoneLeft || !fresh.isEmpty()) {
      sorted = merged(present(Arrays.asList(sorted)), sortedFresh());
      someoneLeft = false;
    }
    return new Standings(sorted, book);
  }

  private SortKey[] sortedFresh() {
    SortKey[] added = present(fresh);
    Arrays.sort(added);
    fresh.clear();
    return added;
  }

  private static SortKey[] present(List<SortKey> some) {
    var present = new SortKey[some.size()];
    int count = 0;
    for (SortKey key : some) {
      if (key.present()) {
        present[count++] = key;
      }
    }
    return Arrays.copyOf(present, count);
  }

  /** Both in one order; few are added to many, so places are searched rather than walked to. */
  private static SortKey[] merged(SortKey[] many, SortKey[] few) {
    var all = new SortKey[many.length + few.length];
    int taken = 0;
    for (int i = 0; i < few.length; i++) {
      int place = -1 - Arrays.binarySearch(many, taken, many.length, few[i]);
      System.arraycopy(many, taken, all, taken + i, place - taken);
      all[place + i] = few[i];
      taken = place;
    }
    System.arraycopy(many, taken, all, taken + few.length, many.length - taken);
    return all;
  }
}
