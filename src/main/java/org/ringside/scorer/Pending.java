package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/**
 * What was booked and is not in the tables yet: differences to add to them, and which of the sheets
 * in memory have to be put there as they are. Not thread-safe.
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
  final Set<SheetKey> sheetsToPut = new HashSet<>();
  final Map<StrangerKey, Sightings> strangers = new HashMap<>();
  final List<Late> late = new ArrayList<>();

  Counters tally(TallyKey key) {
    return tallies.computeIfAbsent(key, k -> new Counters());
  }

  Counters sheet(int number, Place place) {
    return sheetsToAdd.computeIfAbsent(new SheetKey(number, place), k -> new Counters());
  }

  /** What is to be added at each place, of collections that were booked for one window alone. */
  Map<Place, Counters> byPlace() {
    Map<Place, Counters> byPlace = HashMap.newHashMap(sheetsToAdd.size());
    sheetsToAdd.forEach((key, counters) -> byPlace.put(key.place(), counters));
    return byPlace;
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
    return tallies.isEmpty()
        && sheetsToAdd.isEmpty()
        && sheetsToPut.isEmpty()
        && strangers.isEmpty()
        && late.isEmpty();
  }
}
