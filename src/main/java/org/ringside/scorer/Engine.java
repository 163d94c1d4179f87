package org.ringside.scorer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ringside.audit.Act;
import org.ringside.contest.Contest;
import org.ringside.contest.ContestSql;
import org.ringside.contest.NewContest;
import org.ringside.contest.NewSeries;
import org.ringside.contest.Rebuilt;
import org.ringside.contest.Series;
import org.ringside.contest.SeriesJson;
import org.ringside.contest.SeriesSql;
import org.ringside.fact.Incoming;
import org.ringside.fact.Receipt;
import org.ringside.fact.Refused;
import org.ringside.floor.RosterEdit;
import org.ringside.floor.RosterOutcome;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.OrganisationSql;
import org.ringside.person.Erased;
import org.ringside.person.Person;
import org.ringside.source.Forgery;
import org.ringside.source.Source;
import org.ringside.source.SourceSql;

/** The commands of one scorer; runs on its loop, and each command that writes runs alone. */
final class Engine {
  /** Who opens the contest of a new week: nobody but the calendar. */
  private static final Act BY_SERIES = Act.ofSystem("contest.opened", "");

  private final Shard shard;
  private final Checkpointer checkpointer;
  private final BoardPace pace;
  private final RosterChange rosterChange;
  private final ContestOpening opening;
  private final OrganisationChange organisationChange;
  private final Founding founding;
  private final PersonChange personChange;
  private final Sealing sealing;
  private final RefusalLog refusals = new RefusalLog();
  private final Map<Integer, GroupCommit> commits = new HashMap<>();
  private final Map<Integer, View> views = new ConcurrentHashMap<>();
  private volatile boolean ready;
  private boolean openingDue;

  Engine(Shard shard) {
    this.shard = shard;
    this.checkpointer = new Checkpointer(shard);
    this.pace = new BoardPace(shard);
    this.rosterChange = new RosterChange(shard, checkpointer, pace);
    this.opening = new ContestOpening(shard, checkpointer, pace);
    this.organisationChange = new OrganisationChange(shard, checkpointer);
    this.founding = new Founding(shard);
    this.personChange = new PersonChange(shard, checkpointer);
    this.sealing = new Sealing(shard, checkpointer);
  }

  static RefusedException loading() {
    return ProblemCode.UNAVAILABLE
        .because(
            "The server is loading its memory or has no database; what is sent again counts once.")
        .refused();
  }

  boolean ready() {
    return ready;
  }

  Map<Integer, View> views() {
    return views;
  }

  Shard shard() {
    return shard;
  }

  RefusalLog refusals() {
    return refusals;
  }

  /**
   * Before business: books anew what another version of the booking made. Fails where the scorer's
   * connection is lost meanwhile.
   */
  Future<Void> follow() {
    Future<?> done = Future.succeededFuture();
    for (Scorebook book : List.copyOf(shard.books.values())) {
      done = done.compose(before -> follow(book));
    }
    return done.mapEmpty();
  }

  private Future<?> follow(Scorebook book) {
    return shard
        .inSnapshot(book.number(), own -> OrganisationSql.isBookedByAnother(own, book.number()))
        .compose(
            foreign -> foreign ? organisationChange.follow(book) : Future.succeededFuture(book));
  }

  /** Opens for business with books just loaded: every board goes out in a new epoch. */
  void begin() {
    ready = true;
    shard.books.values().forEach(this::begin);
  }

  private void begin(Scorebook book) {
    commits.put(book.number(), new GroupCommit(shard, book.number(), pace, () -> show(book)));
    show(book);
    book.desks().values().forEach(desk -> pace.publish(book, desk));
  }

  /** Closes while the memory is dropped; what waits is refused and may come again. */
  void halt() {
    ready = false;
    commits.values().forEach(commit -> commit.refuseAll(loading()));
    commits.clear();
    checkpointer.reset();
    shard.serial.giveUp(loading());
  }

  private void show(Scorebook book) {
    views.put(book.number(), View.of(book));
  }

  Future<List<Receipt>> append(int organisation, List<Incoming> facts) {
    GroupCommit commit = commits.get(organisation);
    return ready && commit != null ? commit.append(facts) : Future.failedFuture(loading());
  }

