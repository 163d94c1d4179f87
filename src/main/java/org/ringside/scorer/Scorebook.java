package org.ringside.scorer;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.contest.Series;
import org.ringside.fact.Incoming;
import org.ringside.fact.Receipt;
import org.ringside.fact.Replayed;
import org.ringside.floor.Floor;
import org.ringside.metric.Catalogue;
import org.ringside.metric.Counters;
import org.ringside.organisation.Organisation;
import org.ringside.person.GoneSpellings;
import org.ringside.source.Source;

/**
 * All that is in memory of one organisation. It can be thrown away and loaded again at any time.
 * Lives on the scorer's loop.
 */
final class Scorebook {
  private Organisation organisation;
  private final Catalogue catalogue;
  private final Map<Integer, Source> sources = new TreeMap<>();
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private final Map<Integer, Heartbeat> heartbeats = new HashMap<>();
  private final Map<Integer, ContestDesk> desks = new LinkedHashMap<>();
  private final Map<Integer, Sheets> windows = new LinkedHashMap<>();
  private final Map<Integer, Series> series = new LinkedHashMap<>();
  private final Set<Integer> heardSinceCheckpoint = new HashSet<>();
  private Floor floor;
  private final GoneSpellings gone;
  private Instant since = Times.EVER;
  private Pending pending = new Pending();
  private Booker booker;
  private final Map<Integer, Instant> newestStarts = new HashMap<>();
  private int lastContest;
  private long lastSeq;
  private long position;

  /**
   * What was last heard of a source.
   *
   * @param untilMs watermark: the later of its newest fact and its last heartbeat, UTC milliseconds
   * @param seenMs when it last sent anything
   */
  record Heartbeat(long untilMs, long seenMs) {}

  /**
   * @param gone whom facts may not name any more
   */
  Scorebook(Organisation organisation, Floor floor, GoneSpellings gone) {
    this.organisation = organisation;
    this.catalogue = Catalogue.of(organisation.currency());
    this.floor = floor;
    this.gone = gone;
    this.booker = liveBooker();
  }

