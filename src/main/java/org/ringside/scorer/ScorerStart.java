package org.ringside.scorer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.board.BoardPublisher;
import org.ringside.db.Database;
import org.ringside.db.Writer;
import org.ringside.fact.FactSql;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.OrganisationSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the shard, loads the memory, and does so again whenever the scorer's connection is lost:
 * under a new term, so that what the old connection may still have under way is fenced.
 */
public final class ScorerStart {
  private static final Logger LOG = LoggerFactory.getLogger(ScorerStart.class);
  private static final int SHARD = 0;
  private static final long TICK_MS = 1000;
  private static final long CLOCK_MS = 2000;
  private static final long RECOMPUTE_MS = 60_000;
  private static final long RETRY_MS = 500;

  private final Shard shard;
  private final Engine engine;
  private final Recomputation recomputation;
  private final String owner;
  private final Promise<Void> loaded = Promise.promise();
  private @Nullable Promise<Map<Integer, Scorebook>> loading;

  private ScorerStart(Shard shard, String owner) {
    this.shard = shard;
    this.engine = new Engine(shard);
    this.recomputation = new Recomputation(shard);
    this.owner = owner;
    shard.onLost(this::reload);
  }

  /**
   * A scorer on its way.
   *
   * @param loaded soon, unless the database hangs; fails with {@link
   *     org.ringside.frame.CannotStart} where another server holds the shard
   * @param ready once everything is booked by this version; a long history takes its minutes
   */
  public record Starting(Future<Void> loaded, Future<Scorer> ready) {}

  /**
   * @param owner who writes, for a second server that finds the shard taken: host and process
   * @param first settings of the one organisation that a fresh database gets
   */
  public static Starting start(
      Vertx vertx,
      Database database,
      InstantSource clock,
      BoardPublisher publisher,
      ScorerMeters meters,
      String owner,
      Organisation first) {
    Context loop = vertx.getOrCreateContext();
    Promise<Void> loaded = Promise.promise();
    Promise<Scorer> started = Promise.promise();
    loop.runOnContext(
        there -> {
          var shard = new Shard(vertx, database, clock, publisher, meters);
          var start = new ScorerStart(shard, owner);
          start.loaded.future().onComplete(loaded);
          start
              .load(() -> create(shard, first))
              .onSuccess(ready -> start.beginTimers(vertx))
              .map(ready -> new Scorer(vertx, loop, start.engine))
              .onComplete(started);
        });
    return new Starting(loaded.future(), started.future());
  }

  private static Future<Void> create(Shard shard, Organisation first) {
    return shard.inOneFlight(
        first.number(), own -> OrganisationSql.put(own, first, shard.clock.instant()));
  }

  private void beginTimers(Vertx vertx) {
    vertx.setPeriodic(TICK_MS, timer -> engine.tick());
    vertx.setPeriodic(CLOCK_MS, timer -> askAndTell());
    vertx.setPeriodic(TICK_MS, timer -> engine.checkpoint());
    vertx.setPeriodic(RECOMPUTE_MS, timer -> recompute());
    engine.tellTime();
  }

  private void askAndTell() {
    shard.ping();
    engine.tellTime();
  }

  private void recompute() {
    if (engine.ready()) {
      recomputation.tick();
    }
  }

  /**
   * Takes the shard and makes its memory, all on one connection; given up when that is lost
   * meanwhile, whatever still hangs on it. Whatever fails, the connection goes, and with it the
   * lock that would keep the next attempt out.
   */
  private Future<Void> load(Supplier<Future<Void>> whenEmpty) {
    Promise<Map<Integer, Scorebook>> attempt = Promise.promise();
    loading = attempt;
    shard.books.clear();
    shard
        .database
        .dedicated()
        .compose(
            own ->
                shard
                    .inTime(take(own))
                    .compose(taken -> books(own, whenEmpty))
                    .onFailure(failure -> shard.letGo(own)))
        .onSuccess(attempt::tryComplete)
        .onFailure(attempt::tryFail);
    return attempt
        .future()
        .onSuccess(shard.books::putAll)
        .onSuccess(books -> loaded.tryComplete())
        .onFailure(loaded::tryFail)
        .compose(books -> follow())
        .onComplete(ended -> loading = null)
        .onSuccess(followed -> engine.begin());
  }

  /**
   * Takes as long as it takes: a long history is booked anew. Meanwhile the connection is asked for
   * signs of life, which the others are trusted by; where this fails, it goes like the memory.
   */
  private Future<Void> follow() {
    PgConnection own = shard.connection();
    long asking = shard.vertx.setPeriodic(CLOCK_MS, timer -> shard.ping());
    return engine
        .follow()
        .onComplete(ended -> shard.vertx.cancelTimer(asking))
        .onFailure(failure -> shard.letGo(own));
  }

  private Future<Map<Integer, Scorebook>> books(
      PgConnection own, Supplier<Future<Void>> whenEmpty) {
    return OrganisationSql.numbers(own)
        .compose(
            found ->
                found.isEmpty()
                    ? whenEmpty.get().compose(made -> OrganisationSql.numbers(own))
                    : Future.succeededFuture(found))
        .compose(this::loadAll);
  }

  private Future<Void> take(PgConnection connection) {
    return Writer.take(connection, SHARD, owner)
        .onSuccess(
            writer -> {
              shard.take(connection, writer);
              connection.closeHandler(closed -> shard.lost(connection));
            })
        .compose(writer -> FactSql.prepareToAppend(connection));
  }

  private Future<Map<Integer, Scorebook>> loadAll(List<Integer> organisations) {
    Map<Integer, Scorebook> books = new HashMap<>();
    Future<?> done = Future.succeededFuture();
    for (int organisation : organisations) {
      done =
          done.compose(before -> shard.inSnapshot(organisation, own -> load(own, organisation)))
              .onSuccess(book -> books.put(organisation, book));
    }
    return done.map(loaded -> books);
  }

  private Future<Scorebook> load(SqlConnection own, int organisation) {
    return OrganisationSql.find(own, organisation)
        .compose(found -> Loader.load(own, found, shard.clock.instant()));
  }

  /** Nothing is guessed: the memory goes, and comes back from the log. */
  private void reload() {
    shard.meters.reloads.increment();
    engine.halt();
    engine.tellTime();
    if (loading == null) {
      tryAgain();
    } else {
      loading.tryFail("the connection was lost while the memory was loaded");
    }
  }

  private void tryAgain() {
    load(Future::succeededFuture)
        .onSuccess(loaded -> LOG.info("the scorer's memory was loaded again"))
        .onFailure(
            failure -> {
              LOG.warn("the scorer cannot load yet: {}", failure.getMessage());
              shard.vertx.setTimer(RETRY_MS, timer -> tryAgain());
            });
  }
}