  void noteRefused(int organisation, List<Refused> refused) {
    shard.meters.refused(refused.size());
    refused.forEach(one -> shard.meters.refusal(one.code()));
    View view = views.get(organisation);
    Set<String> known = view == null ? Set.of() : view.sources().keySet();
    refusals.note(organisation, known, refused, shard.clock.instant());
  }

  void noteForged(int organisation, String source, Forgery why, String expected) {
    shard.meters.refusal(why.name());
    refusals.noteForged(organisation, source, why, expected, shard.clock.instant());
  }

  Future<RosterOutcome> changeRoster(int organisation, RosterEdit edit, boolean dryRun, Act act) {
    return alone(() -> rosterChange.change(organisation, edit, dryRun, act))
        .onSuccess(done -> show(shard.book(organisation)));
  }

  Future<Contest> openContest(int organisation, NewContest draft, Act act) {
    return alone(
        () ->
            ContestSql.findSingle(shard.database.of(organisation), organisation, draft)
                .compose(
                    known ->
                        known.isPresent()
                            ? Future.failedFuture(taken(known.get()))
                            : open(shard.book(organisation), draft, act)));
  }

  private static RefusedException taken(int contest) {
    return ProblemCode.CONFLICT
        .because("Contest " + contest + " has this name, competitors and start already.")
        .refused();
  }

  private Future<Contest> open(Scorebook book, NewContest draft, Act act) {
    return opening.open(book, draft, act).onSuccess(opened -> show(book));
  }

  Future<Series> openSeries(int organisation, NewSeries draft, Act act) {
    return alone(() -> addSeries(shard.book(organisation), draft, act));
  }

  private Future<Series> addSeries(Scorebook book, NewSeries draft, Act act) {
    for (Series known : book.series().values()) {
      if (known.name().equals(draft.name())
          && known.cadence() == draft.cadence()
          && known.competitors() == draft.competitors()) {
        return Future.failedFuture(
            ProblemCode.CONFLICT
                .because("Series " + known.number() + " has this name, cadence and competitors.")
                .refused());
      }
    }
    int number = book.series().keySet().stream().mapToInt(n -> n).max().orElse(0) + 1;
    Series series = draft.numbered(number, shard.clock.instant());
    return shard
        .inTransaction(
            book,
            other ->
                SeriesSql.add(other, book.number(), series)
                    .compose(
                        added ->
                            shard.note(
                                other,
                                book,
                                act.about("series:" + number)
                                    .to(SeriesJson.series(series, book.floor())))))
        .onSuccess(added -> book.series().put(number, series))
        .compose(added -> openDue(book))
        .map(series);
  }

  /** Opens the contests of every series that are due and not there yet. */
  Future<Void> openDue(Scorebook book) {
    Instant now = shard.clock.instant();
    Future<?> done = Future.succeededFuture();
    for (Series series : book.series().values()) {
      for (NewContest due : series.due(book.newestStart(series), now)) {
        if (!book.hasContest(series.number(), due.period().window().start())) {
          done = done.compose(before -> open(book, due, BY_SERIES));
        }
      }
    }
    return done.mapEmpty();
  }

  /** Once a second: what the time alone brings about. */
  void tick() {
    if (!ready) {
      return;
    }
    Instant now = shard.clock.instant();
    for (Scorebook book : shard.books.values()) {
      if (book.anyDue(now) && !openingDue) {
        openingDue = true;
        alone(() -> openDue(book))
            .onFailure(shard::complain)
            .onComplete(done -> openingDue = false);
      }
      for (ContestDesk desk : book.desks().values()) {
        if (desk.stateChanged(now)) {
          pace.publish(book, desk);
        }
      }
      for (ContestDesk desk : book.longOver(now.minus(ContestSql.REMEMBERED))) {
        book.leave(desk);
        shard.publisher.remove(book.number(), desk.field().contest().id());
      }
    }
  }

  /** Every two seconds: says beside each board what time it is and how complete it is. */
  void tellTime() {
    Instant now = shard.clock.instant();
    boolean live = ready && shard.answering();
    for (Scorebook book : shard.books.values()) {
      show(book);
      for (ContestDesk desk : book.desks().values()) {
        shard.publisher.tick(book.number(), Clocks.of(book, desk, now, live));
      }
    }
  }

  void checkpoint() {
    if (ready) {
      checkpointer.tick();
    }
  }

