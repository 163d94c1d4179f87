package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.ringside.audit.Act;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.fact.Logged;
import org.ringside.floor.Edited;
import org.ringside.floor.Floor;
import org.ringside.floor.FloorChange;
import org.ringside.floor.FloorSql;
import org.ringside.floor.Rebooking;
import org.ringside.floor.RosterEdit;
import org.ringside.floor.RosterOutcome;
import org.ringside.floor.RosterReceipt;
import org.ringside.frame.FieldError;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;

/**
 * Changes the floor between two commits: what the change moves is taken back at its old place and
 * booked at its new one, in the transaction that writes the roster. Contests whose grace has ended
 * are left as they were (R5).
 */
final class RosterChange {
  /** Faults that are named, as of any roster. */
  private static final int MOST_BACK = 100;

  private final Shard shard;
  private final Checkpointer checkpointer;
  private final BoardPace pace;
  private final LogScan scan;

  RosterChange(Shard shard, Checkpointer checkpointer, BoardPace pace) {
    this.shard = shard;
    this.checkpointer = checkpointer;
    this.pace = pace;
    this.scan = new LogScan(shard);
  }

  /** To be run as a command: the log is at rest meanwhile. */
  Future<RosterOutcome> change(int organisation, RosterEdit edit, boolean dryRun, Act act) {
    Scorebook book = shard.book(organisation);
    return switch (edit.edit(book.floor(), shard.clock.instant())) {
      case Edited.Refused refused ->
          Future.succeededFuture(new RosterOutcome.Refused(refused.faults()));
      case Edited.Accepted accepted -> {
        List<FieldError> back = back(book, accepted.after());
        yield back.isEmpty()
            ? change(book, accepted.after(), dryRun, act)
            : Future.succeededFuture(new RosterOutcome.Refused(back));
      }
    };
  }

  /** A roster from elsewhere may still list somebody who was anonymised here. */
  private static List<FieldError> back(Scorebook book, Floor after) {
    return after.agents().stream()
        .filter(agent -> book.floor().agent(agent.no()) == null && book.gone().isGone(agent.code()))
        .limit(MOST_BACK)
        .map(
            agent ->
                new FieldError(
                    "agents[" + agent.code() + "]",
                    "nobody who was anonymised; leave the row out",
                    ""))
        .toList();
  }

  private Future<RosterOutcome> change(Scorebook book, Floor after, boolean dryRun, Act act) {
    Floor before = book.floor();
    var moved = new Moved(book, before, after, shard.clock.instant());
    return checkpointer
        .flush(book)
        .compose(
            flushed -> dryRun ? dryRun(book, before, after, moved) : write(book, after, moved, act))
        .map(done -> new RosterOutcome.Changed(before, after, moved.facts));
  }

  private Future<Void> dryRun(Scorebook book, Floor before, Floor after, Moved moved) {
    return scan(
        book,
        before,
        after,
        moved,
        () -> {
          moved.pending.takeTallies();
          return Future.succeededFuture();
        });
  }

  private Future<Void> scan(
      Scorebook book, Floor before, Floor after, Moved moved, Supplier<Future<Void>> afterPortion) {
    List<Rebooking> rebookings = FloorChange.between(before, after).rebookings();
    if (rebookings.isEmpty()) {
      return Future.succeededFuture();
    }
    long from = rebookings.stream().mapToLong(r -> r.span().fromMs()).min().orElseThrow();
    long to = rebookings.stream().mapToLong(r -> r.span().toMs()).max().orElseThrow();
    Set<String> subjects = new HashSet<>();
    Set<String> queues = new HashSet<>();
    rebookings.forEach(
        rebooking -> {
          subjects.addAll(rebooking.subjects());
          queues.addAll(rebooking.queues());
        });
    return scan.inForce(
        book.number(),
        Times.bounded(from),
        Times.bounded(to),
        facts -> {
          facts.forEach(
              logged -> {
                Fact fact = logged.fact();
                if (fact != null
                    && (subjects.contains(logged.subject()) || queues.contains(fact.queue()))) {
                  moved.look(logged, fact);
                }
              });
          return afterPortion.get();
        });
  }

  private Future<Void> write(Scorebook book, Floor after, Moved moved, Act act) {
    Floor before = book.floor();
    return shard
        .inTransaction(
            book,
            other -> {
              var spill = new Spill(other, book, moved.pending);
              return FloorSql.write(other, book.number(), before, after)
                  .compose(written -> scan(book, before, after, moved, spill::portion))
                  .compose(scanned -> spill.end())
                  .compose(spilt -> told(book, before, after, moved.facts))
                  .compose(told -> shard.note(other, book, act.to(told)));
            })
        .onSuccess(
            written -> {
              book.follow(after);
              moved.pending.sheetsToAdd.forEach(
                  (key, counters) -> {
                    Sheets sheets = book.sheets(key.sheets());
                    if (sheets != null) {
                      sheets.add(key.place(), counters);
                    }
                  });
              book.desks().values().forEach(desk -> desk.field().markChanged());
              pace.moved(book, 0);
            });
  }

  /** The differences in words, made by a worker: there may be ten thousand. */
  private Future<JsonObject> told(Scorebook book, Floor before, Floor after, long facts) {
    var changed = new RosterOutcome.Changed(before, after, facts);
    ServiceCalendar calendar = book.organisation().calendar();
    return shard
        .workers
        .executeBlocking(() -> RosterReceipt.write(changed, false, calendar))
        .map(Objects::requireNonNull);
  }

  /** The facts that the two floors place differently, as differences to add. */
  private static final class Moved {
    private final Pending pending = new Pending();
    private final Booker old;
    private final Booker anew;
    private long facts;

    Moved(Scorebook book, Floor before, Floor after, Instant now) {
      List<Sheets> open = book.openSheets(now);
      old = book.dryBooker(before, pending, open);
      anew = book.dryBooker(after, pending, open);
    }

    void look(Logged logged, Fact fact) {
      long atMs = fact.timeMs();
      boolean spread = fact.type() == FactType.AGENT_STATE || fact.type() == FactType.SHIFT_PLANNED;
      if (spread || !old.places(logged, fact, atMs).equals(anew.places(logged, fact, atMs))) {
        old.book(logged, -1, logged.receivedMs());
        anew.book(logged, 1, logged.receivedMs());
        facts++;
      }
    }
  }
}
