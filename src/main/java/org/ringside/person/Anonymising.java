package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Administrators;
import org.ringside.audit.Act;
import org.ringside.fact.Restated;
import org.ringside.floor.Agent;
import org.ringside.floor.Floor;
import org.ringside.floor.FloorSql;
import org.ringside.frame.ProblemCode;

/**
 * One person taken out of all tables, within one transaction in which nobody appends: the facts
 * first, which nobody else writes; then the floor, by the same other words, so that every fact is
 * booked where it was; then the account, and last the audit log, which notes it.
 *
 * <p>A long log takes its minutes, so whatever sign-ins wait for is locked behind the facts. Who is
 * called otherwise by then than it was read is not anonymised: there would be a name left.
 *
 * <p>One for each time; its steps run one after the other.
 */
public final class Anonymising {
  private final SqlConnection transaction;
  private final int organisation;
  private final Person person;
  private final Floor floor;
  private final Act act;
  private final When when;
  private final Known known;
  private final Renaming renaming;
  private final boolean again;

  /**
   * Of one erasure.
   *
   * @param erased since then nothing of the person's is theirs any more
   * @param noted when that is written down: later, where it is carried out again
   */
  record When(Instant erased, Instant noted) {
    When {
      erased = erased.truncatedTo(ChronoUnit.MICROS); // as the database has it
    }
  }

  /** What is known of the person before anything is done. */
  private record Known(
      Person person,
      boolean wasErased,
      ForgetSql.@Nullable Called called,
      Set<String> formerNames,
      SpellingHash hashes) {

    /** Whether all the words are the same. */
    boolean isCalledAs(Known other) {
      return person.equals(other.person)
          && Objects.equals(called, other.called)
          && formerNames.equals(other.formerNames);
    }
  }

  private Anonymising(
      SqlConnection transaction,
      int organisation,
      Known known,
      Floor floor,
      Act act,
      When when,
      boolean again) {
    this.again = again;
    this.transaction = transaction;
    this.organisation = organisation;
    this.known = known;
    this.person = known.person();
    this.floor = floor;
    this.act = act.about(person.subject());
    this.when = when;
    ForgetSql.Called called = known.called();
    this.renaming =
        new Renaming(
            floor,
            person,
            called == null ? null : called.login(),
            called == null ? null : called.name(),
            known.formerNames());
  }

  /**
   * Nothing is done to somebody of whom nothing is left.
   *
   * @param some one of the two numbers of the person is enough
   * @param floor as the tables have it
   * @param act its subject is put in here; refused where its reason names the person
   */
  public static Future<Erased> run(
      SqlConnection transaction, int organisation, Person some, Floor floor, Act act, Instant now) {
    return run(transaction, organisation, some, floor, act, new When(now, now), false);
  }

  /** The same of somebody about whom it was decided before: nothing is weighed again. */
  static Future<Erased> again(
      SqlConnection transaction, int organisation, Person some, Floor floor, Act act, When when) {
    return run(transaction, organisation, some, floor, act, when, true);
  }

  private static Future<Erased> run(
      SqlConnection transaction,
      int organisation,
      Person some,
      Floor floor,
      Act act,
      When when,
      boolean again) {
    return whole(transaction, organisation, some, floor)
        .compose(person -> known(transaction, organisation, person))
        .map(known -> new Anonymising(transaction, organisation, known, floor, act, when, again))
        .compose(one -> one.isDone() ? Future.succeededFuture(one.nothing()) : one.run());
  }

  private static Future<Known> known(SqlConnection transaction, int organisation, Person person) {
    return ForgetSql.isErased(transaction, organisation, person)
        .compose(
            erased ->
                ForgetSql.account(transaction, organisation, person.account())
                    .compose(
                        called ->
                            ForgetSql.formerNames(transaction, organisation, person)
                                .compose(
                                    names ->
                                        ForgetSql.key(transaction, organisation)
                                            .map(
                                                key ->
                                                    new Known(
                                                        person,
                                                        erased,
                                                        called,
                                                        names,
                                                        new SpellingHash(key))))));
  }

  private boolean isDone() {
    return known.wasErased() && renaming.isDone();
  }

  private Erased nothing() {
    return new Erased(organisation, person, List.of(), renaming.name(), List.of(), Set.of());
  }

  /** An account and an agent that are linked are one person. */
  static Future<Person> whole(
      SqlConnection transaction, int organisation, Person some, Floor floor) {
    Integer agent = some.agent();
    Integer account = some.account();
    if (agent != null) {
      if (floor.agent(agent) == null) {
        throw ProblemCode.NOT_FOUND.because("There is no such agent.").refused();
      }
      return PersonSql.accountOf(transaction, organisation, agent)
          .map(linked -> new Person(agent, linked));
    }
    return PersonSql.ofAccount(transaction, organisation, Objects.requireNonNull(account))
        .map(
            found -> {
              if (found == null) {
                throw ProblemCode.NOT_FOUND
                    .because("There is no account " + account + ".")
                    .refused();
              }
              return found;
            });
  }

  private Future<Erased> run() {
    List<Erasure> erasures = erasures();
    return (again ? Future.<Void>succeededFuture() : weigh())
        .compose(may -> erase(erasures))
        .compose(done -> facts())
        .compose(done -> hideIds())
        .compose(done -> lock())
        .compose(locked -> again ? Future.succeededFuture() : weighAgain())
        .compose(may -> FloorSql.write(transaction, organisation, floor, renaming.after()))
        .compose(done -> addGone())
        .compose(done -> ForgetSql.renameStrangers(transaction, organisation, renaming.words()))
        .compose(
            done ->
                ForgetSql.forgetNames(
                    transaction, organisation, renaming.distinctNames(), renaming.name()))
        .compose(done -> endAccount())
        .compose(ended -> noteDown(erasures, ended));
  }

