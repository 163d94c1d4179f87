package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.fact.Restated;
import org.ringside.floor.Agent;
import org.ringside.floor.AliasKey;
import org.ringside.floor.Floor;
import org.ringside.floor.FloorSql;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;
import org.ringside.frame.ProblemCode;

/**
 * One person taken out of all tables, within one transaction in which nobody appends: the floor and
 * the facts first, by the same other words, so that every fact is booked where it was; then the
 * account, and last the audit log, which notes it.
 *
 * <p>One for each time; its steps run one after the other.
 */
public final class Anonymising {
  private static final ProblemCode LAST_ADMINISTRATOR =
      new ProblemCode("LAST_ADMINISTRATOR", 409, "An organisation keeps one administrator.");

  private final SqlConnection transaction;
  private final int organisation;
  private final Person person;
  private final Floor floor;
  private final Act act;
  private final Instant now;
  private final ForgetSql.@Nullable Called called;
  private final Renaming renaming;
  private final byte[] key;
  private final boolean again;

  private Anonymising(
      SqlConnection transaction,
      int organisation,
      Person person,
      Floor floor,
      Act act,
      Instant now,
      ForgetSql.@Nullable Called called,
      byte[] key,
      boolean again) {
    this.again = again;
    this.transaction = transaction;
    this.organisation = organisation;
    this.person = person;
    this.floor = floor;
    this.act = act;
    this.now = now;
    this.called = called;
    this.key = key;
    this.renaming =
        new Renaming(
            floor,
            person,
            called == null ? null : called.login(),
            called == null ? null : called.name());
  }

  /**
   * @param some one of the two numbers of the person is enough
   * @param floor as the tables have it
   * @param act its subject is put in here; refused where its reason names the person
   */
  public static Future<Erased> run(
      SqlConnection transaction, int organisation, Person some, Floor floor, Act act, Instant now) {
    return run(transaction, organisation, some, floor, act, now, false);
  }

  /** The same of somebody about whom it was decided before: nothing is weighed again. */
  static Future<Erased> again(
      SqlConnection transaction, int organisation, Person some, Floor floor, Act act, Instant now) {
    return run(transaction, organisation, some, floor, act, now, true);
  }

  private static Future<Erased> run(
      SqlConnection transaction,
      int organisation,
      Person some,
      Floor floor,
      Act act,
      Instant now,
      boolean again) {
    return whole(transaction, organisation, some, floor)
        .compose(
            person ->
                ForgetSql.isErased(transaction, organisation, person)
                    .compose(done -> done ? doneBefore() : Future.succeededFuture(person)))
        .compose(
            person ->
                ForgetSql.account(transaction, organisation, person.account())
                    .compose(
                        called ->
                            ForgetSql.key(transaction, organisation)
                                .compose(
                                    key ->
                                        new Anonymising(
                                                transaction,
                                                organisation,
                                                person,
                                                floor,
                                                act.about(person.subject()),
                                                now,
                                                called,
                                                key,
                                                again)
                                            .run())));
  }

  private static <T> Future<T> doneBefore() {
    return Future.failedFuture(
        ProblemCode.CONFLICT.because("This person was anonymised before.").refused());
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
    Erasure erasure = erasure();
    return (again ? Future.<Void>succeededFuture() : weigh())
        .compose(may -> ForgetSql.erase(transaction, organisation, erasure))
        .compose(done -> FloorSql.write(transaction, organisation, floor, renaming.after()))
        .compose(done -> addGone())
        .compose(done -> ForgetSql.renameStrangers(transaction, organisation, renaming.words()))
        .compose(done -> facts())
        .compose(done -> hideIds())
        .compose(
            done ->
                ForgetSql.forgetNames(
                    transaction, organisation, renaming.distinctNames(), renaming.name()))
        .compose(done -> endAccount())
        .compose(ended -> noteDown(erasure, ended));
  }

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
    return ForgetSql.isLastAdministrator(transaction, organisation, account)
        .map(
            last -> {
              if (last) {
                throw LAST_ADMINISTRATOR.because("Give another account that role first.").refused();
              }
              return null;
            });
  }

  private Future<Void> addGone() {
    Agent agent = person.agent() == null ? null : floor.agent(person.agent());
    if (agent == null) {
      return Future.succeededFuture();
    }
    var hashes = new SpellingHash(key);
    var gone = new ArrayList<GoneSpellings.Gone>();
    boolean alone = renaming.words().containsKey(agent.code());
    long untilMs = now.toEpochMilli();
    var always = new Span(alone ? Span.BEGINNING : untilMs - 1, untilMs);
    gone.add(new GoneSpellings.Gone(hash(hashes, agent.code()), "", always, true));
    floor
        .aliases()
        .forEach(
            (alias, timeline) ->
                timeline.stretches().stream()
                    .filter(held -> held.holder() == agent.no())
                    .filter(held -> held.span().fromMs() < untilMs)
                    .map(held -> gone(hashes, alias, held, untilMs))
                    .forEach(gone::add));
    return ForgetSql.addGone(transaction, organisation, gone);
  }

  private static GoneSpellings.Gone gone(
      SpellingHash hashes, AliasKey alias, Stretch held, long untilMs) {
    var span = new Span(held.span().fromMs(), Math.min(held.span().toMs(), untilMs));
    return new GoneSpellings.Gone(
        hash(hashes, alias.spelling()),
        Objects.requireNonNullElse(alias.source(), ""),
        span,
        held.span().toMs() == Span.END);
  }

  private static String hash(SpellingHash hashes, String spelling) {
    return HexFormat.of().formatHex(hashes.of(spelling));
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
    return account == null || called == null
        ? Future.succeededFuture(List.of())
        : ForgetSql.endAccount(
            transaction, organisation, account, renaming.instead(called.login()), renaming.name());
  }

  private Erasure erasure() {
    String first = renaming.first(called == null ? null : called.login());
    return new Erasure(organisation, person, hash(new SpellingHash(key), first), now);
  }

  private Future<Erased> noteDown(Erasure erasure, List<UUID> ended) {
    return ForgetSql.redact(transaction, organisation, act, person.actor(), renaming, now)
        .map(noted -> new Erased(erasure, renaming.name(), ended, renaming.said()));
  }
}
