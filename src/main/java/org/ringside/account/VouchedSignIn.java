package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.account.IdentitySql.Known;
import org.ringside.account.SignInWatch.Guessing;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.db.Tenants;
import org.ringside.frame.Backoff;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;

/**
 * Signing in by the word of an identity provider instead of a password. Whoever is refused has
 * proved to the provider who they are, and is told why.
 *
 * <p>Who is linked is known by the provider's own name for them, never by the login: logins are
 * given again to others, and some providers let people choose them.
 */
public final class VouchedSignIn {
  /** With the same voucher and a code it goes on. */
  public static final ProblemCode FACTOR_NEEDED = SignIn.FACTOR_NEEDED;

  static final ProblemCode NO_LOGIN =
      new ProblemCode(
          "SINGLE_SIGN_ON_NO_LOGIN",
          403,
          "The identity provider gives no sign-in name, or has not verified the e-mail address.");
  static final ProblemCode NO_ACCOUNT =
      new ProblemCode(
          "SINGLE_SIGN_ON_NO_ACCOUNT", 403, "Nobody has an account here under this name.");
  static final ProblemCode NOT_LINKED =
      new ProblemCode(
          "SINGLE_SIGN_ON_NOT_LINKED",
          403,
          "There is an account of this name, and it may not be entered by single sign-on.");
  static final ProblemCode BLOCKED =
      new ProblemCode("SINGLE_SIGN_ON_BLOCKED", 403, "This account is blocked.");
  static final ProblemCode NO_ROLE =
      new ProblemCode(
          "SINGLE_SIGN_ON_NO_ROLE",
          403,
          "The identity provider says nothing of which a role would follow.");
  static final ProblemCode GONE =
      new ProblemCode(
          "SINGLE_SIGN_ON_GONE",
          403,
          "This person was anonymised here; an administrator can invite them as somebody new.");
  static final ProblemCode AGAIN =
      new ProblemCode(
          "SINGLE_SIGN_ON_AGAIN", 409, "Somebody came in the same way at this moment; once more.");

  private static final int REMEMBERED = 20_000;

  private final Tenants tenants;
  private final Factors factors;
  private final VouchedAccounts accounts;
  private final Withdrawals withdrawals;
  private final SignInWatch watch;
  private final InstantSource clock;

  /** Who guesses at the code of one account. */
  private final Backoff guesser = new Backoff(5, Duration.ofMinutes(15), REMEMBERED);

  VouchedSignIn(
      Tenants tenants,
      Factors factors,
      VouchedAccounts accounts,
      Withdrawals withdrawals,
      SignInWatch watch,
      InstantSource clock) {
    this.tenants = tenants;
    this.factors = factors;
    this.accounts = accounts;
    this.withdrawals = withdrawals;
    this.watch = watch;
    this.clock = clock;
  }

  /** What to do for somebody with whom nothing is wrong. */
  enum Entry {
    OPEN,
    LINK,
    MAKE
  }

  /**
   * Signs in, and makes, links and changes the account as far as the organisation trusts its
   * provider.
   *
   * @param code of our own second factor, null before it was asked for with {@link #FACTOR_NEEDED}
   * @param trusted asked in the transaction that lets somebody in; fails where the organisation
   *     trusts its provider otherwise by now
   */
  public Future<Sessions.Issued> attempt(
      Voucher voucher,
      @Nullable String code,
      Call call,
      Function<SqlClient, Future<Void>> trusted) {
    return watch.counted(enter(voucher, code, call, trusted));
  }

  private Future<Sessions.Issued> enter(
      Voucher voucher,
      @Nullable String code,
      Call call,
      Function<SqlClient, Future<Void>> trusted) {
    return IdentitySql.find(tenants.of(voucher.organisation()), voucher)
        .compose(
            found -> {
              decided(voucher, found); // who is refused is asked for no code
              return factor(voucher, found, code).map(found);
            })
        .compose(
            proved ->
                tenants
                    .of(voucher.organisation())
                    .inTransaction(
                        tenant ->
                            accounts.enter(tenant, voucher, proved, Device.of(call), trusted)))
        .map(entered -> told(voucher, entered))
        .recover(VouchedSignIn::again);
  }

