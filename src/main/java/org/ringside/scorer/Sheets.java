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
 * contests run over it. Not thread-safe: lives on the scorer's loop, blank ones with whoever fills
 * them.
 */
final class Sheets {
  private final int number;
  private final Window window;
  private final Instant graceEnd;
  private final Map<Place, Cell> cells = new HashMap<>();
  private final Map<Competitors, Map<Integer, Sum>> sums = new EnumMap<>(Competitors.class);
  private final List<ContestField> contests = new ArrayList<>();
  private List<Cell> unwritten = new ArrayList<>();

  /** What is booked at a place. */
  private static final class Cell {
    final Place place;
    final Counters counters = new Counters();
    final List<Sum> sums = new ArrayList<>(2);
    boolean unwritten;

    Cell(Place place) {
      this.place = place;
    }
  }

  /** What a competitor has in all its places, and who wants to know. */
  private static final class Sum {
    final List<Entry> entries = new ArrayList<>(2);
    Counters counters = new Counters();
  }

  /** A competitor's part in one contest. */
  static final class Entry {
    private final ContestField contest;
    private final int competitor;
    private final String id;
    private final Sum sum;
    private boolean moved;

    private Entry(ContestField contest, int competitor, Sum sum) {
      this.contest = contest;
      this.competitor = competitor;
      this.id = Integer.toString(competitor);
      this.sum = sum;
    }

    /** Number of the team or agent. */
    int competitor() {
      return competitor;
    }

    /** The number as standings have it. */
    String id() {
      return id;
    }

    /** A copy of what the competitor has; empty where nothing was booked. */
    Counters counters() {
      return sum.counters.copy();
    }

    /** Tells the contest, unless it knows. */
    void move() {
      if (!moved) {
        moved = true;
        contest.moved(this);
      }
    }

    /** The contest has taken note, and wants to be told of the next. */
    void noted() {
      moved = false;
    }
  }

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
    Competitors kind = contest.contest().competitors();
    if (!sums.containsKey(kind)) {
      sums.put(kind, new HashMap<>());
      cells.values().forEach(cell -> sumUp(kind, cell));
    }
  }

  /** Lets a contest go that leaves memory. */
  void detach(ContestField contest) {
    contests.remove(contest);
    sumsOf(contest).values().forEach(sum -> leave(sum, contest));
  }

  private static void leave(Sum sum, ContestField contest) {
    sum.entries.removeIf(entry -> entry.contest.equals(contest));
  }

  private void sumUp(Competitors kind, Cell cell) {
    int competitor = kind.at(cell.place);
    if (competitor != 0) {
      Sum sum = sum(kind, competitor);
      cell.sums.add(sum);
      sum.counters.addAll(cell.counters);
    }
  }

  private Sum sum(Competitors kind, int competitor) {
    return Objects.requireNonNull(sums.get(kind), "attached")
        .computeIfAbsent(competitor, c -> new Sum());
  }

  /** From now on tells a contest, which is attached, when this competitor moves. */
  Entry follow(ContestField contest, int competitor) {
    Sum sum = sum(contest.contest().competitors(), competitor);
    var entry = new Entry(contest, competitor, sum);
    sum.entries.add(entry);
    return entry;
  }

  void unfollow(ContestField contest, int competitor) {
    leave(sum(contest.contest().competitors(), competitor), contest);
  }

  private Map<Integer, Sum> sumsOf(ContestField contest) {
    return Objects.requireNonNull(sums.get(contest.contest().competitors()), "attached");
  }

  /** Adds the counters that take amounts booked at a place, and tells the contests who moved. */
  void open(Place place, List<Counters> targets) {
    Cell cell = cell(place);
    if (!cell.unwritten) {
      cell.unwritten = true;
      unwritten.add(cell);
    }
    open(cell, targets);
  }

  private Cell cell(Place place) {
    Cell known = cells.get(place);
    if (known != null) {
      return known;
    }
    var cell = new Cell(place);
    cells.put(place, cell);
    sums.keySet().forEach(kind -> sumUp(kind, cell));
    return cell;
  }

  private static void open(Cell cell, List<Counters> targets) {
    targets.add(cell.counters);
    for (int i = 0; i < cell.sums.size(); i++) {
      Sum sum = cell.sums.get(i);
      targets.add(sum.counters);
      for (int k = 0; k < sum.entries.size(); k++) {
        sum.entries.get(k).move();
      }
    }
  }

  /** Adds counters that are in the tables already, or that the caller adds there as well. */
  void add(Place place, Counters counters) {
    var targets = new ArrayList<Counters>(3);
    open(cell(place), targets);
    targets.forEach(target -> target.addAll(counters));
  }

  /** Whether something is booked that {@link #takeUnwritten()} has not handed over yet. */
  boolean anyUnwritten() {
    return !unwritten.isEmpty();
  }

  /** Copies of what was booked on since this was last called, to be put in the tables. */
  Map<Place, Counters> takeUnwritten() {
    List<Cell> taken = unwritten;
    unwritten = new ArrayList<>();
    Map<Place, Counters> copies = HashMap.newHashMap(taken.size());
    for (Cell cell : taken) {
      cell.unwritten = false;
      copies.put(cell.place, cell.counters.copy());
    }
    return copies;
  }

  /** A copy of all that is on the sheets, places without counts left out. */
  Map<Place, Counters> content() {
    Map<Place, Counters> content = HashMap.newHashMap(cells.size());
    cells.forEach(
        (place, cell) -> {
          if (!cell.counters.isEmpty()) {
            content.put(place, cell.counters.copy());
          }
        });
    return content;
  }

  /** Replaces everything on the sheets, by what the tables hold. */
  void refill(Map<Place, Counters> content) {
    cells.clear();
    unwritten.clear();
    for (Map<Integer, Sum> kind : sums.values()) {
      for (Sum sum : kind.values()) {
        sum.counters = new Counters();
        sum.entries.forEach(Entry::move);
      }
    }
    content.forEach(this::add);
  }
}
