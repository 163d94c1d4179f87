package org.ringside.scorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/** What was booked since the last checkpoint: differences to add to the tables. Not thread-safe. */
final class Pending {
  /** Counters of a contest at one place. */
  record SheetKey(int contest, Place place) {}

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
  final Map<SheetKey, Counters> sheets = new HashMap<>();
  final Map<StrangerKey, Sightings> strangers = new HashMap<>();
  final List<Late> late = new ArrayList<>();

  Counters tally(TallyKey key) {
    return tallies.computeIfAbsent(key, k -> new Counters());
  }

  Counters sheet(int contest, Place place) {
    return sheets.computeIfAbsent(new SheetKey(contest, place), k -> new Counters());
  }

  void stranger(String source, String subject, int count, long atMs) {
    strangers
        .computeIfAbsent(new StrangerKey(source, subject), k -> new Sightings())
        .add(count, atMs);
  }

  boolean isEmpty() {
    return tallies.isEmpty() && sheets.isEmpty() && strangers.isEmpty() && late.isEmpty();
  }

  /** Rows that a checkpoint of this would touch. */
  int size() {
    return tallies.size() + sheets.size() + strangers.size() + late.size();
  }

  /** Takes over what another one holds, for a checkpoint that failed and will be tried again. */
  void addAll(Pending other) {
    other.tallies.forEach((key, counters) -> tally(key).addAll(counters));
    other.sheets.forEach((key, counters) -> sheet(key.contest(), key.place()).addAll(counters));
    other.strangers.forEach(
        (key, more) -> {
          Sightings mine = strangers.computeIfAbsent(key, k -> new Sightings());
          mine.add(more.facts, more.firstMs);
          mine.add(0, more.lastMs);
        });
    late.addAll(other.late);
  }
}
