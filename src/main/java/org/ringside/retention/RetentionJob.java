package org.ringside.retention;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final Duration ROUND = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final long LOOK_MS = 1_000;

  private final Vertx vertx;
  private final Tenants tenants;
  private final Organisations organisations;
  private final Refusals refusals;
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

  public RetentionJob(
      Vertx vertx,
      Tenants tenants,
      Organisations organisations,
      Refusals refusals,
      RetentionMeters meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.tenants = tenants;
    this.organisations = organisations;
    this.refusals = refusals;
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

  private Future<Void> round(Instant now) {
    Future<Void> done = Future.succeededFuture();
    for (Organisation one : List.copyOf(organisations.all())) {
      done = done.compose(before -> one(one.number(), now));
    }
    return done;
  }

  private Future<Void> one(int organisation, Instant now) {
    return RetentionSql.find(tenants.of(organisation), organisation)
        .compose(kept -> one(organisation, kept, now));
  }

  private Future<Void> one(int organisation, Retention kept, Instant now) {
    Instant before = Retention.before(kept.sessionsDays(), now);
    int refused = refusals(organisation, Retention.before(kept.refusalsDays(), now));
    return all(() ->
            RetentionSql.dropSessions(tenants.of(organisation), organisation, before, PORTION))
        .compose(
            sessions ->
                all(() ->
                        RetentionSql.dropLinks(
                            tenants.of(organisation), organisation, before, PORTION))
                    .onSuccess(links -> say(organisation, sessions, links, refused)))
        .mapEmpty();
  }

  private int refusals(int organisation, @Nullable Instant before) {
    return before == null ? 0 : refusals.forget(organisation, before);
  }

  /** One portion of a removal; gives how many rows went. */
  @FunctionalInterface
  private interface Removal {
    Future<Integer> portion();
  }

  /** Until a portion is not full any more. */
  private static Future<Integer> all(Removal removal) {
    return removal
        .portion()
        .compose(
            gone ->
                gone < PORTION
                    ? Future.succeededFuture(gone)
                    : all(removal).map(rest -> rest + gone));
  }

  private void say(int organisation, int sessions, int links, int refused) {
    meters.sessions.increment(sessions);
    meters.links.increment(links);
    meters.refusals.increment(refused);
    if (sessions + links + refused > 0) {
      LOG.info(
          "organisation {}: {} sign-ins, {} links and {} refusals were kept long enough and are removed",
          organisation,
          sessions,
          links,
          refused);
    }
  }
}
