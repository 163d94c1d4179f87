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
 * <p>A server holds a hundred thousand of these, so each has nothing but its amounts: the names are
 * shared with all that have the same, and a copy shares the amounts with its original until one of
 * the two writes to them. Copying is the writer's to do; a copy that nobody writes to may be read
 * by other threads.
 */
public final class Counters {
  private static final long[] NOTHING = {};

  private Names names = Names.NONE;
  private long[] amounts = NOTHING;
  private boolean shared;

  public Counters() {}

  private Counters(Counters other) {
    names = other.names;
    amounts = other.amounts;
    shared = true;
  }

  /** Counters of a map, as tests and stored rows have them. */
  public static Counters of(Map<String, Long> amounts) {
    var counters = new Counters();
    amounts.forEach(counters::add);
    return counters;
  }

  /** The amount of a counter; 0 if nothing was ever added. */
  public long get(String name) {
    int place = names.placeOf(name);
    return place < 0 ? 0 : amounts[place];
  }

  /** Adds an amount, which may be negative. */
  public void add(String name, long amount) {
    if (amount == 0) {
      return;
    }
    int place = names.placeOf(name);
    if (place < 0) {
      place = claim(name);
    } else {
      own();
    }
    amounts[place] = Math.addExact(amounts[place], amount);
  }

  /** Adds every counter of the other, which is copied from and so is the caller's to write to. */
  public void addAll(Counters other) {
    if (amounts.length == 0) {
      names = other.names;
      amounts = other.amounts;
      shared = true;
      other.shared = true;
    } else {
      other.forEach(this::add);
    }
  }

  /** Takes every counter of the other away. */
  public void subtractAll(Counters other) {
    other.forEach((name, amount) -> add(name, Math.negateExact(amount)));
  }

  /** Visits what is not zero, in the order of the names. */
  public void forEach(ObjLongConsumer<String> visitor) {
    Names all = names; // whoever is added to itself must not chase its own growth
    long[] now = amounts;
    for (int place = 0; place < now.length; place++) {
      if (now[place] != 0) {
        visitor.accept(all.at(place), now[place]);
      }
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
    for (long amount : amounts) {
      if (amount != 0) {
        return false;
      }
    }
    return true;
  }

  /** What is counted now; what either of the two counts later, the other does not have. */
  public Counters copy() {
    shared = true;
    return new Counters(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Counters counters && has(counters) && counters.has(this);
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int place = 0; place < amounts.length; place++) {
      if (amounts[place] != 0) {
        hash += names.at(place).hashCode() * 31 ^ Long.hashCode(amounts[place]);
      }
    }
    return hash;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }

  @SuppressWarnings("ReferenceEquality") // names are shared where they are the same
  private boolean has(Counters other) {
    if (names == other.names) {
      return Arrays.equals(amounts, other.amounts);
    }
    for (int place = 0; place < other.amounts.length; place++) {
      if (other.amounts[place] != get(other.names.at(place))) {
        return false;
      }
    }
    return true;
  }

  private void own() {
    if (shared) {
      amounts = amounts.clone();
      shared = false;
    }
  }

  /** Makes room for a name, and says where. */
  private int claim(String name) {
    names = names.with(name);
    int place = names.placeOf(name);
    long[] wider = new long[names.size()];
    System.arraycopy(amounts, 0, wider, 0, place);
    System.arraycopy(amounts, place, wider, place + 1, amounts.length - place);
    amounts = wider;
    shared = false;
    return place;
  }
}
