package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.fact.FactSql;
import org.ringside.floor.Place;
import org.ringside.floor.Places;
import org.ringside.metric.Counters;

/**
 * Fills the sheets of every open contest anew from the log, and where its bounds are service-day
 * starts also from the tallies (R3): three ways to the same counters.
 */
final class SheetCheck {
  private final SqlConnection snapshot;
  private final Scorebook book;
  private final CheckFindings findings;

  SheetCheck(SqlConnection snapshot, Scorebook book, CheckFindings findings) {
    this.snapshot = snapshot;
    this.book = book;
    this.findings = findings;
  }

  Future<Void> run(Instant now) {
    Future<Void> done = Future.succeededFuture();
    for (Sheets sheets : book.openSheets(now)) {
      done = done.compose(before -> fromLog(sheets)).compose(before -> fromTallies(sheets));
    }
    return done;
  }

  private Future<Void> fromLog(Sheets sheets) {
    sheets.contests().forEach(contest -> findings.contest());
    Sheets anew = sheets.blank();
    Booker booker = book.sheetBooker(anew);
    return FactSql.inForce(
            snapshot,
            book.number(),
            sheets.window().start(),
            sheets.window().end().plusMillis(LogScan.LONGEST_INTERVAL_MS),
            logged -> booker.book(logged, 1, logged.receivedMs()))
        .map(read -> compare(sheets, "the log", anew.content()));
  }

  private Future<Void> fromTallies(Sheets sheets) {
    ServiceCalendar calendar = book.organisation().calendar();
    if (!ContestOpening.alignedWith(calendar, sheets.window())) {
      return Future.succeededFuture();
    }
    LocalDate from = calendar.dayOf(sheets.window().start());
    LocalDate to = calendar.dayOf(sheets.window().end());
    return CheckpointSql.sumTallies(snapshot, book.number(), from, to)
        .map(
            tallies -> {
              addBehindTheCheckpoint(tallies, from, to);
              return compare(sheets, "the tally", SheetPlaces.ofTallies(tallies));
            });
  }

  private void addBehindTheCheckpoint(Map<Places, Counters> tallies, LocalDate from, LocalDate to) {
    book.pending()
        .tallies
        .forEach(
            (key, counters) -> {
              if (!key.day().isBefore(from) && key.day().isBefore(to)) {
                tallies.computeIfAbsent(key.places(), places -> new Counters()).addAll(counters);
              }
            });
  }

  private @Nullable Void compare(Sheets sheets, String anewName, Map<Place, Counters> anew) {
    findings.compare(
        "organisation %d, contest %d,".formatted(book.number(), sheets.number()),
        "the sheet",
        sheets.content(),
        anewName,
        anew);
    return null;
  }
}
