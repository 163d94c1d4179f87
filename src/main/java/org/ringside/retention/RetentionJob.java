package org.ringside.retention;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what its organisation keeps no longer: once when the server starts and once a day of its
 * clock, a portion after the other. What fails is tried again a minute later. Lives on the event
 * loop that started it.
 */
public final class RetentionJob {
  /** Rows removed by one statement: a moment's work. */
  static final int PORTION = 1_000;

  /** Entries of an audit log that go together: each time is noted by an entry of its own. */
  private static final int ENTRIES = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final Duration ROUND = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final long LOOK_MS = 1_000;

  private final Vertx vertx;
  private final Tenants tenants;
  private final Organisations organisations;
  private final Refusals refusals;
  private final Facts facts;
  private final RetentionMeters meters;
  private final InstantSource clock;
  private long looking;
  private boolean underWay;
  private @Nullable Instant next;

  /** Where refusals of facts are kept. */
  @FunctionalInterface
  public interface Refusals {
    /** Forgets those of before then; gives how many those were. */
    int forget(int organisation, Instant before);
  }

  /** Where facts are kept. */
  public interface Facts {
    /** Lets go of those that are older, as far as that can be. */
    Future<Void> seal(int organisation, int days);

    /** Removes all that was let go of, now or before; gives how many those were. */
    Future<Long> remove(int organisation);
  }

  public RetentionJob(
      Vertx vertx,
      Tenants tenants,
      Organisations organisations,
      Refusals refusals,
      Facts facts,
      RetentionMeters meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.tenants = tenants;
    this.organisations = organisations;
    this.refusals = refusals;
    this.facts = facts;
    this.meters = meters;
    this.clock = clock;
  }

  /** Looks at the clock from now on. */
  public void start() {
    looking = vertx.setPeriodic(LOOK_MS, timer -> look());
  }

  public void stop() {
    vertx.cancelTimer(looking);
  }

  private void look() {
    Instant now = clock.instant();
    if (underWay || (next != null && now.isBefore(next))) {
      return;
    }
    underWay = true;
    next = now.plus(ROUND);
    round(now)
        .onSuccess(done -> meters.rounds.increment())
        .onFailure(
            failure -> {
              next = now.plus(RETRY);
              LOG.warn("retention will be tried again: {}", failure.toString());
            })
        .onComplete(done -> underWay = false);
  }

  /** An organisation in which something fails keeps none of the others waiting. */
  private Future<Void> round(Instant now) {
    Future<Void> tried = Future.succeededFuture();
    var failures = new ArrayList<Throwable>();
    for (Organisation one : List.copyOf(organisations.all())) {
      tried =
          tried
              .compose(before -> one(one.number(), now))
              .otherwise(
                  failure -> {
                    failures.add(failure);
                    return null;
                  });
    }
    return tried.compose(
        all ->
            failures.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture(failures.getFirst()));
  }

  private Future<Void> one(int organisation, Instant now) {
    return RetentionSql.find(tenants.of(organisation), organisation)
        .compose(kept -> one(organisation, kept, now));
  }

  private Future<Void> one(int organisation, Retention kept, Instant now) {
    var removed = new EnumMap<Removed, Long>(Removed.class);
    removed.put(Removed.REFUSAL, refusals(organisation, kept.before(Kind.REFUSALS, now)));
    return people(organisation, kept.before(Kind.SESSIONS, now), removed)
        .compose(done -> facts(organisation, kept.days(Kind.FACTS)))
        .onSuccess(gone -> removed.put(Removed.FACT, gone))
        .compose(done -> audit(organisation, kept.before(Kind.AUDIT, now), now))
        .onSuccess(gone -> removed.put(Removed.AUDIT, gone))
        .onComplete(done -> say(organisation, removed))
        .mapEmpty();
  }

  private long refusals(int organisation, @Nullable Instant before) {
    return before == null ? 0 : refusals.forget(organisation, before);
  }

  private Future<Void> people(
      int organisation, @Nullable Instant before, Map<Removed, Long> removed) {
    if (before == null) {
      return Future.succeededFuture();
    }
    var tenant = tenants.of(organisation);
    return all(PORTION, () -> RetentionSql.dropSessions(tenant, organisation, before, PORTION))
        .onSuccess(gone -> removed.put(Removed.SESSION, gone))
        .compose(
            done ->
                all(PORTION, () -> RetentionSql.dropLinks(tenant, organisation, before, PORTION)))
        .onSuccess(gone -> removed.put(Removed.LINK, gone))
        .mapEmpty();
  }

  /** What was let go of before is removed also where facts are kept for ever by now. */
  private Future<Long> facts(int organisation, int days) {
    Future<Void> letGo =
        days == Retention.FOR_EVER ? Future.succeededFuture() : facts.seal(organisation, days);
    return letGo.compose(done -> facts.remove(organisation));
  }

  private Future<Long> audit(int organisation, @Nullable Instant before, Instant now) {
    return before == null
        ? Future.succeededFuture(0L)
        : all(
            ENTRIES,
            () -> AuditSql.shorten(tenants.of(organisation), organisation, before, now, ENTRIES));
  }

  /** One portion of a removal; gives how many rows went. */
  @FunctionalInterface
  private interface Removal {
    Future<Integer> portion();
  }

  /** Until a portion is not full any more. */
  private static Future<Long> all(int full, Removal removal) {
    return removal
        .portion()
        .compose(
            gone ->
                gone < full
                    ? Future.succeededFuture(gone.longValue())
                    : all(full, removal).map(rest -> rest + gone));
  }

  private void say(int organisation, Map<Removed, Long> removed) {
    removed.values().removeIf(count -> count == 0);
    removed.forEach((kind, count) -> meters.removed(kind).increment(count));
    if (!removed.isEmpty()) {
      LOG.info(
          "organisation {}: kept long enough and removed: {}",
          organisation,
          removed.entrySet().stream()
              .map(one -> one.getKey().word() + " " + one.getValue())
              .collect(Collectors.joining(", ")));
    }
  }
}