  /** Pure. */
  static Entry decided(Voucher voucher, Optional<Known> found) {
    if (found.isEmpty()) {
      if (voucher.login() == null) {
        throw refused(NO_LOGIN);
      }
      if (!voucher.trust().provision()) {
        throw refused(NO_ACCOUNT);
      }
      if (VouchedRoles.first(voucher).isEmpty()) {
        throw refused(NO_ROLE);
      }
      return Entry.MAKE;
    }
    Known known = found.get();
    if (!known.linked() && !mayBeLinked(voucher, known)) {
      throw refused(NOT_LINKED);
    }
    if (!known.active()) {
      throw refused(BLOCKED);
    }
    return known.linked() ? Entry.OPEN : Entry.LINK;
  }

  /**
   * Whether who is found now is who was let in: without a second factor, or with the one that was
   * proved.
   */
  static boolean isProved(Voucher voucher, Optional<Known> proved, Optional<Known> now) {
    Known known = now.filter(one -> one.factor() != null).orElse(null);
    return known == null
        || voucher.factorProved()
        || proved
            .filter(
                before ->
                    before.account() == known.account()
                        && Objects.equals(before.factor(), known.factor()))
            .isPresent();
  }

  private static boolean mayBeLinked(Voucher voucher, Known known) {
    Voucher.Trust trust = voucher.trust();
    boolean tooMuch = known.administrates() && !trust.administrators();
    return trust.linkByLogin() && !known.taken() && !tooMuch;
  }

  /** An account that has a second factor is entered with it, here or at the provider. */
  private Future<Void> factor(Voucher voucher, Optional<Known> found, @Nullable String code) {
    Known known = found.filter(one -> one.factor() != null).orElse(null);
    if (known == null || known.factor() == null || voucher.factorProved()) {
      return Future.succeededFuture();
    }
    if (code == null) {
      return Future.failedFuture(refused(FACTOR_NEEDED));
    }
    String name = voucher.organisation() + "/" + known.account();
    Duration left = guesser.left(name, clock.instant());
    if (left.isPositive()) {
      return SignIn.paused(left);
    }
    return factors
        .use(voucher.organisation(), known.account(), known.factor(), code)
        .compose(
            used -> {
              if (!used) {
                failed(voucher.organisation(), known.account(), name);
                return Future.failedFuture(refused(SignIn.FACTOR_REFUSED));
              }
              guesser.succeeded(name);
              return Future.succeededFuture();
            });
  }

  private void failed(int organisation, int account, String name) {
    Instant now = clock.instant();
    guesser.failed(name, now);
    if (guesser.left(name, now).isPositive()) {
      watch.paused(Guessing.AT_A_SECOND_FACTOR, organisation, account);
    }
  }

  private Sessions.Issued told(Voucher voucher, VouchedAccounts.Entered entered) {
    if (entered.changed()) {
      String who = Actors.of(entered.account());
      withdrawals.tell(new Withdrawn(voucher.organisation(), who, null, false));
    }
    return entered.issued().orElseThrow(() -> refused(NO_ROLE));
  }

  private static <T> Future<T> again(Throwable failure) {
    boolean taken = AccountSql.taken(failure) != AccountSql.Taken.NOTHING;
    return Future.failedFuture(taken ? refused(AGAIN) : failure);
  }

  private static RefusedException refused(ProblemCode code) {
    return code.because(code.title()).refused();
  }

  /**
   * Takes away who an account is at identity providers; its sessions go on. False where it was
   * nobody.
   */
  public Future<Boolean> unlink(int organisation, int account, Act act) {
    Instant now = clock.instant();
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                IdentitySql.unlink(tenant, organisation, account)
                    .compose(gone -> note(tenant, organisation, gone, act, now)));
  }

  private static Future<Boolean> note(
      SqlClient tenant, int organisation, boolean gone, Act act, Instant now) {
    return gone
        ? AuditSql.note(tenant, organisation, act, now).map(true)
        : Future.succeededFuture(false);
  }

  /** What of it a request may still mend: a code that was wrong can be typed again. */
  public static boolean mayGoOn(Throwable failure) {
    return failure instanceof RefusedException refused
        && Set.of(FACTOR_NEEDED, SignIn.FACTOR_REFUSED, SignIn.PAUSED)
            .contains(refused.problem().code());
  }
}
