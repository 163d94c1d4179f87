package org.ringside.scorer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.fact.Logged;
import org.ringside.fact.Replayed;
import org.ringside.floor.Floor;
import org.ringside.floor.Place;
import org.ringside.floor.Places;
import org.ringside.metric.Booking;
import org.ringside.metric.Counters;
import org.ringside.metric.Fact;
import org.ringside.metric.Scope;
import org.ringside.metric.Sink;
import org.ringside.organisation.Organisation;
import org.ringside.source.Source;

/**
 * Books logged facts: counters by the one {@link Booking}, each to the place that the floor gives
 * it at its instant (R8), into the tally of its service day and the sheets whose windows take it.
 * Live scoring, loading, roster changes and rebuilding all go through here. Nothing is booked, or
 * taken back, at an instant before that since when facts are kept: what was counted then is sealed.
 *
 * <p>Not thread-safe: holds the fact under its hands.
 */
final class Booker {
  /** Where amounts go. */
  enum Into {
    /** Tallies and sheets as differences to add to the tables. */
    TABLES,
    /** Tallies as differences, sheets in memory as they are. */
    MEMORY,
    /** Sheets in memory alone. */
    SHEETS
  }

  private final Booking booking;
  private final ServiceDays days;
  private final long sinceMs;
  private final Floor floor;
  private final Map<Integer, Source> sources;
  private final Iterable<Sheets> windows;
  private final Pending pending;
  private final Into into;
  private final Placing placing = new Placing();

  /**
   * @param since when facts are kept
   * @param sources by number; read anew for each fact
   * @param windows whose sheets may take facts; read anew for each fact
   * @param pending what is to be added to the tables
   */
  Booker(
      Organisation organisation,
      Instant since,
      Floor floor,
      Map<Integer, Source> sources,
      Iterable<Sheets> windows,
      Pending pending,
      Into into) {
    this.booking = new Booking(organisation.bookingRules());
    this.days = new ServiceDays(organisation.calendar());
    this.sinceMs = since.toEpochMilli();
    this.floor = floor;
    this.sources = sources;
    this.windows = windows;
    this.pending = pending;
    this.into = into;
  }

  /** Books a fact that was appended, and takes back the revision that it replaced. */
  void apply(Replayed replayed) {
    long receivedMs = replayed.fact().receivedMs();
    Logged prior = replayed.prior();
    if (prior != null) {
      book(prior, -1, receivedMs);
    }
    book(replayed.fact(), 1, receivedMs);
  }

  /**
   * @param sign 1 to book, -1 to take back what was booked
   * @param receivedMs when the change came in: after a contest's grace it no longer moves it (R5)
   */
  void book(Logged logged, int sign, long receivedMs) {
    Fact fact = logged.fact();
    if (fact == null) {
      return;
    }
    placing.begin(logged, fact, sign, receivedMs);
    booking.book(fact, placing);
    noteStranger(logged, fact, sign);
  }

  /** Notes that a fact in force leaves the log: nobody has to find out any more whose it was. */
  void forget(Logged logged) {
    Fact fact = logged.fact();
    if (fact != null) {
      noteStranger(logged, fact, -1);
    }
  }

  /** Where the amounts of a fact of this source belong at an instant. */
  Places places(Logged logged, Fact fact, long atMs) {
    return floor.places(sourceName(logged), logged.subject(), fact.queue(), atMs);
  }

  private String sourceName(Logged logged) {
    return Objects.requireNonNull(sources.get(logged.source()), "every source is loaded").name();
  }

  private void noteStranger(Logged logged, Fact fact, int sign) {
    String subject = logged.subject();
    if (subject != null && places(logged, fact, fact.timeMs()).own().agent() == 0) {
      pending.stranger(sourceName(logged), subject, sign, fact.timeMs());
    }
  }

  /** Finds, for each instant at which a fact books, the counters that take its amounts. */
  private final class Placing implements Sink {
    private final List<Counters> own = new ArrayList<>();
    private final List<Counters> ofQueue = new ArrayList<>();
    private boolean ownFound;
    private boolean ofQueueFound;
    private @Nullable Logged logged;
    private @Nullable Fact fact;
    private int sign;
    private long receivedMs;
    private long placedAtMs;
    private Places places = Places.NOWHERE;
    private @Nullable Counters tally;

    void begin(Logged logged, Fact fact, int sign, long receivedMs) {
      this.logged = logged;
      this.fact = fact;
      this.sign = sign;
      this.receivedMs = receivedMs;
      placedAtMs = Long.MIN_VALUE;
    }

    @Override
    public void add(String counter, long amount, long atMs) {
      if (atMs < sinceMs) {
        return;
      }
      if (atMs != placedAtMs) {
        placeAt(atMs);
      }
      List<Counters> targets =
          Scope.ofCounter(counter) == Scope.QUEUE ? queueTargets() : ownTargets();
      long signed = sign * amount;
      for (int i = 0; i < targets.size(); i++) {
        targets.get(i).add(counter, signed);
      }
    }

    private void placeAt(long atMs) {
      own.clear();
      ofQueue.clear();
      ownFound = false;
      ofQueueFound = false;
      tally = null;
      places = places(Objects.requireNonNull(logged), Objects.requireNonNull(fact), atMs);
      placedAtMs = atMs;
    }

    private List<Counters> ownTargets() {
      if (!ownFound) {
        ownFound = true;
        find(places.own(), own);
      }
      return own;
    }

    private List<Counters> queueTargets() {
      if (!ofQueueFound) {
        ofQueueFound = true;
        find(SheetPlaces.ofQueue(places), ofQueue);
      }
      return ofQueue;
    }

    private void find(Place onSheets, List<Counters> targets) {
      if (into != Into.SHEETS) {
        tally = tally == null ? pending.tally(tallyKey(Objects.requireNonNull(fact))) : tally;
        targets.add(tally);
      }
      for (Sheets sheets : windows) {
        if (sheets.window().contains(placedAtMs)) {
          findSheet(sheets, onSheets, targets);
        }
      }
    }

    private TallyKey tallyKey(Fact fact) {
      return new TallyKey(
          days.of(placedAtMs),
          places.own().agent(),
          places.own().team(),
          places.ofQueue().team(),
          Objects.requireNonNullElse(fact.queue(), ""),
          fact.direction(),
          fact.channel());
    }

    private void findSheet(Sheets sheets, Place place, List<Counters> targets) {
      if (sheets.closedAt(Instant.ofEpochMilli(receivedMs))) {
        noteLate(sheets, Objects.requireNonNull(logged));
        return;
      }
      if (into == Into.TABLES) {
        targets.add(pending.sheet(sheets.number(), place));
      } else {
        sheets.open(place, targets);
      }
    }

    /** The revision that a late one replaced came in time, and still counts. */
    private void noteLate(Sheets sheets, Logged logged) {
      if (sign < 0) {
        return;
      }
      for (ContestField contest : sheets.contests()) {
        pending.late.add(new Pending.Late(contest.contest().number(), logged.seq()));
      }
    }
  }
}