  Future<Rebuilt> rebuild(int organisation, int contest, Act act) {
    return alone(
        () -> {
          Scorebook book = shard.book(organisation);
          ContestDesk desk = book.desk(contest);
          return desk == null
              ? Future.failedFuture(
                  ProblemCode.NOT_FOUND.because("Contest " + contest + " is not open.").refused())
              : opening.rebuild(book, desk, act);
        });
  }

  Future<Source> declare(int organisation, Source declared, Act act) {
    return alone(
        () -> {
          Scorebook book = shard.book(organisation);
          Integer known = book.sourceNumbers().get(declared.name());
          Source source = declared.numbered(known == null ? book.nextSourceNumber() : known);
          return shard
              .inTransaction(
                  book,
                  other ->
                      SourceSql.put(other, organisation, source, shard.clock.instant())
                          .compose(put -> shard.note(other, book, act)))
              .map(
                  put -> {
                    book.add(source);
                    show(book);
                    return source;
                  });
        });
  }

  Future<Void> heartbeat(int organisation, String name, Instant until) {
    if (!ready) {
      return Future.failedFuture(loading());
    }
    Scorebook book = shard.book(organisation);
    Integer source = book.sourceNumbers().get(name);
    if (source == null) {
      return Future.failedFuture(
          ProblemCode.NOT_FOUND.because("There is no source " + name + ".").refused());
    }
    book.heard(source, until.toEpochMilli(), shard.clock.millis());
    return Future.succeededFuture();
  }

  /** To be run at any time: the others go on. */
  Future<Organisation> found(Organisation fresh, Act act) {
    return alone(() -> founding.found(fresh, act))
        .onSuccess(this::begin)
        .map(Scorebook::organisation);
  }

  Future<Organisation> changeOrganisation(Organisation changed, Act act) {
    return alone(
        () -> {
          Scorebook book = shard.book(changed.number());
          boolean bookedAnew = OrganisationChange.movesCounters(book.organisation(), changed);
          return bookedAnew
              ? organisationChange.bookAnew(book, changed, act).onSuccess(this::begin).map(changed)
              : shard
                  .inTransaction(
                      book,
                      other ->
                          OrganisationSql.put(other, changed, shard.clock.instant())
                              .compose(put -> shard.note(other, book, act)))
                  .onSuccess(
                      put -> {
                        book.rename(changed);
                        show(book);
                      })
                  .map(changed);
        });
  }

  Future<Erased> anonymise(int organisation, Person person, Act act) {
    return alone(
        () ->
            personChange
                .anonymise(shard.book(organisation), person, act)
                .onSuccess(erased -> begin(shard.book(organisation)))
                .onSuccess(erased -> refusals.forget(organisation, erased.words())));
  }

  /** Contests that are due are there before, so that they hold back what they are counted from. */
  Future<Void> seal(int organisation, int days) {
    return alone(
            () ->
                openDue(shard.book(organisation))
                    .compose(opened -> sealing.seal(shard.book(organisation), days)))
        .onSuccess(moved -> show(shard.book(organisation)));
  }

  /**
   * Portion by portion, with the others at work between two. Fails where the memory is loaded anew
   * meanwhile: it is asked for again.
   */
  Future<Long> removeSealed(int organisation) {
    if (!ready) {
      return Future.failedFuture(loading());
    }
    Scorebook book = shard.book(organisation);
    return new Removal(
            shard.vertx,
            after -> sealing.find(book, after),
            places -> alone(() -> sealing.remove(book, places)))
        .all();
  }

  Future<Void> flush(int organisation) {
    return alone(() -> checkpointer.flush(shard.book(organisation)));
  }

  Future<Void> stop() {
    if (!ready) {
      return Future.succeededFuture();
    }
    return alone(
            () -> {
              ready = false;
              shard.onLost(() -> {});
              Future<Void> done = Future.succeededFuture();
              for (Scorebook book : shard.books.values()) {
                done = done.compose(before -> checkpointer.flush(book));
              }
              return done;
            })
        .eventually(() -> shard.connection().close())
        .mapEmpty();
  }

  private <T> Future<T> alone(java.util.function.Supplier<Future<T>> command) {
    return ready ? shard.serial.run(command) : Future.failedFuture(loading());
  }
}
