package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import org.ringside.audit.Act;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.OrganisationSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes settings that decide where, or whether, a fact counts, or follows another version of the
 * booking: the whole log is booked anew, and the tallies and open sheets of before are replaced in
 * the transaction that writes the settings. Tallies are written as the log is read, so that a long
 * history need not fit into memory. Where facts are kept for a time only, tallies of before stay by
 * the settings of before.
 */
final class OrganisationChange {
  private static final Logger LOG = LoggerFactory.getLogger(OrganisationChange.class);

  /** Another version of the booking counts anew. */
  private static final Act BY_UPGRADE = Act.ofSystem("organisation.booked-anew", "");

  private final Shard shard;
  private final Checkpointer checkpointer;
  private final LogScan scan;

  OrganisationChange(Shard shard, Checkpointer checkpointer) {
    this.shard = shard;
    this.checkpointer = checkpointer;
    this.scan = new LogScan(shard);
  }

  static boolean movesCounters(Organisation before, Organisation after) {
    return !before.calendar().equals(after.calendar())
        || !before.bookingRules().equals(after.bookingRules());
  }

  /** Makes all counters anew by this version of the booking. To be run before any command. */
  Future<Scorebook> follow(Scorebook book) {
    LOG.info(
        "organisation {}: its counters were made by another version and are booked anew",
        book.number());
    return bookAnew(book, book.organisation(), BY_UPGRADE)
        .onSuccess(anew -> LOG.info("organisation {}: booked anew", anew.number()));
  }

  /** To be run as a command. Gives the memory of the organisation under its new settings. */
  Future<Scorebook> bookAnew(Scorebook book, Organisation changed, Act act) {
    List<Sheets> open = book.openSheets(shard.clock.instant());
    return checkpointer
        .flush(book)
        .compose(
            flushed ->
                shard.inTransaction(
                    book,
                    other ->
                        drop(other, book, changed, open)
                            .compose(dropped -> rewrite(other, book, changed, open))
                            .compose(written -> shard.note(other, book, act))))
        .compose(written -> load(changed))
        .onSuccess(loaded -> shard.books.put(loaded.number(), loaded));
  }

  /** If that fails, the memory is behind what is written: all of it is loaded again. */
  private Future<Scorebook> load(Organisation changed) {
    PgConnection own = shard.connection();
    return shard
        .inSnapshot(changed.number(), there -> Loader.load(there, changed, shard.clock.instant()))
        .onFailure(failure -> shard.lost(own));
  }

  private Future<Void> drop(
      SqlConnection other, Scorebook book, Organisation changed, List<Sheets> open) {
    Future<Void> done =
        OrganisationSql.put(other, changed, shard.clock.instant())
            .compose(put -> dropTallies(other, book, changed));
    for (Sheets sheets : open) {
      int number = sheets.number();
      done = done.compose(before -> CheckpointSql.dropSheets(other, book.number(), number));
    }
    return done;
  }

  /** Those of before the horizon stay as they are, whatever day they would be of by now. */
  private static Future<Void> dropTallies(
      SqlConnection other, Scorebook book, Organisation changed) {
    LocalDate first = book.organisation().calendar().dayOf(book.since());
    LocalDate firstAnew = changed.calendar().dayOf(book.since());
    return CheckpointSql.setAside(other, book.number(), firstAnew, first)
        .compose(aside -> CheckpointSql.dropTallies(other, book.number(), first));
  }

  /** Reads the log from one connection and writes what it books over another. */
  private Future<Void> rewrite(
      SqlConnection other, Scorebook book, Organisation changed, List<Sheets> open) {
    var booked = new Pending();
    Booker anew = book.anewBooker(changed, book.floor(), booked, open);
    var spill = new Spill(other, book, booked);
    return scan.inForce(
            book.number(),
            Times.FIRST,
            Times.LAST,
            facts -> {
              facts.forEach(logged -> anew.book(logged, 1, logged.receivedMs()));
              return spill.portion();
            })
        .compose(read -> spill.end());
  }
}
