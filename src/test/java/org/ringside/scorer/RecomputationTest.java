package org.ringside.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringside.Season;
import org.ringside.TestServer;
import org.ringside.board.BoardPublisher;
import org.ringside.board.Boards;
import org.ringside.db.Database;
import org.ringside.db.TestDatabase;
import org.ringside.floor.Place;
import org.ringside.metric.Counters;
import org.ringside.organisation.OrganisationSql;

/** The job that proves open contests tells a board that the log says from one that it does not. */
class RecomputationTest {
  /** The log is read in portions of two thousand. */
  private static final int CALLS = 2_500;

  private static final Counters ONE_TOO_MANY = Counters.of(Map.of("valid_calls", 1L));

  private final TestServer server = TestServer.start(TestDatabase.fresh());
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
  private final Context loop = vertx.getOrCreateContext();
  private final Database database;
  private final Shard shard;
  private final Recomputation recomputation;
  private final Sheets sheets;

  RecomputationTest() {
    playSomeCalls();
    database = TestDatabase.await(Database.open(vertx, server.database().settings()));
    shard =
        new Shard(
            vertx,
            database,
            Clock.systemUTC(),
            new BoardPublisher(vertx, new Boards()),
            new ScorerMeters(new SimpleMeterRegistry(), () -> 0));
    Scorebook book = loaded();
    shard.books.put(book.number(), book);
    sheets = book.openSheets(Instant.now()).getFirst();
    recomputation = new Recomputation(shard);
  }

  @AfterEach
  void stop() {
    TestDatabase.await(database.close());
    TestDatabase.await(vertx.close());
    server.close();
  }

  private void playSomeCalls() {
    server.put("/api/v1/roster", "text/csv", Season.ROSTER);
    server.post("/api/v1/rule-books", Season.rules());
    server.post("/api/v1/contests", Season.contest("month", "team"));
    var calls = new ArrayList<JsonObject>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(call(i));
    }
    assertThat(server.facts(calls).json().getInteger("accepted")).isEqualTo(CALLS);
  }

  private static JsonObject call(int number) {
    return TestServer.fact(
        "call-" + number,
        "leg.ended",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        "ext-" + (1 + number % 5),
        new JsonObject().put("talk_ms", 60_000).put("ended_by", "customer"));
  }

  private Scorebook loaded() {
    return TestDatabase.await(
        database
            .of(1)
            .inSnapshot(
                own ->
                    OrganisationSql.find(own, 1)
                        .compose(found -> Loader.load(own, found, Instant.now()))));
  }

  @Test
  void whatTheLogSays_isProved() {
    assertThat(sheets.content()).isNotEmpty();
    prove(1);
    assertThat(shard.meters.mismatches.count()).isZero();
  }

  @Test
  void whatTheLogDoesNotSay_isAMismatch() {
    Place somewhere = sheets.content().keySet().iterator().next();
    onLoop(() -> booked(somewhere));
    prove(1);
    assertThat(shard.meters.mismatches.count()).isEqualTo(1);
  }

  @Test
  void whatIsBookedWhileTheLogIsRead_isNotAskedFor() {
    Place somewhere = sheets.content().keySet().iterator().next();
    onLoop(
        () -> {
          recomputation.tick();
          return booked(somewhere);
        });
    proved(1);
    assertThat(shard.meters.mismatches.count()).isZero();
    prove(2);
    assertThat(shard.meters.mismatches.count()).isEqualTo(1);
  }

  private List<Counters> booked(Place place) {
    var targets = new ArrayList<Counters>();
    sheets.open(place, targets);
    targets.forEach(target -> target.addAll(ONE_TOO_MANY));
    return targets;
  }

  /** Asks until the job has done so many proofs: it rests after each, and takes one at a time. */
  private void prove(int proofs) {
    TestServer.eventually(
        "a proof",
        () ->
            onLoop(
                () -> {
                  boolean done = shard.meters.recomputations.count() >= proofs;
                  if (!done) {
                    recomputation.tick();
                  }
                  return done;
                }));
  }

  private void proved(int proofs) {
    TestServer.eventually(
        "a proof", () -> onLoop(() -> shard.meters.recomputations.count() >= proofs));
  }

  private <T> T onLoop(Callable<T> work) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        there -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.fail(e);
          }
        });
    return TestDatabase.await(done.future());
  }
}
