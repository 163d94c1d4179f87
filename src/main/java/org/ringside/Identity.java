package org.ringside;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ringside.access.Access;
import org.ringside.access.BootstrapToken;
import org.ringside.access.SignedRequests;
import org.ringside.access.SourceKeys;
import org.ringside.account.AccountRoutes;
import org.ringside.account.Actors;
import org.ringside.account.People;
import org.ringside.account.Sessions;
import org.ringside.board.Onlookers;
import org.ringside.credential.AccessTokens;
import org.ringside.credential.CannotOpen;
import org.ringside.credential.CredentialKnobs;
import org.ringside.credential.PasswordWorkers;
import org.ringside.credential.Passwords;
import org.ringside.credential.Sealing;
import org.ringside.credential.SealingKey;
import org.ringside.credential.SigningKeys;
import org.ringside.db.Database;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Signatures;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;
import org.ringside.oidc.ProviderKnobs;
import org.ringside.oidc.SingleSignOn;
import org.ringside.organisation.Organisation;
import org.ringside.person.Erased;
import org.ringside.person.GoneIdentities;
import org.ringside.scorer.Scorer;
import org.ringside.screen.Screens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who people and machines are: everything about credentials, put together once for all loops. */
final class Identity implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Identity.class);
  private static final long LOOK_AFTER_KEYS_MS = 600_000;
  private static final String ISSUER = "ringside";

  private final Vertx vertx;
  private final ServerSettings settings;
  private final Withdrawals withdrawals = new Withdrawals();
  private final PasswordWorkers passwordWorkers;
  private final Sealing sealing;
  private final SigningKeys signingKeys;
  private final People people;
  private final Sessions sessions;
  private final Screens screens;
  private final Gatekeeper access;
  private final Signatures signatures;
  private final SingleSignOn singleSignOn;
  private final List<Endpoint> endpoints;
  private long lookingAfterKeys;

  private Identity(
      Vertx vertx,
      Database database,
      Scorer scorer,
      BootstrapToken bootstrap,
      MeterRegistry meters,
      ServerSettings settings) {
    var clock = settings.clock();
    var knobs = settings.knobs();
    this.vertx = vertx;
    this.settings = settings;
    this.passwordWorkers = new PasswordWorkers(vertx, knobs.get(CredentialKnobs.PASSWORD_WORKERS));
    this.sealing =
        new Sealing(SealingKey.of(knobs.get(CredentialKnobs.SEALING_KEY), settings.data()));
    this.signingKeys = new SigningKeys(database.platform(), sealing);
    this.people = new People(database.tenants(), withdrawals, clock);
    var tokens =
        new AccessTokens(settings.publicUrl().map(URI::toString).orElse(ISSUER), signingKeys::ring);
    this.sessions = new Sessions(database.tenants(), tokens, withdrawals, clock);
    this.screens =
        new Screens(
            new Screens.Parts(
                database.tenants(), scorer, scorer, tokens, withdrawals, meters, clock));
    this.access =
        new Access(
            bootstrap,
            scorer,
            new SourceKeys(database.platform(), withdrawals, clock),
            tokens,
            people,
            sessions,
            screens,
            clock);
    this.signatures = new SignedRequests(database.platform(), sealing, scorer, withdrawals, clock);
    var accounts =
        new AccountRoutes(
            new AccountRoutes.Parts(
                database.tenants(),
                scorer,
                scorer,
                people,
                sessions,
                new Passwords(passwordWorkers),
                sealing,
                withdrawals,
                new GoneIdentities(),
                meters,
                clock));
    this.singleSignOn =
        new SingleSignOn(
            new SingleSignOn.Parts(
                vertx,
                database.tenants(),
                scorer,
                scorer,
                accounts.vouched(),
                sealing,
                knobs.get(ProviderKnobs.ALLOWED),
                clock));
    this.endpoints =
        Stream.of(accounts.endpoints(), singleSignOn.endpoints(), screens.endpoints())
            .flatMap(List::stream)
            .toList();
  }

  /** Ready once the signing keys are read, and what was ended lately is known. */
  static Future<Identity> open(
      Vertx vertx,
      Database database,
      Scorer scorer,
      BootstrapToken bootstrap,
      MeterRegistry meters,
      ServerSettings settings) {
    var identity = new Identity(vertx, database, scorer, bootstrap, meters, settings);
    List<Integer> organisations = scorer.all().stream().map(Organisation::number).toList();
    return identity
        .signingKeys
        .refresh(identity.now())
        .recover(Identity::unopened)
        .compose(read -> identity.sessions.load(organisations))
        .map(
            loaded -> {
              identity.lookAfterKeys();
              return identity;
            })
        .onFailure(failure -> identity.passwordWorkers.close());
  }

  private static Future<Void> unopened(Throwable failure) {
    return Future.failedFuture(
        failure instanceof CannotOpen sealed
            ? new CannotStart(sealed.sentence(), sealed)
            : failure);
  }

  private Instant now() {
    return settings.clock().instant();
  }

  private void lookAfterKeys() {
    lookingAfterKeys =
        vertx.setPeriodic(
            LOOK_AFTER_KEYS_MS,
            timer ->
                signingKeys
                    .refresh(now())
                    .onFailure(failure -> LOG.warn("the signing keys cannot be read", failure)));
  }

  Gatekeeper access() {
    return access;
  }

  Signatures signatures() {
    return signatures;
  }

  Sealing sealing() {
    return sealing;
  }

  /** Somebody was anonymised: nothing that was handed out opens anything any more. */
  void over(Erased erased) {
    int organisation = erased.organisation();
    Integer account = erased.person().account();
    if (account != null) {
      sessions.over(organisation, account, erased.ended());
      withdrawals.tell(new Withdrawn(organisation, Actors.of(account), null, true));
    }
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  SigningKeys signingKeys() {
    return signingKeys;
  }

  /** To be told who watches live. */
  Onlookers onlookers() {
    return screens.onlookers();
  }

  /** What people do about accounts and screens, and screens about themselves. */
  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  @Override
  public void close() {
    vertx.cancelTimer(lookingAfterKeys);
    singleSignOn
        .close()
        .onFailure(failure -> LOG.warn("connections to providers do not close", failure));
    passwordWorkers.close();
  }
}
