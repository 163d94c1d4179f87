package org.ringside.scorer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringside.contest.Contest;
import org.ringside.contest.Contests;
import org.ringside.contest.NewContest;
import org.ringside.contest.NewSeries;
import org.ringside.contest.Rebuilt;
import org.ringside.contest.Series;
import org.ringside.fact.Incoming;
import org.ringside.fact.Intake;
import org.ringside.fact.Receipt;
import org.ringside.fact.Refused;
import org.ringside.floor.Floor;
import org.ringside.floor.Floors;
import org.ringside.floor.RosterEdit;
import org.ringside.floor.RosterOutcome;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.source.Refusal;
import org.ringside.source.Source;
import org.ringside.source.SourceSql;
import org.ringside.source.Sources;

/**
 * The scorer as the rest of the server sees it. Safe to call from any thread: what changes
 * something goes over to the scorer's loop and its answer comes back to the caller's; what only
 * reads takes the last published {@link View}.
 */
public final class Scorer implements Intake, Floors, Contests, Sources, Organisations {
  private final Vertx vertx;
  private final Context loop;
  private final Engine engine;

  Scorer(Vertx vertx, Context loop, Engine engine) {
    this.vertx = vertx;
    this.loop = loop;
    this.engine = engine;
  }

  /** Whether facts can be taken now; false while the memory is being loaded. */
  public boolean ready() {
    return engine.ready();
  }

  /** Writes a last checkpoint and lets go of the shard. */
  public Future<Void> stop() {
    return over(engine::stop);
  }

  @Override
  public Future<List<Receipt>> append(int organisation, List<Incoming> facts) {
    return over(() -> engine.append(organisation, facts));
  }

  @Override
  public void noteRefused(int organisation, List<Refused> refused) {
    engine.noteRefused(organisation, refused);
  }

  @Override
  public Floor current(int organisation) {
    return view(organisation).floor();
  }

  @Override
  public Future<RosterOutcome> change(int organisation, RosterEdit edit, boolean dryRun) {
    return over(() -> engine.changeRoster(organisation, edit, dryRun));
  }

  @Override
  public Collection<Contest> all(int organisation) {
    return view(organisation).contests();
  }

  @Override
  public Future<Contest> open(int organisation, NewContest draft) {
    return over(() -> engine.openContest(organisation, draft));
  }

  @Override
  public Future<Series> openSeries(int organisation, NewSeries draft) {
    return over(() -> engine.openSeries(organisation, draft));
  }

  @Override
  public Future<Rebuilt> rebuild(int organisation, int contest) {
    return over(() -> engine.rebuild(organisation, contest));
  }

  @Override
  public Map<String, Source> byName(int organisation) {
    return view(organisation).sources();
  }

  @Override
  public List<SourceSql.Heard> heard(int organisation) {
    return view(organisation).heard();
  }

  @Override
  public List<Refusal> refusals(int organisation, String source) {
    return engine.refusals().of(organisation, source);
  }

  @Override
  public Future<Source> declare(int organisation, Source declared) {
    return over(() -> engine.declare(organisation, declared));
  }

  @Override
  public Future<Void> heartbeat(int organisation, String source, Instant until) {
    return over(() -> engine.heartbeat(organisation, source, until));
  }

  @Override
  public @Nullable Organisation find(int number) {
    View view = engine.views().get(number);
    return view == null ? null : view.organisation();
  }

  @Override
  public Collection<Organisation> all() {
    return engine.views().values().stream().map(View::organisation).toList();
  }

  @Override
  public Future<Organisation> change(Organisation changed) {
    return over(() -> engine.changeOrganisation(changed));
  }

  /** When all tallies of the log so far are in the table: for reports that read it. */
  public Future<Void> flush(int organisation) {
    return over(() -> engine.flush(organisation));
  }

  private View view(int organisation) {
    View view = engine.views().get(organisation);
    if (view == null) {
      throw Engine.loading();
    }
    return view;
  }

  private <T> Future<T> over(Supplier<Future<T>> command) {
    Context caller = vertx.getOrCreateContext();
    Promise<T> answer = Promise.promise();
    loop.runOnContext(
        there ->
            guarded(command)
                .onComplete(result -> caller.runOnContext(back -> answer.handle(result))));
    return answer.future();
  }

  private static <T> Future<T> guarded(Supplier<Future<T>> command) {
    try {
      return command.get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
