package org.ringside.scorer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringside.db.Writer;
import org.ringside.fact.FactSql;
import org.ringside.fact.Fold;
import org.ringside.fact.Incoming;
import org.ringside.fact.Known;
import org.ringside.fact.Logged;
import org.ringside.fact.Receipt;
import org.ringside.fact.Replayed;
import org.ringside.fact.StoredFact;
import org.ringside.fact.Verdict;
import org.ringside.frame.ProblemCode;
import org.ringside.source.Source;
import org.ringside.source.SourceSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts of one organisation that wait while a commit is under way, and go together in the next:
 * batching without a timer. Lives on the scorer's loop.
 */
final class GroupCommit {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  /** Facts that may wait; beyond it requests are refused and come again. */
  private static final int MAX_WAITING = 50_000;

  /** Facts that go into one transaction. */
  private static final int MAX_GROUP = 2_000;

  private final Shard shard;
  private final int organisation;
  private final BoardPace pace;
  private final Runnable newSource;
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private final Set<LocalDate> openMonths = new HashSet<>();
  private int waiting;
  private boolean scheduled;

  /** One request's facts. */
  private record Arrival(List<Incoming> facts, long sinceNanos, Promise<List<Receipt>> receipts) {}

  /**
   * @param newSource told when a source is met for the first time, before its facts are appended
   */
  GroupCommit(Shard shard, int organisation, BoardPace pace, Runnable newSource) {
    this.newSource = newSource;
    this.shard = shard;
    this.organisation = organisation;
    this.pace = pace;
  }

  Future<List<Receipt>> append(List<Incoming> facts) {
    if (waiting + facts.size() > MAX_WAITING) {
      return Future.failedFuture(
          ProblemCode.OVERLOADED.because(waiting + " facts are waiting already.").refused());
    }
    var arrival = new Arrival(facts, System.nanoTime(), Promise.promise());
    arrivals.add(arrival);
    count(facts.size());
    schedule();
    return arrival.receipts().future();
  }

  /** Fails everything that waits; nothing of it was stored. */
  void refuseAll(Throwable why) {
    arrivals.forEach(arrival -> arrival.receipts().tryFail(why));
    arrivals.clear();
    count(-waiting);
  }

  private void count(int facts) {
    waiting += facts;
    shard.meters.queued.addAndGet(facts);
  }

  private void schedule() {
    if (!scheduled && !arrivals.isEmpty()) {
      scheduled = true;
      shard
          .serial
          .run(() -> commit().otherwiseEmpty())
          .onFailure(this::refuseAll)
          .onComplete(
              done -> {
                scheduled = false;
                schedule();
              });
    }
  }

  /** One group after the other, until none waits or another command wants the log at rest. */
  private Future<Void> commit() {
    Promise<Void> atRest = Promise.promise();
    commitNext(shard.connection(), atRest);
    return atRest.future();
  }

  private void commitNext(PgConnection own, Promise<Void> atRest) {
    List<Arrival> group = takeGroup();
    if (group.isEmpty()) {
      atRest.complete();
      return;
    }
    var facts = new ArrayList<Incoming>();
    group.forEach(arrival -> facts.addAll(arrival.facts()));
    long started = System.nanoTime();
    Future.succeededFuture()
        .compose(taken -> shard.inTime(prepare(facts)))
        .compose(ready -> store(facts))
        .onSuccess(
            appended -> {
              shard.meters.commit.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
              shard.meters.commitFacts.record(facts.size());
              finish(group, own, appended, atRest);
            })
        .onFailure(
            failure -> {
              try {
                fail(group, own, failure);
              } finally {
                atRest.complete();
              }
            });
  }

  /**
   * PostgreSQL works on the next group while this one is booked: neither waits for the other, and
   * what the next one brings cannot be booked before this turn of the loop has ended.
   */
  private void finish(
      List<Arrival> group, PgConnection own, Appended appended, Promise<Void> atRest) {
    boolean more = !arrivals.isEmpty() && shard.serial.waiting() == 0;
    if (more) {
      commitNext(own, atRest);
    }
    try {
      Future.succeededFuture(appended)
          .map(stored -> book(stored, group.getFirst().sinceNanos()))
          .onSuccess(receipts -> answer(group, receipts))
          .onFailure(failure -> fail(group, own, failure));
    } finally {
      if (!more) {
        atRest.complete();
      }
    }
  }

  /**
   * A statement that PostgreSQL refused has undone its transaction. Anything else leaves the
   * outcome unknown, or memory behind the log: then the memory is dropped and loaded again.
   */
  private void fail(List<Arrival> group, PgConnection own, Throwable failure) {
    boolean undone = failure instanceof PgException;
    LOG.error("a commit of {} requests failed", group.size(), failure);
    Throwable answer = undone ? failure : Engine.loading();
    group.forEach(arrival -> arrival.receipts().tryFail(answer));
    if (!undone || Writer.FENCED.equals(((PgException) failure).getSqlState())) {
      shard.lost(own);
    }
  }

