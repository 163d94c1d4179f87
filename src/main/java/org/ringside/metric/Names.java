package org.ringside.metric;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of some counters, in their order. Agents on one floor have the same few sets of names,
 * so whoever has the same names shares them: a place then holds its amounts alone, and a name is
 * looked up where it was looked up for everybody else. Immutable and safe for threads.
 */
final class Names {
  /**
   * Sets that are shared, at most; whoever comes to yet another one has it alone. A floor meets
   * some hundreds, and one takes about a kilobyte.
   */
  private static final int MOST_SHARED = 20_000;

  private static final ConcurrentMap<List<String>, Names> SHARED = new ConcurrentHashMap<>();

  static final Names NONE = new Names(new String[0]);

  private final String[] sorted;

  /** Linear probing; a name stands at the slot of its place. */
  private final @Nullable String[] table;

  private final int[] places;
  private final ConcurrentMap<String, Names> withOneMore = new ConcurrentHashMap<>();

  private Names(String[] sorted) {
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
    return known == null ? extended(name.intern()) : known;
  }

  private Names extended(String name) {
    String[] longer = Arrays.copyOf(sorted, sorted.length + 1);
    longer[sorted.length] = name;
    Arrays.sort(longer);
    List<String> key = List.of(longer);
    if (SHARED.size() >= MOST_SHARED && !SHARED.containsKey(key)) {
      return new Names(longer);
    }
    Names names = SHARED.computeIfAbsent(key, absent -> new Names(longer));
    withOneMore.put(name, names);
    return names;
  }
}
