package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/**
 * What was booked and is not in the tables yet, as differences to add to them. Sheets in memory
 * know by themselves what of them is not written. Not thread-safe.
 */
final class Pending {
  /**
   * Counters of a window at one place.
   *
   * @param sheets see {@link Sheets#number}
   */
  record SheetKey(int sheets, Place place) {}

  /** A spelling of an agent that no alias knows. */
  record StrangerKey(String source, String subject) {}

  /** A fact that came after a contest's grace. */
  record Late(int contest, long seq) {}

  /** How many more facts a stranger has, and when they happened. */
  static final class Sightings {
    long facts;
    long firstMs = Long.MAX_VALUE;
    long lastMs = Long.MIN_VALUE;

    void add(long count, long atMs) {
      facts += count;
      firstMs = Math.min(firstMs, atMs);
      lastMs = Math.max(lastMs, atMs);
    }
  }

  final Map<TallyKey, Counters> tallies = new HashMap<>();
  final Map<SheetKey, Counters> sheetsToAdd = new HashMap<>();
  final Map<StrangerKey, Sightings> strangers = new HashMap<>();
  final List<Late> late = new ArrayList<>();

  Counters tally(TallyKey key) {
    return tallies.computeIfAbsent(key, k -> new Counters());
  }

  Counters sheet(int number, Place place) {
    return sheetsToAdd.computeIfAbsent(new SheetKey(number, place), k -> new Counters());
  }

  /** All that sheets hold, to be added to tables that have nothing of them. */
  static Pending ofSheets(int number, Map<Place, Counters> content) {
    var all = new Pending();
    content.forEach((place, counters) -> all.sheet(number, place).addAll(counters));
    return all;
  }

  void stranger(String source, String subject, int count, long atMs) {
    strangers
        .computeIfAbsent(new StrangerKey(source, subject), k -> new Sightings())
        .add(count, atMs);
  }

  /** Hands over the tallies, to be written before the rest. */
  Pending takeTallies() {
    var taken = new Pending();
    taken.tallies.putAll(tallies);
    tallies.clear();
    return taken;
  }

  boolean isEmpty() {
    return tallies.isEmpty() && sheetsToAdd.isEmpty() && strangers.isEmpty() && late.isEmpty();
  }
}
