package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.credential.BoundToken;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;

/** Inviting people and changing what they may do; each act is in the audit log with it. */
final class Accounts {
  private static final ProblemCode LOGIN_TAKEN =
      new ProblemCode(
          "LOGIN_TAKEN",
          409,
          "An account has this name already; where its link was lost, an administrator makes another.");
  private static final ProblemCode AGENT_TAKEN =
      new ProblemCode("AGENT_TAKEN", 409, "Another account is linked to this agent already.");
  private static final ProblemCode ANONYMISED =
      new ProblemCode(
          "ANONYMISED", 409, "This is somebody who was anonymised; invite them as somebody new.");

  private final Tenants tenants;
  private final Floors floors;
  private final Sessions sessions;
  private final Withdrawals withdrawals;
  private final InstantSource clock;

  Accounts(
      Tenants tenants,
      Floors floors,
      Sessions sessions,
      Withdrawals withdrawals,
      InstantSource clock) {
    this.tenants = tenants;
    this.floors = floors;
    this.sessions = sessions;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /**
   * What is to be true of an account.
   *
   * @param agent number of the agent that it is linked to, null for none
   * @param active whether it may sign in; null: as before
   */
  record Wanted(
      String name, @Nullable Integer agent, @Nullable Boolean active, List<Assignment> roles) {}

  /** An account with the link that lets its owner in. */
  record Invited(Account account, OneTimeLink link) {}

  Future<Invited> invite(int organisation, String login, Wanted wanted, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                AccountSql.lockRoles(tenant, organisation)
                    .compose(locked -> refuseAnonymised(tenant, organisation, null, wanted.agent()))
                    .compose(
                        somebody ->
                            AccountSql.create(
                                tenant, organisation, login, wanted.name(), wanted.agent(), now))
                    .compose(
                        number ->
                            AccountSql.putRoles(tenant, organisation, number, wanted.roles())
                                .compose(put -> invited(tenant, organisation, number, act, now))))
        .recover(Accounts::taken);
  }

  private Future<Invited> invited(
      SqlClient tenant, int organisation, int number, Act act, Instant now) {
    var link = OneTimeLink.fresh(organisation, LinkSql.Purpose.INVITATION, now);
    return found(tenant, organisation, number)
        .compose(
            account ->
                add(tenant, organisation, number, link, now)
                    .compose(
                        added ->
                            AuditSql.note(
                                tenant,
                                organisation,
                                act.about(Actors.of(number)).to(json(organisation, account)),
                                now))
                    .map(new Invited(account, link)));
  }

  private static Future<Void> add(
      SqlClient tenant, int organisation, int account, OneTimeLink link, Instant now) {
    return LinkSql.add(
        tenant, organisation, link.hash(), account, link.purpose(), now, link.endsAt());
  }

