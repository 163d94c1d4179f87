package org.ringside.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counters by name. Additive and exact: what was added can be subtracted and leaves no trace, and a
 * counter of zero is the same as none. Overflow is an {@link ArithmeticException}, never a wrong
 * number. Not safe for threads: one writer owns it.
 *
 * <p>Two arrays with linear probing, because a server holds a hundred thousand of these; a HashMap
 * would take five times the room.
 */
public final class Counters {
  private static final int SMALLEST = 8;

  private @Nullable String[] names = new String[SMALLEST];
  private long[] amounts = new long[SMALLEST];
  private int used;

  public Counters() {}

  private Counters(Counters other) {
    names = other.names.clone();
    amounts = other.amounts.clone();
    used = other.used;
  }

  /** Counters of a map, as tests and stored rows have them. */
  public static Counters of(Map<String, Long> amounts) {
    var counters = new Counters();
    amounts.forEach(counters::add);
    return counters;
  }

  /** The amount of a counter; 0 if nothing was ever added. */
  public long get(String name) {
    int slot = slotOf(name);
    return names[slot] == null ? 0 : amounts[slot];
  }

  /** Adds an amount, which may be negative. */
  public void add(String name, long amount) {
    if (amount == 0) {
      return;
    }
    int slot = slotOf(name);
    if (names[slot] == null) {
      slot = claim(name, slot);
    }
    amounts[slot] = Math.addExact(amounts[slot], amount);
  }

  /** Adds every counter of the other. */
  public void addAll(Counters other) {
    other.forEachUnordered(this::add);
  }

  /** Takes every counter of the other away. */
  public void subtractAll(Counters other) {
    other.forEachUnordered((name, amount) -> add(name, Math.negateExact(amount)));
  }

  /** Visits what is not zero, in the order of the names. */
  public void forEach(ObjLongConsumer<String> visitor) {
    String[] sorted = sortedNames();
    for (String name : sorted) {
      visitor.accept(name, get(name));
    }
  }

  /** What is not zero, in the order of the names. */
  public Map<String, Long> toMap() {
    var map = new LinkedHashMap<String, Long>();
    forEach(map::put);
    return map;
  }

  /** True if every counter is zero. */
  public boolean isEmpty() {
    for (int slot = 0; slot < names.length; slot++) {
      if (amounts[slot] != 0) {
        return false;
      }
    }
    return true;
  }

  public Counters copy() {
    return new Counters(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Counters counters && has(counters) && counters.has(this);
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int slot = 0; slot < names.length; slot++) {
      String name = names[slot];
      if (name != null && amounts[slot] != 0) {
        hash += name.hashCode() * 31 ^ Long.hashCode(amounts[slot]);
      }
    }
    return hash;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }

  private boolean has(Counters other) {
    for (int slot = 0; slot < other.names.length; slot++) {
      String name = other.names[slot];
      if (name != null && other.amounts[slot] != get(name)) {
        return false;
      }
    }
    return true;
  }

  private void forEachUnordered(ObjLongConsumer<String> visitor) {
    // Fixed at the start: adding a counters' own contents to itself must not chase its growth.
    @Nullable String[] theirNames = names;
    long[] theirAmounts = amounts;
    for (int slot = 0; slot < theirNames.length; slot++) {
      String name = theirNames[slot];
      if (name != null && theirAmounts[slot] != 0) {
        visitor.accept(name, theirAmounts[slot]);
      }
    }
  }

  private String[] sortedNames() {
    var sorted = new String[used];
    int count = 0;
    for (int slot = 0; slot < names.length; slot++) {
      String name = names[slot];
      if (name != null && amounts[slot] != 0) {
        sorted[count++] = name;
      }
    }
    String[] present = Arrays.copyOf(sorted, count);
    Arrays.sort(present);
    return present;
  }

  /** The slot of that name, or the free one where it belongs. */
  private int slotOf(String name) {
    int mask = names.length - 1;
    int hash = name.hashCode();
    int slot = (hash ^ hash >>> 16) & mask;
    while (names[slot] != null && !name.equals(names[slot])) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int claim(String name, int free) {
    int slot = free;
    if ((used + 1) * 4 > names.length * 3) {
      grow();
      slot = slotOf(name);
    }
    names[slot] = name;
    used++;
    return slot;
  }

  private void grow() {
    @Nullable String[] oldNames = names;
    long[] oldAmounts = amounts;
    names = new String[oldNames.length * 2];
    amounts = new long[oldNames.length * 2];
    for (int old = 0; old < oldNames.length; old++) {
      String name = oldNames[old];
      if (name != null) {
        int slot = slotOf(name);
        names[slot] = name;
        amounts[slot] = oldAmounts[old];
      }
    }
  }
}