  Organisation organisation() {
    return organisation;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  int number() {
    return organisation.number();
  }

  Floor floor() {
    return floor;
  }

  /** Whom facts may not name any more. */
  GoneSpellings gone() {
    return gone;
  }

  /** Since when facts are kept, {@link Times#EVER} where all are. */
  Instant since() {
    return since;
  }

  /** Books nothing any more at instants of before; what is booked there is in the tables. */
  void keepSince(Instant horizon) {
    since = horizon;
    booker = liveBooker();
  }

  /** The receipt of a fact that is not taken, whatever is known by its id; null for any other. */
  @Nullable Receipt refusal(Incoming fact) {
    return fact.timeMs() < since.toEpochMilli()
        ? Receipt.tooOld(fact, since)
        : gone.refusal(fact, floor);
  }

  /** Moves to another floor; what it moves has been booked anew already. */
  void follow(Floor next) {
    floor = next;
    booker = liveBooker();
    desks.values().forEach(desk -> desk.field().followRoster(next));
  }

  /**
   * Up to where in the log everything is in memory. Positions beyond it may have been given to
   * facts whose commit is under way: a checkpoint must not count those as its own.
   */
  long position() {
    return position;
  }

  /**
   * Positions for facts that are about to be appended, one after the other.
   *
   * @return the first of them
   */
  long takeSeqs(int count) {
    long first = lastSeq + 1;
    lastSeq += count;
    return first;
  }

  /** Everything up to there is booked. */
  void reached(long seq) {
    position = Math.max(position, seq);
    lastSeq = Math.max(lastSeq, position);
  }

  void apply(Replayed replayed) {
    booker.apply(replayed);
  }

  /** A booker that only notes differences and leaves the sheets in memory alone. */
  Booker dryBooker(Floor by, Pending into, Iterable<Sheets> windows) {
    return anewBooker(organisation, by, into, windows);
  }

  /** The same under settings to come. */
  Booker anewBooker(Organisation under, Floor by, Pending into, Iterable<Sheets> windows) {
    return new Booker(under, since, by, sources, windows, into, Booker.Into.TABLES);
  }

  /** A booker that fills blank sheets and nothing else, by what is known now: for any thread. */
  Booker sheetBooker(Sheets blank) {
    return new Booker(
        organisation,
        since,
        floor,
        Map.copyOf(sources),
        List.of(blank),
        new Pending(),
        Booker.Into.SHEETS);
  }

  private Booker liveBooker() {
    return new Booker(
        organisation, since, floor, sources, windows.values(), pending, Booker.Into.MEMORY);
  }

  Pending pending() {
    return pending;
  }

  /** Whether a checkpoint would write nothing. */
  boolean allWritten() {
    return pending.isEmpty() && windows.values().stream().noneMatch(Sheets::anyUnwritten);
  }

  /** Hands over what is pending for a checkpoint, and begins a new collection. */
  Checkpoint takeCheckpoint() {
    Pending taken = pending;
    pending = new Pending();
    booker = liveBooker();
    Map<Pending.SheetKey, Counters> sheets = new HashMap<>();
    for (Sheets window : windows.values()) {
      window
          .takeUnwritten()
          .forEach(
              (place, counters) ->
                  sheets.put(new Pending.SheetKey(window.number(), place), counters));
    }
    return new Checkpoint(taken, sheets, position);
  }

  Map<Integer, ContestDesk> desks() {
    return desks;
  }

  List<Contest> contests() {
    return desks.values().stream().map(desk -> desk.field().contest()).toList();
  }

  @Nullable ContestDesk desk(int contest) {
    return desks.get(contest);
  }

  Map<Integer, Series> series() {
    return series;
  }

  /** Takes settings that move no counter. */
  void rename(Organisation changed) {
    organisation = changed;
  }

  /** Contest numbers rise for ever, also past contests that are no longer in memory. */
  int nextContestNumber() {
    return ++lastContest;
  }

  void lastContestNumber(int known) {
    lastContest = Math.max(lastContest, known);
  }

  void enter(ContestDesk desk) {
    Contest contest = desk.field().contest();
    desks.put(contest.number(), desk);
    windows.put(desk.field().sheets().number(), desk.field().sheets());
    lastContestNumber(contest.number());
    if (contest.series() != null) {
      newestStarts.merge(
          contest.series(), contest.window().start(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  /** Contests that ended so long before that they are asked for in the database. */
  List<ContestDesk> longOver(Instant before) {
    return desks.values().stream()
        .filter(desk -> desk.field().contest().graceEnd().isBefore(before))
        .filter(desk -> !desk.field().sheets().anyUnwritten())
        .toList();
  }

  /** Lets a contest go that is long over, and its sheets with the last contest of its window. */
  void leave(ContestDesk desk) {
    Sheets sheets = desk.field().sheets();
    desks.remove(desk.field().contest().number());
    sheets.detach(desk.field());
    if (sheets.contests().isEmpty()) {
      windows.remove(sheets.number());
    }
  }

  /** Start of the newest contest of a series, or when the series was made. */
  Instant newestStart(Series of) {
    return newestStarts.getOrDefault(of.number(), of.since());
  }

  boolean hasContest(int ofSeries, Instant start) {
    Instant newest = newestStarts.get(ofSeries);
    return newest != null && !start.isAfter(newest);
  }

  /** Whether a series has to open a contest: its newest one, opened ahead, has begun. */
  boolean anyDue(Instant now) {
    return series.values().stream().anyMatch(one -> !newestStart(one).isAfter(now));
  }

  void add(Source source) {
    sources.put(source.number(), source);
    sourceNumbers.put(source.name(), source.number());
  }

  /** Forgets a source that could not be written. */
  void remove(Source source) {
    sources.remove(source.number());
    sourceNumbers.remove(source.name());
  }

  Map<Integer, Source> sources() {
    return sources;
  }

  Map<String, Integer> sourceNumbers() {
    return sourceNumbers;
  }

  int nextSourceNumber() {
    return sources.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
  }

  @Nullable Heartbeat heartbeat(int source) {
    return heartbeats.get(source);
  }

  /** Notes that a source was heard; its watermark never moves back. */
  void heard(int source, long untilMs, long nowMs) {
    heartbeats.merge(
        source,
        new Heartbeat(untilMs, nowMs),
        (old, now) ->
            new Heartbeat(Math.max(old.untilMs(), now.untilMs()), Math.max(old.seenMs(), nowMs)));
    heardSinceCheckpoint.add(source);
  }

  /** What was heard of these is still to be written. */
  void stillHeard(Set<Integer> sources) {
    heardSinceCheckpoint.addAll(sources);
  }

  Set<Integer> takeHeard() {
    Set<Integer> heard = Set.copyOf(heardSinceCheckpoint);
    heardSinceCheckpoint.clear();
    return heard;
  }

  /** Sheets whose grace has not ended: the only ones that a change still moves (R5). */
  List<Sheets> openSheets(Instant now) {
    return windows.values().stream().filter(sheets -> !sheets.closedAt(now)).toList();
  }

  /** The sheets of that number, see {@link Sheets#number}; null if they are not in memory. */
  @Nullable Sheets sheets(int number) {
    return windows.get(number);
  }

  /** Open sheets that a contest can count by together with others; null if it needs its own. */
  @Nullable Sheets sheetsFor(Contest contest, Instant now) {
    return openSheets(now).stream().filter(sheets -> sheets.fit(contest)).findFirst().orElse(null);
  }
}
