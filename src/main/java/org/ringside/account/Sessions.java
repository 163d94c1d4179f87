package org.ringside.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.audit.Act;
import org.ringside.audit.AuditSql;
import org.ringside.credential.AccessTokens;
import org.ringside.credential.RefreshToken;
import org.ringside.credential.TokenKind;
import org.ringside.db.Tenants;
import org.ringside.frame.Device;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-ins: each lives as long as its refresh token is turned over, and hands out access tokens of
 * a few minutes. Safe from any thread.
 *
 * <p>A refresh token that was turned over before is shown again by two: by the second of two tabs
 * that asked at the same moment, and by a thief. Within {@link #LEEWAY} it gets an access token and
 * no new refresh token; later it ends the session, for the thief and for the one it was stolen
 * from.
 */
public final class Sessions {
  /** A shift, and the way home. */
  static final Duration LONGEST = Duration.ofHours(16);

  /** Of an access token. */
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  static final Duration LEEWAY = Duration.ofSeconds(10);

  /** An access token that was handed out before a session ended is refused for so long. */
  private static final Duration REMEMBERED = Duration.ofMinutes(16);

  static final ProblemCode SESSION_ENDED =
      new ProblemCode("SESSION_ENDED", 401, "This sign-in is over; sign in again.");

  private static final String PREFIX = "rsr_";
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final Tenants tenants;
  private final AccessTokens tokens;
  private final Withdrawals withdrawals;
  private final InstantSource clock;
  private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();

  public Sessions(
      Tenants tenants, AccessTokens tokens, Withdrawals withdrawals, InstantSource clock) {
    this.tenants = tenants;
    this.tokens = tokens;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /**
   * What somebody gets who signs in or comes back.
   *
   * @param refresh null where the browser has the newest one already
   */
  public record Issued(String access, long expiresInSeconds, @Nullable RefreshToken refresh) {}

  /** After a restart: what ended lately must not come back to life with it. */
  public Future<Void> load(List<Integer> organisations) {
    Instant since = clock.instant().minus(REMEMBERED);
    Future<Void> done = Future.succeededFuture();
    for (int organisation : organisations) {
      done =
          done.compose(
              before ->
                  SessionSql.endedSince(tenants.of(organisation), organisation, since)
                      .onSuccess(found -> found.forEach(one -> ended.put(one, clock.instant())))
                      .mapEmpty());
    }
    return done;
  }

  /** Whether a session is known to be over; access tokens of others live until they expire. */
  public boolean isOver(String session) {
    try {
      return ended.containsKey(UUID.fromString(session));
    } catch (IllegalArgumentException notOne) {
      return true;
    }
  }

  /**
   * Opens one, unless the account was blocked or its password changed since it was checked.
   *
   * @param phc the password that was checked, as it is stored
   */
  Future<Issued> open(int organisation, int account, String phc, Device device) {
    return tenants
        .of(organisation)
        .inTransaction(
            tenant ->
                open(
                    tenant,
                    organisation,
                    account,
                    device,
                    false,
                    null,
                    opening -> SessionSql.open(tenant, opening, device, phc)));
  }

  /**
   * Opens one in a transaction of somebody else, unless the account was blocked or is linked to
   * nobody at that provider.
   *
   * @param factorVouched whether the provider says that there was a second factor
   */
  Future<Issued> openVouched(
      SqlClient tenant,
      int organisation,
      int account,
      String issuer,
      boolean factorVouched,
      Device device) {
    return open(
        tenant,
        organisation,
        account,
        device,
        factorVouched,
        "single sign-on by " + issuer + (factorVouched ? ", with a second factor" : ""),
        opening -> SessionSql.openVouched(tenant, opening, device, issuer, factorVouched));
  }

  private Future<Issued> open(
      SqlClient tenant,
      int organisation,
      int account,
      Device device,
      boolean factorVouched,
      @Nullable String how,
      Function<SessionSql.Opening, Future<Boolean>> statement) {
    Instant now = clock.instant();
    var session = UUID.randomUUID();
    RefreshToken refresh = RefreshToken.fresh(PREFIX, organisation, session);
    var secret = Buffer.buffer(refresh.hash());
    var act =
        new Act(
            Actors.of(account),
            "session.opened",
            session.toString(),
            null,
            null,
            how,
            device.address());
    return statement
        .apply(
            new SessionSql.Opening(organisation, session, account, secret, now, now.plus(LONGEST)))
        .compose(
            opened -> {
              if (!opened) {
                throw SignIn.REFUSED.because(SignIn.REFUSED.title()).refused();
              }
              return AuditSql.note(tenant, organisation, act, now);
            })
        .map(noted -> issue(organisation, account, session, factorVouched, refresh));
  }

  private Issued issue(
      int organisation,
      int account,
      UUID session,
      boolean factorVouched,
      @Nullable RefreshToken refresh) {
    Instant now = clock.instant();
    String access =
        tokens.issue(
            TokenKind.ACCESS,
            account,
            organisation,
            session.toString(),
            factorVouched,
            LIFETIME,
            now);
    return new Issued(access, LIFETIME.toSeconds(), refresh);
  }

  private Issued issue(int organisation, SessionSql.Stored stored, @Nullable RefreshToken refresh) {
    return issue(organisation, stored.account(), stored.session(), stored.factorVouched(), refresh);
  }

  /** Turns a refresh token over. */
  Future<Issued> refresh(String shown) {
    RefreshToken token = RefreshToken.read(PREFIX, shown).orElseThrow(Sessions::over);
    return SessionSql.find(tenants.of(token.organisation()), token.organisation(), token.family())
        .compose(found -> refresh(token, found.orElseThrow(Sessions::over)));
  }

  private Future<Issued> refresh(RefreshToken shown, SessionSql.Stored stored) {
    Instant now = clock.instant();
    if (stored.endedAt() != null || !stored.endsAt().isAfter(now)) {
      throw over();
    }
    if (MessageDigest.isEqual(shown.hash(), stored.secret().getBytes())) {
      return turnOver(shown, stored, now);
    }
    if (!isPrior(shown, stored)) {
      throw over();
    }
    return stored.rotatedAt().plus(LEEWAY).isAfter(now)
        ? Future.succeededFuture(issue(shown.organisation(), stored, null))
        : stolen(shown, stored);
  }

  private static boolean isPrior(RefreshToken shown, SessionSql.Stored stored) {
    return stored.priorSecret() != null
        && MessageDigest.isEqual(shown.hash(), stored.priorSecret().getBytes());
  }

  private Future<Issued> turnOver(RefreshToken shown, SessionSql.Stored stored, Instant now) {
    int organisation = shown.organisation();
    RefreshToken next = RefreshToken.fresh(PREFIX, organisation, stored.session());
    return SessionSql.turnOver(
            tenants.of(organisation),
            organisation,
            stored.session(),
            shown.hash(),
            next.hash(),
            now)
        .map(mine -> issue(organisation, stored, mine ? next : null));
  }

  /** Somebody shows the token that was turned over last, some time after. */
  private Future<Issued> stolen(RefreshToken shown, SessionSql.Stored stored) {
    LOG.warn(
        "organisation {}: a spent refresh token of account {} was shown; its session is ended",
        shown.organisation(),
        stored.account());
    var act = Act.ofSystem("session.reuse-detected", stored.session().toString());
    return end(shown.organisation(), stored.account(), stored.session(), "reused", act)
        .compose(done -> Future.failedFuture(over()));
  }

  /** Ends the session that a refresh token belongs to; one that is over already is no fault. */
  Future<Void> signOut(String shown, String address) {
    RefreshToken token = RefreshToken.read(PREFIX, shown).orElseThrow(Sessions::over);
    int organisation = token.organisation();
    return SessionSql.find(tenants.of(organisation), organisation, token.family())
        .compose(
            found -> {
              SessionSql.Stored stored = found.orElseThrow(Sessions::over);
              if (!MessageDigest.isEqual(token.hash(), stored.secret().getBytes())
                  && !isPrior(token, stored)) {
                throw over();
              }
              var act =
                  new Act(
                      Actors.of(stored.account()),
                      "session.ended",
                      stored.session().toString(),
                      null,
                      null,
                      null,
                      address);
              return end(organisation, stored.account(), stored.session(), "signed-out", act);
            })
        .mapEmpty();
  }

  /** Ends one session of an account; false where it does not live. */
  Future<Boolean> end(int organisation, int account, UUID session, String why, Act act) {
    return ending(
            organisation,
            account,
            tenant ->
                SessionSql.end(tenant, organisation, account, session, clock.instant(), why)
                    .compose(found -> note(tenant, organisation, found, act)))
        .map(count -> count > 0);
  }

  /** Ends all sessions of an account; gives how many those were. */
  Future<Integer> endAll(int organisation, int account, String why, Act act) {
    return ending(organisation, account, tenant -> endAll(tenant, organisation, account, why, act));
  }

  /** The same in a transaction of somebody else, who tells with {@link #over} once it is done. */
  Future<List<UUID>> endAll(SqlClient tenant, int organisation, int account, String why, Act act) {
    return SessionSql.endAll(tenant, organisation, account, clock.instant(), why)
        .compose(found -> note(tenant, organisation, found, act));
  }

  /** Ends all but one, in a transaction of somebody else. */
  Future<List<UUID>> endOthers(
      SqlClient tenant, int organisation, int account, UUID kept, Act act) {
    return SessionSql.endOthers(tenant, organisation, account, kept, clock.instant(), "signed-out")
        .compose(found -> note(tenant, organisation, found, act));
  }

  private Future<List<UUID>> note(SqlClient tenant, int organisation, List<UUID> found, Act act) {
    return found.isEmpty()
        ? Future.succeededFuture(found)
        : AuditSql.note(tenant, organisation, act, clock.instant()).map(found);
  }

  private Future<Integer> ending(
      int organisation, int account, Function<SqlClient, Future<List<UUID>>> ending) {
    return tenants
        .of(organisation)
        .inTransaction(ending::apply)
        .onSuccess(found -> over(organisation, account, found))
        .map(List::size);
  }

  /** Their access tokens are refused from now on, and open sockets end. */
  public void over(int organisation, int account, List<UUID> found) {
    Instant now = clock.instant();
    ended.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
    for (UUID session : found) {
      ended.put(session, now);
      withdrawals.tell(new Withdrawn(organisation, Actors.of(account), session.toString(), true));
    }
  }

  /** Those of an account that live, the last used first. */
  Future<List<SessionSql.Stored>> of(int organisation, int account) {
    return SessionSql.of(tenants.of(organisation), organisation, account, clock.instant());
  }

  private static org.ringside.frame.RefusedException over() {
    return SESSION_ENDED.because(SESSION_ENDED.title()).refused();
  }
}