  private Future<Void> erase(List<Erasure> erasures) {
    Future<Void> done = Future.succeededFuture();
    for (Erasure one : erasures) {
      done = done.compose(before -> ForgetSql.erase(transaction, organisation, one));
    }
    return done;
  }

  /** Roles first: whoever changes an account waits for them before it waits for the account. */
  private Future<Void> lock() {
    return Administrators.lock(transaction, organisation)
        .compose(locked -> ForgetSql.lockAccount(transaction, organisation, person.account()));
  }

  private Future<Void> weighAgain() {
    return whole(transaction, organisation, person, floor)
        .compose(now -> known(transaction, organisation, now))
        .compose(
            now -> {
              if (!known.isCalledAs(now)) {
                throw ProblemCode.CONFLICT
                    .because("The account of this person was changed meanwhile; once more.")
                    .refused();
              }
              return refuseLastAdministrator();
            });
  }

  /** Without a lock, so that a refusal comes before the work and holds nobody up. */
  private Future<Void> weigh() {
    refuseNaming();
    return refuseLastAdministrator();
  }

  /** The entry that says so must not be the one in which the name goes on. */
  private void refuseNaming() {
    String reason = Objects.requireNonNullElse(act.reason(), "");
    boolean names =
        renaming.words().keySet().stream()
            .anyMatch(word -> word.codePointCount(0, word.length()) > 1 && reason.contains(word));
    if (names) {
      throw ProblemCode.BAD_INPUT
          .because("The reason names the person, and stays; say it without.")
          .refused();
    }
  }

  private Future<Void> refuseLastAdministrator() {
    Integer account = person.account();
    if (account == null) {
      return Future.succeededFuture();
    }
    return Administrators.isLast(transaction, organisation, account)
        .map(
            last -> {
              if (last) {
                throw Administrators.LAST
                    .because("Give another account that role first.")
                    .refused();
              }
              return null;
            });
  }

  private Future<Void> addGone() {
    Integer account = person.account();
    Future<List<byte[]>> identities =
        account == null
            ? Future.succeededFuture(List.of())
            : ForgetSql.identities(transaction, organisation, account, known.hashes());
    return identities
        .map(this::gone)
        .compose(gone -> ForgetSql.addGone(transaction, organisation, gone));
  }

  private List<GoneSpellings.Gone> gone(List<byte[]> identities) {
    var gone = new ArrayList<>(recognising().identities(identities));
    Agent agent = person.agent() == null ? null : floor.agent(person.agent());
    if (agent != null) {
      boolean alone = renaming.words().containsKey(agent.code());
      gone.addAll(recognising().spellings(floor, agent, alone));
    }
    return gone;
  }

  private Recognising recognising() {
    return new Recognising(known.hashes(), when.erased());
  }

  /** Goes through the whole log once: a spelling may stand anywhere in it. */
  private Future<Void> facts() {
    Map<Integer, String> sources = new HashMap<>();
    List<String> words = List.copyOf(renaming.said());
    var said = new ArrayList<>(Mentions.said(words));
    words.forEach(word -> said.add(io.vertx.core.json.Json.encode(word)));
    said.addAll(renaming.distinctNames());
    return PersonSql.sources(transaction, organisation)
        .onSuccess(found -> found.forEach(one -> sources.put(one.source(), one.name())))
        .compose(
            found ->
                PersonSql.facts(
                    transaction, organisation, words, said, rows -> rewrite(rows, sources)));
  }

  private Future<Void> rewrite(List<FactRow> rows, Map<Integer, String> sources) {
    var rewritten = new ArrayList<ForgetSql.Rewritten>();
    for (FactRow row : rows) {
      long timeMs = row.time().toEpochMilli();
      String source = sources.getOrDefault(row.source(), "");
      Restated restated =
          Restated.of(
              row.type(),
              timeMs,
              row.subject(),
              row.data(),
              renaming.wording(source, row.type(), timeMs));
      if (restated != null) {
        rewritten.add(new ForgetSql.Rewritten(row, restated));
      }
    }
    return rewritten.isEmpty()
        ? Future.succeededFuture()
        : ForgetSql.rewrite(transaction, organisation, rewritten);
  }

  private Future<Void> hideIds() {
    return person.agent() == null || renaming.words().isEmpty()
        ? Future.succeededFuture()
        : ForgetSql.hideIds(transaction, organisation, renaming.subjects(), renaming.inIds());
  }

  private Future<List<UUID>> endAccount() {
    Integer account = person.account();
    ForgetSql.Called called = known.called();
    return account == null || called == null
        ? Future.succeededFuture(List.of())
        : ForgetSql.endAccount(
            transaction, organisation, account, renaming.instead(called.login()), renaming.name());
  }

  /** The account by itself as well: an older backup may not know whose it is. */
  private List<Erasure> erasures() {
    ForgetSql.Called called = known.called();
    var all = new ArrayList<Erasure>();
    all.add(erasure(person, renaming.first(called == null ? null : called.login())));
    if (person.agent() != null && called != null) {
      all.add(erasure(new Person(null, person.account()), called.login()));
    }
    return all;
  }

  private Erasure erasure(Person named, String first) {
    return new Erasure(organisation, named, recognising().hash(first), when.erased());
  }

  private Future<Erased> noteDown(List<Erasure> erasures, List<UUID> ended) {
    return ForgetSql.redact(transaction, organisation, act, person.actor(), renaming, when.noted())
        .map(
            noted ->
                new Erased(
                    organisation, person, erasures, renaming.name(), ended, renaming.said()));
  }
}
