package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.account.IdentitySql.Known;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.floor.Floors;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;

/** Accounts as an identity provider makes and changes them, each act in the audit log with it. */
final class VouchedAccounts {
  private final Floors floors;
  private final Sessions sessions;
  private final GonePeople gone;
  private final InstantSource clock;

  VouchedAccounts(Floors floors, Sessions sessions, GonePeople gone, InstantSource clock) {
    this.floors = floors;
    this.sessions = sessions;
    this.gone = gone;
    this.clock = clock;
  }

  /**
   * How somebody came in.
   *
   * @param issued empty for who has no role any more
   * @param changed whether the account is not what it was
   */
  record Entered(int account, Optional<Sessions.Issued> issued, boolean changed) {}

  /**
   * In one transaction: the decision, the account, its link, its roles, its session.
   *
   * @param proved whose second factor was asked for, if anybody's
   * @param trusted fails where the voucher is worth nothing any more
   */
  Future<Entered> enter(
      SqlClient tenant,
      Voucher voucher,
      Optional<Known> proved,
      Device device,
      Function<SqlClient, Future<Void>> trusted) {
    return AccountSql.lockRoles(tenant, voucher.organisation())
        .compose(locked -> trusted.apply(tenant))
        .compose(still -> IdentitySql.find(tenant, voucher))
        .compose(
            found -> {
              VouchedSignIn.Entry entry = VouchedSignIn.decided(voucher, found);
              if (!VouchedSignIn.isProved(voucher, proved, found)) {
                throw VouchedSignIn.AGAIN.because(VouchedSignIn.AGAIN.title()).refused();
              }
              return entering(tenant, voucher, entry, found)
                  .compose(before -> changed(tenant, voucher, before))
                  .compose(now -> entered(tenant, voucher, now, entry, device));
            });
  }

  private Future<Account> entering(
      SqlClient tenant, Voucher voucher, VouchedSignIn.Entry entry, Optional<Known> found) {
    return switch (entry) {
      case MAKE -> made(tenant, voucher);
      case LINK -> linked(tenant, voucher, found.orElseThrow().account());
      case OPEN -> found(tenant, voucher.organisation(), found.orElseThrow().account());
    };
  }

  /** An account before and after. */
  private record Change(Account before, Account after) {}

  private Future<Entered> entered(
      SqlClient tenant, Voucher voucher, Change change, VouchedSignIn.Entry entry, Device device) {
    int number = change.after().number();
    boolean changed = entry != VouchedSignIn.Entry.OPEN || !change.before().equals(change.after());
    if (change.after().roles().isEmpty() && voucher.trust().replaceRoles()) {
      return Future.succeededFuture(new Entered(number, Optional.empty(), changed));
    }
    return sessions
        .openVouched(
            tenant,
            voucher.organisation(),
            number,
            voucher.issuer(),
            voucher.factorProved(),
            device)
        .map(issued -> new Entered(number, Optional.of(issued), changed));
  }

  private Future<Account> made(SqlClient tenant, Voucher voucher) {
    return gone.isGone(tenant, voucher)
        .compose(
            isGone -> {
              if (isGone) {
                throw VouchedSignIn.GONE.because(VouchedSignIn.GONE.title()).refused();
              }
              return madeNew(tenant, voucher);
            });
  }

  private Future<Account> madeNew(SqlClient tenant, Voucher voucher) {
    int organisation = voucher.organisation();
    String login = Objects.requireNonNull(voucher.login());
    return AccountSql.create(tenant, organisation, login, voucher.name(), null, clock.instant())
        .compose(
            number ->
                IdentitySql.link(tenant, voucher, number, clock.instant())
                    .compose(
                        linked ->
                            AccountSql.putRoles(
                                tenant, organisation, number, VouchedRoles.first(voucher)))
                    .compose(put -> found(tenant, organisation, number)))
        .compose(
            account -> note(tenant, voucher, "account.provisioned", null, account).map(account));
  }

  private Future<Account> linked(SqlClient tenant, Voucher voucher, int number) {
    return IdentitySql.link(tenant, voucher, number, clock.instant())
        .compose(linked -> found(tenant, voucher.organisation(), number))
        .compose(account -> note(tenant, voucher, "account.linked", null, account).map(account));
  }

  private Future<Change> changed(SqlClient tenant, Voucher voucher, Account before) {
    return isLast(tenant, voucher, before)
        .compose(
            last -> {
              List<Assignment> roles = VouchedRoles.next(voucher, before.roles(), last);
              return Set.copyOf(roles).equals(Set.copyOf(before.roles()))
                  ? Future.succeededFuture()
                  : AccountSql.putRoles(tenant, voucher.organisation(), before.number(), roles);
            })
        .compose(put -> takeAgent(tenant, voucher, before))
        .compose(taken -> found(tenant, voucher.organisation(), before.number()))
        .compose(
            after ->
                before.equals(after)
                    ? Future.succeededFuture(new Change(before, after))
                    : note(tenant, voucher, "account.changed", before, after)
                        .map(new Change(before, after)));
  }

  private static Future<Boolean> isLast(SqlClient tenant, Voucher voucher, Account account) {
    boolean administrates = account.roles().contains(Assignment.everywhere(Role.ADMINISTRATOR));
    int counted = account.hasPassword() ? 1 : 0;
    return administrates
        ? AccountSql.administrators(tenant, voucher.organisation()).map(all -> all <= counted)
        : Future.succeededFuture(false);
  }

  /** Only where the account is nobody's "me" yet, and no other account is that agent's. */
  private static Future<Void> takeAgent(SqlClient tenant, Voucher voucher, Account account) {
    Integer agent = voucher.agent();
    if (agent == null || account.agent() != null) {
      return Future.succeededFuture();
    }
    int organisation = voucher.organisation();
    return IdentitySql.agentIsFree(tenant, organisation, agent)
        .compose(
            free ->
                free
                    ? AccountSql.change(
                        tenant,
                        organisation,
                        account.number(),
                        account.name(),
                        agent,
                        account.active())
                    : Future.succeededFuture());
  }

  private static Future<Account> found(SqlClient tenant, int organisation, int number) {
    return AccountSql.find(tenant, organisation, number)
        .map(found -> found.orElseThrow(VouchedAccounts::gone));
  }

  /** The account was taken away between two statements. */
  private static RuntimeException gone() {
    return ProblemCode.CONFLICT.because("This account was changed meanwhile; once more.").refused();
  }

  private Future<Void> note(
      SqlClient tenant, Voucher voucher, String what, @Nullable Account before, Account after) {
    Instant now = clock.instant();
    int organisation = voucher.organisation();
    Act act =
        Act.ofSystem(what, after.actor())
            .because("single sign-on by " + voucher.issuer())
            .to(json(organisation, after));
    return AuditSql.note(
        tenant, organisation, before == null ? act : act.from(json(organisation, before)), now);
  }

  private JsonObject json(int organisation, Account account) {
    return AccountJson.of(account, floors.current(organisation));
  }
}
