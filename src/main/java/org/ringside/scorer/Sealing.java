package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.ringside.fact.HorizonSql;
import org.ringside.metric.Fact;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/**
 * Lets go of old facts. First the horizon moves on, with the log at rest and every fact in the
 * tables: from then on nothing is booked before it, nor taken back. Then the facts of before are
 * removed, a portion at a time; whatever interrupts that, it goes on by the horizon alone.
 */
final class Sealing {
  /** Facts that one command looks at: a moment's work. */
  static final int PORTION = 1_000;

  private final Shard shard;
  private final Checkpointer checkpointer;

  Sealing(Shard shard, Checkpointer checkpointer) {
    this.shard = shard;
    this.checkpointer = checkpointer;
  }

  /** To be run as a command. The horizon never moves back. */
  Future<Void> seal(Scorebook book, int days) {
    Instant now = shard.clock.instant();
    List<Instant> open =
        book.openSheets(now).stream().map(sheets -> sheets.window().start()).toList();
    Instant since = Horizon.of(book.organisation().calendar(), now, days, open);
    return since.isAfter(book.since()) ? move(book, since, now) : Future.succeededFuture();
  }

  private Future<Void> move(Scorebook book, Instant since, Instant now) {
    return checkpointer
        .flush(book)
        .compose(
            flushed ->
                shard.inTransaction(
                    book, other -> HorizonSql.move(other, book.number(), since, now)))
        .onSuccess(moved -> book.keepSince(since));
  }

  /** Where the next facts of before the horizon are; others are at work meanwhile. */
  Future<List<HorizonSql.Place>> find(Scorebook book, long after) {
    return book.since().equals(Times.EVER)
        ? Future.succeededFuture(List.of())
        : HorizonSql.before(
            shard.database.patientTenants().of(book.number()),
            book.number(),
            after,
            book.since(),
            PORTION);
  }

  /**
   * To be run as a command, because the roster says who is a stranger. Removes those facts, but for
   * planned shifts that reach behind the horizon; gives how many.
   */
  Future<Integer> remove(Scorebook book, List<HorizonSql.Place> places) {
    return shard.inTransaction(
        book,
        other ->
            HorizonSql.read(other, book.number(), places)
                .map(old -> old.stream().filter(one -> !reaches(one, book.since())).toList())
                .compose(gone -> remove(other, book, gone).map(gone.size())));
  }

  private static Future<Void> remove(
      SqlConnection other, Scorebook book, List<HorizonSql.Old> gone) {
    var leaving = new Pending();
    Booker booker = book.dryBooker(book.floor(), leaving, List.of());
    gone.stream().filter(HorizonSql.Old::inForce).forEach(one -> booker.forget(one.logged()));
    List<HorizonSql.Place> places = gone.stream().map(HorizonSql.Old::place).toList();
    return HorizonSql.remove(other, book.number(), places)
        .compose(removed -> CheckpointSql.addStrangers(other, book.number(), leaving));
  }

  /** Whether it still books behind the horizon: shifts are planned ahead. */
  private static boolean reaches(HorizonSql.Old old, Instant since) {
    Fact fact = old.logged().fact();
    return fact != null
        && fact.type() == FactType.SHIFT_PLANNED
        && fact.number(Field.TO) > since.toEpochMilli();
  }
}
