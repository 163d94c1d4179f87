package org.ringside.report;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringside.calendar.Period;
import org.ringside.calendar.ServiceCalendar;
import org.ringside.calendar.Window;
import org.ringside.db.Tenants;
import org.ringside.fact.FactSql;
import org.ringside.fact.Logged;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.floor.Places;
import org.ringside.frame.Reach;
import org.ringside.metric.Booking;
import org.ringside.metric.Fact;
import org.ringside.organisation.Organisation;
import org.ringside.source.Sources;

/** Sums what a report asks for, from the tallies or from the facts. */
final class Reports {
  /** Intervals are timed at their end and are at most this long (R2). */
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(24);

  private final Tenants database;
  private final Floors floors;
  private final Sources sources;

  Reports(Tenants database, Floors floors, Sources sources) {
    this.database = database;
    this.floors = floors;
    this.sources = sources;
  }

  /**
   * The sums, in the order of the report.
   *
   * @param reach whose teams they are about; what happened elsewhere is left out
   */
  Future<List<ReportBook.Summed>> sum(Organisation organisation, ReportQuery query, Reach reach) {
    Floor floor = floors.current(organisation.number());
    var book = new ReportBook(query, floor, reach);
    Future<Void> summed =
        query.fromTallies()
            ? sumTallies(organisation, query, book)
            : sumFacts(organisation, query, book, floor);
    return summed.map(done -> book.summed(organisation.name()));
  }

  private Future<Void> sumTallies(Organisation organisation, ReportQuery query, ReportBook book) {
    ServiceCalendar calendar = query.calendar();
    LocalDate from = calendar.dayOf(query.window().start());
    LocalDate to = calendar.dayOf(query.window().end());
    return database
        .of(organisation.number())
        .inSnapshot(
            connection ->
                TallySql.days(
                    connection,
                    organisation.number(),
                    from,
                    to,
                    tally -> add(tally, calendar, book)));
  }

  private static void add(TallySql.TallyDay tally, ServiceCalendar calendar, ReportBook book) {
    Window day = calendar.window(Period.DAY, tally.day());
    ReportBook.Entry entry = book.entry(tally.places(), day.startMs());
    for (var counter : tally.counters()) {
      entry.add(counter.getKey(), ((Number) counter.getValue()).longValue());
    }
  }

  private Future<Void> sumFacts(
      Organisation organisation, ReportQuery query, ReportBook book, Floor floor) {
    Map<Integer, String> names = sourceNames(organisation.number());
    var booking = new Booking(organisation.bookingRules());
    Instant from = query.window().start();
    Instant to = query.window().end().plus(LONGEST_INTERVAL);
    return database
        .of(organisation.number())
        .inSnapshot(
            connection ->
                FactSql.inForce(
                    connection,
                    organisation.number(),
                    from,
                    to,
                    logged -> {
                      String source = Objects.requireNonNull(names.get(logged.source()));
                      book(logged, source, query.window(), booking, floor, book);
                    }));
  }

  private Map<Integer, String> sourceNames(int organisation) {
    var names = new HashMap<Integer, String>();
    sources.byName(organisation).forEach((name, source) -> names.put(source.number(), name));
    return names;
  }

  private static void book(
      Logged logged, String source, Window window, Booking booking, Floor floor, ReportBook book) {
    Fact fact = logged.fact();
    if (fact == null) {
      return;
    }
    booking.book(
        fact,
        (counter, amount, atMs) -> {
          if (window.contains(atMs) && book.wants(counter)) {
            Places places = floor.places(source, logged.subject(), fact.queue(), atMs);
            book.entry(places, atMs).add(counter, amount);
          }
        });
  }
}
