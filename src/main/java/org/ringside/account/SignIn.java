package org.ringside.account;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringside.account.SignInWatch.Guessing;
import org.ringside.credential.Passwords;
import org.ringside.db.Tenants;
import org.ringside.frame.Backoff;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;

/**
 * Signing in with a password and, where the account has one, a second factor. Whoever fails learns
 * nothing: not whether the organisation, the account or the password was wrong, neither from the
 * words nor from the time they take.
 */
final class SignIn {
  static final ProblemCode REFUSED =
      new ProblemCode(
          "SIGN_IN_REFUSED", 401, "Organisation, name and password do not go together.");
  static final ProblemCode FACTOR_NEEDED =
      new ProblemCode(
          "SECOND_FACTOR_NEEDED", 401, "The six digits of the second factor are needed.");
  static final ProblemCode FACTOR_REFUSED =
      new ProblemCode(
          "SECOND_FACTOR_REFUSED", 401, "These are not the digits of this half minute.");
  static final ProblemCode PAUSED =
      new ProblemCode("SIGN_IN_PAUSED", 429, "Too many attempts failed; wait, then try again.");

  private static final int REMEMBERED = 20_000;

  private final Tenants tenants;
  private final Passwords passwords;
  private final Factors factors;
  private final Sessions sessions;
  private final SignInWatch watch;
  private final InstantSource clock;

  /** Who guesses at one account from one address. */
  private final Backoff guesser = new Backoff(5, Duration.ofMinutes(15), REMEMBERED);

  /** Many who guess at one account; its owner is not shut out for long. */
  private final Backoff account = new Backoff(20, Duration.ofMinutes(1), REMEMBERED);

  /** Who guesses at many accounts from one address: a whole site may be behind it. */
  private final Backoff address = new Backoff(100, Duration.ofMinutes(1), REMEMBERED);

