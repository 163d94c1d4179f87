package org.ringside.scorer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringside.calendar.Window;
import org.ringside.contest.Competitors;
import org.ringside.contest.Contest;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;

/**
 * The sheets of one window: counters per place, and per competitor the sum of its places. Contests
 * of the same window and grace share them, so that a fact is booked once per window however many
 * contests run over it. Not thread-safe; lives on the scorer's loop.
 */
final class Sheets {
  private final int number;
  private final Window window;
  private final Instant graceEnd;
  private final Map<Place, Counters> cells = new HashMap<>();
  private final Map<Competitors, Sums> sums = new EnumMap<>(Competitors.class);
  private final List<ContestField> contests = new ArrayList<>();

  /** What the competitors of one kind have in all, and the contests that want to know. */
  private record Sums(
      Map<Integer, Counters> counters, Map<Integer, List<ContestField>> followers) {}

  private Sheets(int number, Window window, Instant graceEnd) {
    this.number = number;
    this.window = window;
    this.graceEnd = graceEnd;
  }

  /** Empty ones, kept under that contest's number. */
  static Sheets of(Contest first) {
    return of(first, first.number());
  }

  /**
   * Empty ones of a contest's window.
   *
   * @param keptUnder see {@link #number}
   */
  static Sheets of(Contest one, int keptUnder) {
    return new Sheets(keptUnder, one.window(), one.graceEnd());
  }

  /** The same window with nothing in it and without contests: to be filled by other means. */
  Sheets blank() {
    return new Sheets(number, window, graceEnd);
  }

  /** The contest under whose number they are stored. */
  int number() {
    return number;
  }

  Window window() {
    return window;
  }

  /** Whether a contest counts exactly what these count. */
  boolean fit(Contest contest) {
    return window.equals(contest.window()) && graceEnd.equals(contest.graceEnd());
  }

  /** Whether a change that came in then no longer moves them (R5). */
  boolean closedAt(Instant received) {
    return !received.isBefore(graceEnd);
  }

  /** The contests that count by them. */
  List<ContestField> contests() {
    return contests;
  }

  void attach(ContestField contest) {
    contests.add(contest);
    sums.computeIfAbsent(contest.contest().competitors(), this::summed);
  }

  /** Lets a contest go that leaves memory. */
  void detach(ContestField contest) {
    contests.remove(contest);
    followers(contest).values().forEach(following -> following.remove(contest));
  }

  private Sums summed(Competitors kind) {
    var summed = new HashMap<Integer, Counters>();
    cells.forEach(
        (place, counters) -> {
          int competitor = kind.at(place);
          if (competitor != 0) {
            summed.computeIfAbsent(competitor, c -> new Counters()).addAll(counters);
          }
        });
    return new Sums(summed, new HashMap<>());
  }

  /** From now on tells a contest, which is attached, when this competitor moves. */
  void follow(ContestField contest, int competitor) {
    followers(contest).computeIfAbsent(competitor, c -> new ArrayList<>(2)).add(contest);
  }

  void unfollow(ContestField contest, int competitor) {
    List<ContestField> following = followers(contest).get(competitor);
    if (following != null) {
      following.remove(contest);
    }
  }

  private Map<Integer, List<ContestField>> followers(ContestField contest) {
    return Objects.requireNonNull(sums.get(contest.contest().competitors()), "attached")
        .followers();
  }

  /** Adds the counters that take amounts booked at a place, and tells the contests who moved. */
  void open(Place place, List<Counters> targets) {
    targets.add(cells.computeIfAbsent(place, p -> new Counters()));
    sums.forEach((kind, sum) -> open(kind.at(place), sum, targets));
  }

  private static void open(int competitor, Sums sum, List<Counters> targets) {
    if (competitor == 0) {
      return;
    }
    targets.add(sum.counters().computeIfAbsent(competitor, c -> new Counters()));
    for (ContestField contest : sum.followers().getOrDefault(competitor, List.of())) {
      contest.moved(competitor);
    }
  }

  /** Adds counters that were booked elsewhere: from a checkpoint, or by a roster change. */
  void add(Place place, Counters counters) {
    var targets = new ArrayList<Counters>(3);
    open(place, targets);
    targets.forEach(target -> target.addAll(counters));
  }

  /** A copy of what is booked at a place. */
  Counters at(Place place) {
    Counters cell = cells.get(place);
    return cell == null ? new Counters() : cell.copy();
  }

  /** A copy of what a competitor has; empty where nothing was booked. */
  Counters of(Competitors kind, int competitor) {
    Sums all = sums.get(kind);
    Counters sum = all == null ? null : all.counters().get(competitor);
    return sum == null ? new Counters() : sum.copy();
  }

  /** A copy of all that is on the sheets, places without counts left out. */
  Map<Place, Counters> content() {
    Map<Place, Counters> content = HashMap.newHashMap(cells.size());
    cells.forEach(
        (place, counters) -> {
          if (!counters.isEmpty()) {
            content.put(place, counters.copy());
          }
        });
    return content;
  }

  /** Replaces everything on the sheets. */
  void refill(Map<Place, Counters> content) {
    cells.clear();
    sums.values().forEach(sum -> sum.counters().clear());
    contests.forEach(ContestField::forget);
    content.forEach(this::add);
  }
}
