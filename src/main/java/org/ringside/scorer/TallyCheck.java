package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.fact.FactSql;
import org.ringside.metric.Counters;

/**
 * Books every fact in force anew, a month of service days at a time, and compares the tallies that
 * come out with those that are stored and those of the facts behind the checkpoint. Days of before
 * the horizon, of which facts are no longer kept, are counted and not compared.
 */
final class TallyCheck {
  private final SqlConnection snapshot;
  private final Scorebook book;
  private final CheckFindings findings;
  private final CheckSql.Totals fromLog = new CheckSql.Totals();

  TallyCheck(SqlConnection snapshot, Scorebook book, CheckFindings findings) {
    this.snapshot = snapshot;
    this.book = book;
    this.findings = findings;
  }

  Future<Void> run() {
    return CheckSql.reach(snapshot, book.number())
        .compose(this::months)
        .compose(done -> CheckSql.totals(snapshot, book.number(), firstDay()))
        .map(this::compareTotals)
        .compose(done -> CheckSql.sealedDays(snapshot, book.number(), firstDay()))
        .onSuccess(findings::sealedDays)
        .mapEmpty();
  }

  /** The service day since which facts are kept. */
  private LocalDate firstDay() {
    return calendar().dayOf(book.since());
  }

  private Future<Void> months(CheckSql.Reach reach) {
    LocalDate first = earliest(reach);
    LocalDate last = latest(reach);
    Future<Void> done = Future.succeededFuture();
    if (first == null || last == null) {
      return done;
    }
    for (LocalDate day = first.withDayOfMonth(1); !day.isAfter(last); day = day.plusMonths(1)) {
      LocalDate from = day.isBefore(firstDay()) ? firstDay() : day;
      LocalDate to = day.plusMonths(1);
      if (from.isBefore(to)) {
        done = done.compose(before -> month(from, to));
      }
    }
    return done;
  }

  private @Nullable LocalDate earliest(CheckSql.Reach reach) {
    Instant first = reach.firstTime();
    LocalDate ofFacts =
        first == null ? null : calendar().dayOf(first.minusMillis(LogScan.LONGEST_INTERVAL_MS));
    return Stream.of(ofFacts, reach.firstDay())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private @Nullable LocalDate latest(CheckSql.Reach reach) {
    Instant last = reach.lastTime();
    LocalDate ofFacts = last == null ? null : calendar().dayOf(last);
    return Stream.of(ofFacts, reach.lastDay())
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private ServiceCalendar calendar() {
    return book.organisation().calendar();
  }

  private Future<Void> month(LocalDate from, LocalDate to) {
    var booked = new Pending();
    Booker booker = book.dryBooker(book.floor(), booked, List.of());
    Instant start = calendar().window(Period.DAY, from).start();
    Instant end = calendar().window(Period.DAY, to).start();
    return CheckSql.tallies(snapshot, book.number(), from, to)
        .compose(
            stored ->
                FactSql.inForce(
                        snapshot,
                        book.number(),
                        start,
                        end.plusMillis(LogScan.LONGEST_INTERVAL_MS),
                        logged -> {
                          countOnce(logged.fact() != null && inside(logged.fact().timeMs(), end));
                          booker.book(logged, 1, logged.receivedMs());
                        })
                    .map(read -> compareMonth(from, to, stored, booked)));
  }

  private static boolean inside(long timeMs, Instant end) {
    return timeMs < end.toEpochMilli();
  }

  /** Facts of the day behind a month are read for what they book into it, and count in the next. */
  private void countOnce(boolean ofThisMonth) {
    if (ofThisMonth) {
      findings.fact();
    }
  }

  private @Nullable Void compareMonth(
      LocalDate from, LocalDate to, Map<TallyKey, Counters> stored, Pending booked) {
    var anew = new HashMap<TallyKey, Counters>();
    booked.tallies.forEach(
        (key, counters) -> {
          if (within(key, from, to)) {
            anew.put(key, counters);
            fromLog.add(key.team(), counters);
          }
        });
    book.pending()
        .tallies
        .forEach(
            (key, counters) -> {
              if (within(key, from, to)) {
                stored.computeIfAbsent(key, k -> new Counters()).addAll(counters);
              }
            });
    findings.compare(where() + "tally", "the checkpoint", stored, "the log", anew);
    return null;
  }

  private static boolean within(TallyKey key, LocalDate from, LocalDate to) {
    return !key.day().isBefore(from) && key.day().isBefore(to);
  }

  private @Nullable Void compareTotals(CheckSql.Totals stored) {
    book.pending().tallies.forEach((key, counters) -> stored.add(key.team(), counters));
    findings.compare(where() + "team", "its sum", stored.teams, "the log", fromLog.teams);
    findings.compare(
        where() + "sum of", "the tally", stored.organisation, "the log", fromLog.organisation);
    return null;
  }

  private String where() {
    return "organisation " + book.number() + ", ";
  }
}
