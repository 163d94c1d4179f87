package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.board.BoardPublisher;
import org.ringside.db.Database;
import org.ringside.db.Tenants;
import org.ringside.db.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the parts of one scorer share. Lives on the scorer's loop. */
final class Shard {
  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);

  /** A database that has not answered for so long is told beside every board. */
  private static final long NOTICED_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Word what is written, and book what is read to prove it: nobody else makes that wait. */
  private static final int WORKERS = 2;

  final Vertx vertx;
  final WorkerExecutor workers;
  final Database database;
  final InstantSource clock;
  final BoardPublisher publisher;
  final ScorerMeters meters;
  final Serial serial = new Serial();
  final Map<Integer, Scorebook> books = new HashMap<>();
  private @Nullable PgConnection connection;
  private Runnable reaction = () -> {};
  private long askedNanos;
  private boolean asked;
  private @Nullable Writer writer;

  Shard(
      Vertx vertx,
      Database database,
      InstantSource clock,
      BoardPublisher publisher,
      ScorerMeters meters) {
    this.vertx = vertx;
    this.workers = vertx.createSharedWorkerExecutor("ringside-scorer", WORKERS);
    this.database = database;
    this.clock = clock;
    this.publisher = publisher;
    this.meters = meters;
  }

  void take(PgConnection taken, Writer term) {
    connection = taken;
    writer = term;
    asked = false;
  }

  /** What to do when the scorer's connection is lost. */
  void onLost(Runnable reaction) {
    this.reaction = reaction;
  }

  /**
   * The connection is gone, or cannot be trusted: lets go of it, once.
   *
   * @param gone ignored if it is not the present one any more
   */
  @SuppressWarnings("ReferenceEquality") // it is about this very connection
  void lost(PgConnection gone) {
    if (gone == connection) {
      connection = null;
      gone.close();
      reaction.run();
    }
  }

  /** Closes a connection that memory could not be loaded on; there is nothing to react to. */
  @SuppressWarnings("ReferenceEquality") // it is about this very connection
  void letGo(PgConnection failed) {
    if (failed == connection) {
      connection = null;
    }
    failed.close();
  }

  /**
   * Asks the scorer's connection for a sign of life, unless it still owes one: a database that is
   * hung is found out also while no fact comes.
   */
  void ping() {
    PgConnection own = connection;
    if (own == null || asked) {
      return;
    }
    asked = true;
    askedNanos = System.nanoTime();
    inTime(own.query("select 1").execute())
        .onSuccess(answered -> database.answered())
        .onFailure(silent -> lost(own))
        .onComplete(answered -> asked = false);
  }

  /** Whether the database has answered lately. */
  boolean answering() {
    return connection != null && !(asked && System.nanoTime() - askedNanos > NOTICED_NANOS);
  }

  /**
   * Fails with a {@link java.util.concurrent.TimeoutException} where no answer can come any more.
   */
  <T> Future<T> inTime(Future<T> answer) {
    return answer.timeout(database.silentSeconds(), TimeUnit.SECONDS);
  }

  PgConnection connection() {
    if (connection == null) {
      throw Engine.loading();
    }
    return connection;
  }

  Scorebook book(int organisation) {
    return Objects.requireNonNull(books.get(organisation), "the organisation exists");
  }

  /**
   * An organisation's transaction on the scorer's own connection, in one flight: begin, the term
   * check, the work and the commit are sent without waiting for each other. The work must not wait
   * for one of its statements before it sends the next.
   *
   * @return fails if any statement failed: nothing is stored then, unless the connection was lost
   */
  <T> Future<T> inOneFlight(int organisation, Function<SqlConnection, Future<T>> work) {
    PgConnection own = connection();
    Future<?> begun = own.query("begin").execute();
    Future<?> checked = Objects.requireNonNull(writer, "loaded").begin(own, organisation);
    Future<T> worked = work.apply(own);
    Future<?> committed = own.query("commit").execute();
    return inTime(Future.join(begun, checked, worked, committed)).compose(all -> worked);
  }

  /**
   * Reads an organisation's rows on the scorer's own connection, as of one instant; to be run while
   * nothing is appended.
   */
  <T> Future<T> inSnapshot(int organisation, Function<SqlConnection, Future<T>> reading) {
    return Tenants.inSnapshot(connection(), organisation, reading);
  }

  /**
   * A transaction on a connection of the pool, for work that reads its own results. If it cannot be
   * known whether its commit was carried out, the memory is loaded again: a new term waits for what
   * the old one may still have under way.
   *
   * @param book whose memory the work belongs to; if it was dropped meanwhile, nothing is written
   */
  <T> Future<T> inTransaction(Scorebook book, Function<SqlConnection, Future<T>> work) {
    if (books.get(book.number()) != book) {
      return Future.failedFuture(Engine.loading());
    }
    return inTransactionOf(book.number(), work);
  }

  /** The same for an organisation that has no memory yet. */
  <T> Future<T> inTransactionOf(int organisation, Function<SqlConnection, Future<T>> work) {
    Writer term = Objects.requireNonNull(writer, "loaded");
    PgConnection own = connection();
    var committing = new AtomicBoolean();
    Future<T> done =
        database.write(term, organisation, other -> noted(work.apply(other), committing));
    done.onFailure(
        failure -> {
          if (committing.get() && !(failure instanceof PgException)) {
            lost(own);
          }
        });
    return done;
  }

  /** Notes an act in the transaction that does it. */
  Future<Void> note(SqlConnection transaction, Scorebook book, Act act) {
    return AuditSql.note(transaction, book.number(), act, clock.instant());
  }

  private static <T> Future<T> noted(Future<T> work, AtomicBoolean done) {
    work.onSuccess(worked -> done.set(true));
    return work;
  }

  /** For failures of work that nobody waits for. */
  void complain(Throwable failure) {
    LOG.warn("background work of the scorer failed, will be tried again", failure);
  }
}
