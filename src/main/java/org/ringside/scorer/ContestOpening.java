package org.ringside.scorer;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.ringside.audit.Act;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestJson;
import org.ringside.contest.ContestSql;
import org.ringside.contest.NewContest;
import org.ringside.contest.Rebuilt;
import org.ringside.floor.Place;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.metric.Counters;

/**
 * Fills the sheets of a contest from what happened already, when it is opened or rebuilt. A contest
 * whose bounds are service-day starts of its organisation sums tallies (R3); any other reads the
 * log. Rebuilding always reads the log, so that the two ways prove each other.
 */
final class ContestOpening {
  static final ProblemCode TOO_OLD =
      new ProblemCode("TOO_OLD", 409, "Facts of that time are no longer kept.");

  /**
   * Of a contest in its grace everything that is known came in time; one that is opened after its
   * own grace counts what is known when it is opened, as the tallies do.
   */
  private static final long IN_TIME = 0;

  private final Shard shard;
  private final Checkpointer checkpointer;
  private final BoardPace pace;
  private final LogScan scan;

  ContestOpening(Shard shard, Checkpointer checkpointer, BoardPace pace) {
    this.shard = shard;
    this.checkpointer = checkpointer;
    this.pace = pace;
    this.scan = new LogScan(shard);
  }

  /** To be run as a command. Writes the contest with its sheets, then puts it into memory. */
  Future<Contest> open(Scorebook book, NewContest draft, Act by) {
    if (draft.period().window().start().isBefore(book.since())) {
      return Future.failedFuture(sealed(draft, book.since()));
    }
    Contest contest = draft.numbered(book.nextContestNumber(), book.catalogue());
    Sheets shared = book.sheetsFor(contest, shard.clock.instant());
    Act act = by.about("contest:" + contest.number()).to(ContestJson.contest(contest));
    return shared == null ? openAlone(book, contest, act) : openBeside(book, contest, shared, act);
  }

  private static RefusedException sealed(NewContest draft, Instant since) {
    return TOO_OLD
        .because(
            "%s begins at %s, and facts are kept since %s."
                .formatted(draft.period().name(), draft.period().window().start(), since))
        .refused();
  }

  /** Another contest counts the same already. */
  private Future<Contest> openBeside(Scorebook book, Contest contest, Sheets shared, Act act) {
    return shard
        .inTransaction(
            book,
            other ->
                ContestSql.add(other, book.number(), contest)
                    .compose(
                        added ->
                            CheckpointSql.share(
                                other, book.number(), contest.number(), shared.number()))
                    .compose(written -> shard.note(other, book, act)))
        .map(written -> enter(book, contest, shared));
  }

  private Future<Contest> openAlone(Scorebook book, Contest contest, Act act) {
    return checkpointer
        .flush(book)
        .compose(flushed -> fill(book, contest))
        .compose(
            filled ->
                shard
                    .inTransaction(
                        book,
                        other ->
                            ContestSql.add(other, book.number(), contest)
                                .compose(
                                    added ->
                                        CheckpointSql.add(
                                            other,
                                            book.number(),
                                            Pending.ofSheets(contest.number(), filled),
                                            book.position()))
                                .compose(written -> shard.note(other, book, act)))
                    .map(
                        written -> {
                          Sheets sheets = Sheets.of(contest);
                          sheets.refill(filled);
                          return enter(book, contest, sheets);
                        }));
  }

  private Contest enter(Scorebook book, Contest contest, Sheets sheets) {
    ContestDesk desk = Loader.desk(book, contest, sheets);
    book.enter(desk);
    pace.publish(book, desk);
    return contest;
  }

  private Future<Map<Place, Counters>> fill(Scorebook book, Contest contest) {
    return alignedWith(book.organisation().calendar(), contest.window())
        ? fromTallies(book, contest)
        : fromLog(book, Sheets.of(contest)).map(FromLog::content);
  }

  /** Whether a window begins and ends where service days do. */
  static boolean alignedWith(ServiceCalendar calendar, Window window) {
    return startsDay(calendar, window.start()) && startsDay(calendar, window.end());
  }

  private static boolean startsDay(ServiceCalendar calendar, Instant at) {
    return calendar.windowAt(Period.DAY, at).start().equals(at);
  }

  private Future<Map<Place, Counters>> fromTallies(Scorebook book, Contest contest) {
    ServiceCalendar calendar = book.organisation().calendar();
    LocalDate from = calendar.dayOf(contest.window().start());
    LocalDate to = calendar.dayOf(contest.window().end());
    var database = shard.database.patientTenants().of(book.number());
    return CheckpointSql.sumTallies(database, book.number(), from, to).map(SheetPlaces::ofTallies);
  }

  private Future<FromLog> fromLog(Scorebook book, Sheets blank) {
    return scan.fill(book, blank, logged -> IN_TIME, took -> Future.succeededFuture())
        .drained()
        .map(facts -> new FromLog(blank.content(), facts));
  }

  /**
   * Sheets as the log has them.
   *
   * @param facts how many were read, those that book nothing here included
   */
  private record FromLog(Map<Place, Counters> content, long facts) {}

  /**
   * To be run as a command. Reads the contest's window from the log, compares it with the memory,
   * and puts right what differs: for all contests that share its sheets. After the grace nothing
   * moves a result any more (R5), and the log of today is no longer what it was made of.
   */
  Future<Rebuilt> rebuild(Scorebook book, ContestDesk desk, Act act) {
    Sheets sheets = desk.field().sheets();
    if (sheets.closedAt(shard.clock.instant())) {
      return Future.failedFuture(
          ProblemCode.CONFLICT
              .because("The grace of contest " + desk.field().contest().id() + " has ended.")
              .refused());
    }
    return checkpointer
        .flush(book)
        .compose(flushed -> fromLog(book, sheets.blank()))
        .compose(
            fromLog -> {
              boolean same = fromLog.content().equals(sheets.content());
              shard.meters.recomputations.increment();
              int rows = fromLog.content().size();
              return same
                  ? Future.succeededFuture(new Rebuilt(fromLog.facts(), false, rows))
                  : replace(book, sheets, fromLog.content(), act)
                      .map(done -> new Rebuilt(fromLog.facts(), true, rows));
            });
  }

  private Future<Void> replace(
      Scorebook book, Sheets sheets, Map<Place, Counters> fromLog, Act act) {
    shard.meters.mismatches.increment();
    return shard
        .inTransaction(
            book,
            other ->
                CheckpointSql.dropSheets(other, book.number(), sheets.number())
                    .compose(
                        dropped ->
                            CheckpointSql.add(
                                other,
                                book.number(),
                                Pending.ofSheets(sheets.number(), fromLog),
                                book.position()))
                    .compose(written -> shard.note(other, book, act)))
        .onSuccess(
            written -> {
              sheets.refill(fromLog);
              pace.moved(book, 0);
            });
  }
}