  SignIn(
      Tenants tenants,
      Passwords passwords,
      Factors factors,
      Sessions sessions,
      SignInWatch watch,
      InstantSource clock) {
    this.tenants = tenants;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * Somebody at the door.
   *
   * @param organisation its number, 0 where there is none of that name
   * @param login as it was typed
   * @param code six digits of the second factor, null before they were asked for
   */
  record Attempt(
      int organisation, String login, String password, @Nullable String code, Device device) {
    private String name() {
      return organisation + "/" + Logins.normal(login);
    }
  }

  Future<Sessions.Issued> attempt(Attempt attempt) {
    Duration left = left(attempt, clock.instant());
    return watch.counted(left.isPositive() ? paused(left) : enter(attempt));
  }

  private Future<Sessions.Issued> enter(Attempt attempt) {
    return lock(attempt)
        .compose(
            found ->
                enter(attempt, found)
                    .onSuccess(open -> succeeded(attempt))
                    .onFailure(failure -> failed(attempt, found, failure)));
  }

  private Future<Sessions.Issued> enter(Attempt attempt, Optional<AccountSql.Lock> found) {
    return unlock(attempt, found)
        .compose(
            open ->
                sessions.open(
                    attempt.organisation(), open.account(), open.phc(), attempt.device()));
  }

  /**
   * Whether somebody who has signed in knows the password as well: for what a stolen access token
   * must not be enough for. Guesses count as they do at the door.
   */
  Future<Boolean> knows(Attempt attempt) {
    Duration left = left(attempt, clock.instant());
    if (left.isPositive()) {
      return paused(left);
    }
    return lock(attempt)
        .compose(
            found ->
                check(attempt, found)
                    .onSuccess(
                        knows -> {
                          if (!knows) {
                            failed(attempt, found);
                          }
                        }));
  }

  private Future<Boolean> check(Attempt attempt, Optional<AccountSql.Lock> found) {
    String phc = found.map(AccountSql.Lock::password).orElse(null);
    Future<Passwords.Check> check =
        phc == null
            ? passwords.matchesNobody(attempt.password())
            : passwords.check(attempt.password(), phc);
    return check.map(Passwords.Check::matches);
  }

  static <T> Future<T> paused(Duration left) {
    return Future.failedFuture(
        PAUSED
            .because("Too many attempts failed; wait " + seconds(left) + " seconds.")
            .after(seconds(left))
            .refused());
  }

  private Future<Optional<AccountSql.Lock>> lock(Attempt attempt) {
    if (attempt.organisation() == 0) {
      return Future.succeededFuture(Optional.empty());
    }
    return AccountSql.lock(
        tenants.of(attempt.organisation()), attempt.organisation(), Logins.normal(attempt.login()));
  }

  /** An account whose password, as it is stored now, was the right one. */
  private record Unlocked(int account, String phc) {}

  private Future<Unlocked> unlock(Attempt attempt, Optional<AccountSql.Lock> found) {
    AccountSql.Lock lock = found.filter(one -> one.active() && one.password() != null).orElse(null);
    String phc = lock == null ? null : lock.password();
    if (lock == null || phc == null) {
      return passwords.matchesNobody(attempt.password()).compose(no -> refuse(REFUSED));
    }
    return passwords
        .check(attempt.password(), phc)
        .compose(
            check -> {
              if (!check.matches()) {
                return refuse(REFUSED);
              }
              return factor(attempt, lock)
                  .compose(
                      passed ->
                          check.needsRehash()
                              ? rehash(attempt, lock, phc)
                              : Future.succeededFuture(new Unlocked(lock.account(), phc)));
            });
  }

  private Future<Unlocked> rehash(Attempt attempt, AccountSql.Lock lock, String old) {
    int organisation = attempt.organisation();
    return passwords
        .hash(attempt.password())
        .compose(
            anew ->
                AccountSql.rehash(tenants.of(organisation), organisation, lock.account(), old, anew)
                    .map(new Unlocked(lock.account(), anew)));
  }

  private Future<Void> factor(Attempt attempt, AccountSql.Lock lock) {
    if (lock.factor() == null) {
      return Future.succeededFuture();
    }
    if (attempt.code() == null) {
      return refuse(FACTOR_NEEDED);
    }
    return factors
        .use(attempt.organisation(), lock.account(), lock.factor(), attempt.code())
        .compose(used -> used ? Future.succeededFuture() : refuse(FACTOR_REFUSED));
  }

  private static <T> Future<T> refuse(ProblemCode code) {
    return Future.failedFuture(code.because(code.title()).refused());
  }

  private Map<Backoff, String> names(Attempt attempt) {
    String where = attempt.device().address();
    return Map.of(guesser, attempt.name() + " " + where, account, attempt.name(), address, where);
  }

  private Duration left(Attempt attempt, Instant now) {
    return names(attempt).entrySet().stream()
        .map(one -> one.getKey().left(one.getValue(), now))
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  private static int seconds(Duration left) {
    return (int) left.plusMillis(999).toSeconds();
  }

  /** An address that guesses at many is not forgiven because it knows one. */
  private void succeeded(Attempt attempt) {
    Map<Backoff, String> names = names(attempt);
    Stream.of(guesser, account).forEach(one -> one.succeeded(String.valueOf(names.get(one))));
  }

  /** A wrong guess counts; that a code is asked for, or that the server is busy, does not. */
  private void failed(Attempt attempt, Optional<AccountSql.Lock> found, Throwable failure) {
    boolean guess =
        failure instanceof RefusedException refused
            && List.of(REFUSED, FACTOR_REFUSED).contains(refused.problem().code());
    if (guess) {
      failed(attempt, found);
    }
  }

  private void failed(Attempt attempt, Optional<AccountSql.Lock> found) {
    Instant now = clock.instant();
    Integer number = found.map(AccountSql.Lock::account).orElse(null);
    names(attempt)
        .forEach(
            (backoff, name) -> {
              backoff.failed(name, now);
              if (backoff.left(name, now).isPositive()) {
                watch.paused(guessing(backoff), attempt.organisation(), number);
              }
            });
  }

  private Guessing guessing(Backoff backoff) {
    if (backoff.equals(address)) {
      return Guessing.FROM_ONE_ADDRESS;
    }
    return backoff.equals(account) ? Guessing.AT_ONE_NAME : Guessing.AT_ONE_NAME_FROM_ONE_ADDRESS;
  }
}