  /** Takes effect at once: rights are looked up anew, and who is blocked is signed out. */
  Future<Account> change(int organisation, int number, Wanted wanted, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                AccountSql.lockRoles(tenant, organisation)
                    .compose(
                        locked -> refuseAnonymised(tenant, organisation, number, wanted.agent()))
                    .compose(somebody -> found(tenant, organisation, number))
                    .compose(before -> change(tenant, organisation, before, wanted, act, now)))
        .recover(Accounts::taken)
        .map(changed -> told(organisation, changed));
  }

  /**
   * Whose name was taken out is not given another one, or the facts of it would be theirs. To be
   * asked under the lock of the roles, which an anonymising holds when it comes to the account.
   */
  private static Future<Void> refuseAnonymised(
      SqlClient tenant, int organisation, @Nullable Integer account, @Nullable Integer agent) {
    return AccountSql.isAnonymised(tenant, organisation, account, agent)
        .compose(
            gone ->
                gone
                    ? Future.failedFuture(ANONYMISED.because(ANONYMISED.title()).refused())
                    : Future.succeededFuture());
  }

  /** An account as it is now, with the sessions that ended by it. */
  private record Changed(Account account, List<UUID> ended) {}

  private Future<Changed> change(
      SqlClient tenant, int organisation, Account before, Wanted wanted, Act act, Instant now) {
    int number = before.number();
    boolean active = Objects.requireNonNullElse(wanted.active(), before.active());
    return AccountSql.change(tenant, organisation, number, wanted.name(), wanted.agent(), active)
        .compose(changed -> AccountSql.putRoles(tenant, organisation, number, wanted.roles()))
        .compose(put -> keepAdministrator(tenant, organisation, before))
        .compose(kept -> found(tenant, organisation, number))
        .compose(
            after ->
                AuditSql.note(
                        tenant,
                        organisation,
                        act.from(json(organisation, before)).to(json(organisation, after)),
                        now)
                    .map(after))
        .compose(after -> endIfBlocked(tenant, organisation, after, now));
  }

  /** Who is blocked is signed out, and no link lets him in. */
  private Future<Changed> endIfBlocked(
      SqlClient tenant, int organisation, Account after, Instant now) {
    if (after.active()) {
      return Future.succeededFuture(new Changed(after, List.of()));
    }
    Act act = Act.ofSystem("session.ended-everywhere", after.actor());
    return LinkSql.spendAll(tenant, organisation, after.number(), now)
        .compose(spent -> sessions.endAll(tenant, organisation, after.number(), "blocked", act))
        .map(ended -> new Changed(after, ended));
  }

  private static Future<Void> keepAdministrator(
      SqlClient tenant, int organisation, Account before) {
    boolean was = before.roles().contains(Assignment.everywhere(Role.ADMINISTRATOR));
    return AccountSql.administrators(tenant, organisation)
        .compose(
            left ->
                was && left == 0
                    ? Future.failedFuture(
                        Administrators.LAST
                            .because("Give another account that role first.")
                            .refused())
                    : Future.succeededFuture());
  }

  private Account told(int organisation, Changed changed) {
    Account account = changed.account();
    withdrawals.tell(new Withdrawn(organisation, account.actor(), null, !account.active()));
    sessions.over(organisation, account.number(), changed.ended());
    return account;
  }

  /** A link by which the owner chooses another password; everything open stays open until then. */
  Future<OneTimeLink> reset(int organisation, int number, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                AccountSql.lockRoles(tenant, organisation)
                    .compose(locked -> refuseAnonymised(tenant, organisation, number, null))
                    .compose(somebody -> found(tenant, organisation, number))
                    .compose(account -> reset(tenant, organisation, account, act, now)));
  }

  private static Future<OneTimeLink> reset(
      SqlClient tenant, int organisation, Account account, Act act, Instant now) {
    var purpose = account.hasPassword() ? LinkSql.Purpose.RESET : LinkSql.Purpose.INVITATION;
    var link = OneTimeLink.fresh(organisation, purpose, now);
    return LinkSql.spendAll(tenant, organisation, account.number(), now)
        .compose(spent -> add(tenant, organisation, account.number(), link, now))
        .compose(added -> AuditSql.note(tenant, organisation, act, now))
        .map(link);
  }

  /** Takes the second factor away: for somebody whose phone is lost. */
  Future<Void> dropFactor(int organisation, int number, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                found(tenant, organisation, number)
                    .compose(account -> AccountSql.dropFactor(tenant, organisation, number))
                    .compose(dropped -> AuditSql.note(tenant, organisation, act, now)))
        .onSuccess(
            noted -> withdrawals.tell(new Withdrawn(organisation, Actors.of(number), null, false)));
  }

  /**
   * Makes the offered second factor the account's; false where another was offered or taken
   * meanwhile.
   */
  Future<Boolean> takeFactor(int organisation, int number, Factors.Proof proof, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                AccountSql.takeFactor(tenant, organisation, number, proof.sealed(), proof.step())
                    .compose(
                        taken ->
                            taken
                                ? AuditSql.note(tenant, organisation, act, now).map(true)
                                : Future.succeededFuture(false)))
        .onSuccess(
            taken -> withdrawals.tell(new Withdrawn(organisation, Actors.of(number), null, false)));
  }

  /** Puts a password that was chosen by its owner, who stays signed in where he is. */
  Future<Void> putPassword(int organisation, int number, String phc, UUID kept, Act act) {
    Instant now = clock.instant();
    Act ended = act.doing("session.ended-everywhere");
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                AccountSql.putPassword(tenant, organisation, number, phc)
                    .compose(put -> LinkSql.spendAll(tenant, organisation, number, now))
                    .compose(spent -> AuditSql.note(tenant, organisation, act, now))
                    .compose(
                        noted -> sessions.endOthers(tenant, organisation, number, kept, ended)))
        .onSuccess(over -> sessions.over(organisation, number, over))
        .mapEmpty();
  }

  /**
   * An account whose password was chosen by a link.
   *
   * @param phc the password as it is stored
   */
  record Redeemed(int account, boolean hasSecondFactor, String phc) {}

  /** Uses a link up and puts the password; empty where the link is spent. */
  Future<Optional<Redeemed>> redeem(BoundToken shown, String phc, Act act) {
    int organisation = shown.organisation();
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                LinkSql.use(tenant, organisation, shown.hash(), now)
                    .compose(
                        account ->
                            account.isEmpty()
                                ? Future.succeededFuture(Optional.<Changed>empty())
                                : redeem(tenant, organisation, account.get(), phc, act, now)
                                    .map(Optional::of)))
        .map(changed -> changed.map(done -> redeemed(organisation, done, phc)));
  }

  private Redeemed redeemed(int organisation, Changed changed, String phc) {
    Account account = changed.account();
    sessions.over(organisation, account.number(), changed.ended());
    withdrawals.tell(new Withdrawn(organisation, account.actor(), null, false));
    return new Redeemed(account.number(), account.hasSecondFactor(), phc);
  }

  private Future<Changed> redeem(
      SqlClient tenant, int organisation, int number, String phc, Act act, Instant now) {
    String who = Actors.of(number);
    Act ended = Act.ofSystem("session.ended-everywhere", who);
    return AccountSql.putPassword(tenant, organisation, number, phc)
        .compose(put -> LinkSql.spendAll(tenant, organisation, number, now))
        .compose(spent -> AuditSql.note(tenant, organisation, act.by(who).about(who), now))
        .compose(noted -> sessions.endAll(tenant, organisation, number, "password-reset", ended))
        .compose(
            over -> found(tenant, organisation, number).map(account -> new Changed(account, over)));
  }

  private static Future<Account> found(SqlClient tenant, int organisation, int number) {
    return AccountSql.find(tenant, organisation, number)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ProblemCode.NOT_FOUND
                            .because("There is no account " + number + ".")
                            .refused()));
  }

  private JsonObject json(int organisation, Account account) {
    return AccountJson.of(account, floors.current(organisation));
  }

  private static <T> Future<T> taken(Throwable failure) {
    ProblemCode code =
        switch (AccountSql.taken(failure)) {
          case LOGIN -> LOGIN_TAKEN;
          case AGENT -> AGENT_TAKEN;
          case NOTHING -> null;
        };
    return Future.failedFuture(code == null ? failure : code.because(code.title()).refused());
  }
}