  private List<Arrival> takeGroup() {
    var group = new ArrayList<Arrival>();
    int size = 0;
    while (!arrivals.isEmpty()
        && (size == 0 || size + arrivals.element().facts().size() <= MAX_GROUP)) {
      Arrival next = arrivals.remove();
      group.add(next);
      size += next.facts().size();
    }
    count(-size);
    return group;
  }

  /** Sources and months that are met for the first time get their rows before the facts come. */
  private Future<Void> prepare(List<Incoming> facts) {
    Scorebook book = shard.book(organisation);
    var first = new ArrayList<Future<?>>();
    for (Incoming fact : facts) {
      if (!book.sourceNumbers().containsKey(fact.source())) {
        Source source = Source.unregistered(book.nextSourceNumber(), fact.source());
        book.add(source);
        first.add(
            shard
                .inOneFlight(
                    organisation,
                    own -> SourceSql.put(own, organisation, source, shard.clock.instant()))
                .onSuccess(added -> newSource.run())
                .onFailure(failure -> book.remove(source)));
      }
      LocalDate month = monthOf(fact.timeMs());
      if (!openMonths.contains(month)) {
        openMonths.add(month);
        first.add(
            FactSql.openMonth(shard.connection(), month)
                .onFailure(failure -> openMonths.remove(month)));
      }
    }
    return Future.all(first).mapEmpty();
  }

  private static LocalDate monthOf(long timeMs) {
    return Instant.ofEpochMilli(timeMs).atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }

  /**
   * What a transaction has stored.
   *
   * @param winning those facts that were stored, at the positions from the first on
   * @param known what was stored before under the same ids, by the position given to the fact
   */
  private record Appended(
      Scorebook book,
      List<Incoming> facts,
      Fold fold,
      List<Incoming> winning,
      long firstSeq,
      Map<Long, Known> known,
      Instant received) {}

  private Future<Appended> store(List<Incoming> facts) {
    Scorebook book = shard.book(organisation);
    Fold fold = Fold.of(facts, book::refusal);
    int[] winners = fold.winners();
    var winning = new ArrayList<Incoming>(winners.length);
    long firstSeq = book.takeSeqs(winners.length);
    for (int winner : winners) {
      winning.add(facts.get(winner));
    }
    Instant received = shard.clock.instant();
    return shard
        .inOneFlight(
            organisation,
            own ->
                FactSql.append(
                    own,
                    organisation,
                    winning,
                    firstSeq,
                    book.sourceNumbers(),
                    received,
                    book.since()))
        .map(known -> new Appended(book, facts, fold, winning, firstSeq, known, received));
  }

  private List<Receipt> book(Appended appended, long sinceNanos) {
    Scorebook book = appended.book();
    int[] winners = appended.fold().winners();
    long firstSeq = appended.firstSeq();
    long receivedMs = appended.received().toEpochMilli();
    var receipts = new Receipt[appended.facts().size()];
    for (int i = 0; i < winners.length; i++) {
      Incoming fact = appended.winning().get(i);
      receipts[winners[i]] = book(book, fact, firstSeq + i, appended.known(), receivedMs);
    }
    for (int at = 0; at < receipts.length; at++) {
      Receipt settled = appended.fold().settled(at);
      receipts[at] = settled == null ? receipts[at] : settled;
      shard.meters.outcome(receipts[at].outcome());
    }
    book.reached(firstSeq + winners.length - 1);
    pace.moved(book, sinceNanos);
    return List.of(receipts);
  }

  /** Books a fact that is durable now, if it was new. */
  static Receipt book(
      Scorebook book, Incoming fact, long seq, Map<Long, Known> known, long receivedMs) {
    Known before = known.get(seq);
    Receipt receipt = Verdict.of(fact, before);
    int source = java.util.Objects.requireNonNull(book.sourceNumbers().get(fact.source()));
    book.heard(source, fact.timeMs(), receivedMs);
    switch (receipt.outcome()) {
      case ACCEPTED, REPLACED -> {
        var logged = new Logged(seq, source, fact.subject(), receivedMs, fact.fact());
        book.apply(new Replayed(logged, prior(source, before)));
      }
      case DUPLICATE, SUPERSEDED, REFUSED -> {}
    }
    return receipt;
  }

  private static @Nullable Logged prior(int source, @Nullable Known before) {
    return before == null
        ? null
        : new Logged(
            before.seq(),
            source,
            before.subject(),
            0,
            StoredFact.read(before.type(), before.timeMs(), before.data()));
  }

  private static void answer(List<Arrival> group, List<Receipt> receipts) {
    int from = 0;
    for (Arrival arrival : group) {
      int to = from + arrival.facts().size();
      arrival.receipts().tryComplete(receipts.subList(from, to));
      from = to;
    }
  }
}
