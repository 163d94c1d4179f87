package org.ringside.metric;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of some counters, in their order. Agents on one floor have the same few sets of names,
 * so whoever has the same names shares them: a place then holds its amounts alone, and a name is
 * looked up where it was looked up for everybody else. Immutable for those who read; safe for
 * threads.
 */
final class Names {
  private static final Pool EVERYBODY = new Pool(5_000);

  static final Names NONE = EVERYBODY.none;

  private final Pool pool;
  private final String[] sorted;

  /** Linear probing; a name stands at the slot of its place. */
  private final @Nullable String[] table;

  private final int[] places;
  private final ConcurrentMap<String, Names> withOneMore = new ConcurrentHashMap<>(1);

  /**
   * The sets that are shared. A floor of ten thousand agents was seen to meet some five hundred,
   * most of them on the way to a larger one; a source may bring names without end, so both the
   * number of sets and their size are bounded.
   */
  static final class Pool {
    /**
     * More names than the catalogue has counters for one place; whoever has more has them alone.
     */
    private static final int LARGEST = 64;

    private final int most;
    private final ConcurrentMap<List<String>, Names> sets = new ConcurrentHashMap<>();
    private final Names none = new Names(this, new String[0]);

    /**
     * @param most sets; when there are more, all are forgotten, and shared again as they are met
     */
    Pool(int most) {
      this.most = most;
    }

    Names none() {
      return none;
    }

    int size() {
      return sets.size();
    }

    private Names of(String[] sorted) {
      if (sets.size() >= most) {
        none.withOneMore.clear();
        sets.clear();
      }
      return sets.computeIfAbsent(List.of(sorted), absent -> new Names(this, sorted));
    }
  }

  private Names(Pool pool, String[] sorted) {
    this.pool = pool;
    this.sorted = sorted;
    this.table = new String[Integer.highestOneBit(sorted.length + 1) * 4];
    this.places = new int[table.length];
    for (int place = 0; place < sorted.length; place++) {
      int slot = slotOf(sorted[place]);
      table[slot] = sorted[place];
      places[slot] = place;
    }
  }

  int size() {
    return sorted.length;
  }

  /** The name at a place, from 0 on. */
  String at(int place) {
    return sorted[place];
  }

  /** The place of a name; −1 if it is not among them. */
  int placeOf(String name) {
    int slot = slotOf(name);
    return table[slot] == null ? -1 : places[slot];
  }

  /** The slot of that name, or the free one where it would be. */
  private int slotOf(String name) {
    int mask = table.length - 1;
    int hash = name.hashCode();
    int slot = (hash ^ hash >>> 16) & mask;
    while (table[slot] != null && !name.equals(table[slot])) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** These and a name that is not among them. */
  Names with(String name) {
    Names known = withOneMore.get(name);
    if (known != null) {
      return known;
    }
    if (sorted.length >= Pool.LARGEST) {
      return new Names(pool, extended(name));
    }
    String own = name.intern(); // found by being the same object, where the booking names it
    Names longer = pool.of(extended(own));
    withOneMore.put(own, longer);
    return longer;
  }

  private String[] extended(String name) {
    String[] longer = Arrays.copyOf(sorted, sorted.length + 1);
    longer[sorted.length] = name;
    Arrays.sort(longer);
    return longer;
  }
}
