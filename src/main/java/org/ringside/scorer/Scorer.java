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
import org.ringside.audit.Act;
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
import org.ringside.person.Erased;
import org.ringside.person.Person;
import org.ringside.person.Persons;
import org.ringside.source.Forgery;
import org.ringside.source.Refusal;
import org.ringside.source.Source;
import org.ringside.source.SourceSql;
import org.ringside.source.Sources;

/**
 * The scorer as the rest of the server sees it. Safe to call from any thread: what changes
 * something goes over to the scorer's loop and its answer comes back to the caller's; what only
 * reads takes the last published {@link View}.
 */
public final class Scorer implements Intake, Floors, Contests, Sources, Organisations, Persons {
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
  public Future<RosterOutcome> change(int organisation, RosterEdit edit, boolean dryRun, Act act) {
    return over(() -> engine.changeRoster(organisation, edit, dryRun, act));
  }

  @Override
  public Collection<Contest> all(int organisation) {
    return view(organisation).contests();
  }

  @Override
  public Future<Contest> open(int organisation, NewContest draft, Act act) {
    return over(() -> engine.openContest(organisation, draft, act));
  }

  @Override
  public Future<Series> openSeries(int organisation, NewSeries draft, Act act) {
    return over(() -> engine.openSeries(organisation, draft, act));
  }

  @Override
  public Future<Rebuilt> rebuild(int organisation, int contest, Act act) {
    return over(() -> engine.rebuild(organisation, contest, act));
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
    return engine.refusals().last(organisation, source);
  }

  @Override
  public Map<String, Long> refusalCounts(int organisation, String source) {
    return engine.refusals().counts(organisation, source);
  }

  @Override
  public void noteForged(int organisation, String source, Forgery why, String expected) {
    engine.noteForged(organisation, source, why, expected);
  }

  @Override
  public Future<Source> declare(int organisation, Source declared, Act act) {
    return over(() -> engine.declare(organisation, declared, act));
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
  public @Nullable Instant factsSince(int number) {
    Instant since = view(number).since();
    return since.equals(Times.EVER) ? null : since;
  }

  @Override
  public Future<Organisation> change(Organisation changed, Act act) {
    return over(() -> engine.changeOrganisation(changed, act));
  }

  @Override
  public Future<Organisation> found(Organisation fresh, Act act) {
    return over(() -> engine.found(fresh, act));
  }

  @Override
  public Future<Erased> anonymise(int organisation, Person person, Act act) {
    return over(() -> engine.anonymise(organisation, person, act));
  }

  /** Forgets refusals of before then; gives how many those were. */
  public int forgetRefusals(int organisation, Instant before) {
    return engine.refusals().forget(organisation, before);
  }

  /**
   * Lets go of the facts that are older than so many days, as far as no contest that is open can be
   * recomputed from them. What was counted stays.
   */
  public Future<Void> sealFacts(int organisation, int days) {
    return over(() -> engine.seal(organisation, days));
  }

  /** Removes the facts that were let go of; gives how many. To be asked again where it failed. */
  public Future<Long> removeSealedFacts(int organisation) {
    return over(() -> engine.removeSealed(organisation));
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
