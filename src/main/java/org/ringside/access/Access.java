package org.ringside.access;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ringside.account.Account;
import org.ringside.account.People;
import org.ringside.account.Sessions;
import org.ringside.credential.AccessTokens;
import org.ringside.credential.TokenCheck;
import org.ringside.credential.TokenClaims;
import org.ringside.credential.TokenKind;
import org.ringside.credential.Tokens;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Permission;
import org.ringside.frame.Principal;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Reach;
import org.ringside.frame.Toll;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;
import org.ringside.screen.Screens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns bearer tokens into principals. Safe from any thread. */
public final class Access implements Gatekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final int MAX_TOKEN = 2048;
  private static final long TELL_EVERY_MS = 10_000;
  private static final Principal NOBODY = Principal.of(0, "nobody", null, Map.of());
  private static final String BOOTSTRAP = "bootstrap";

  private final BootstrapToken bootstrap;
  private final byte[] bootstrapHash;
  private final Organisations organisations;
  private final SourceKeys sourceKeys;
  private final AccessTokens accessTokens;
  private final People people;
  private final Sessions sessions;
  private final Screens screens;
  private final InstantSource clock;
  private final AtomicLong toldAtMs = new AtomicLong();

  public Access(
      BootstrapToken bootstrap,
      Organisations organisations,
      SourceKeys sourceKeys,
      AccessTokens accessTokens,
      People people,
      Sessions sessions,
      Screens screens,
      InstantSource clock) {
    this.bootstrap = bootstrap;
    this.bootstrapHash = Tokens.hash(bootstrap.text());
    this.organisations = organisations;
    this.sourceKeys = sourceKeys;
    this.accessTokens = accessTokens;
    this.people = people;
    this.sessions = sessions;
    this.screens = screens;
    this.clock = clock;
  }

  @Override
  public Future<Principal> admit(@Nullable String bearerToken, Toll toll) {
    if (bearerToken == null) {
      return Future.succeededFuture(anyone());
    }
    if (bearerToken.length() > MAX_TOKEN) {
      return unknown();
    }
    byte[] hash = Tokens.hash(bearerToken);
    if (MessageDigest.isEqual(hash, bootstrapHash)) {
      return Future.succeededFuture(bootstrap());
    }
    if (bearerToken.indexOf('.') > 0) {
      return signed(bearerToken);
    }
    return sourceKeys
        .owner(hash, toll)
        .compose(owner -> owner.map(Future::succeededFuture).orElseGet(Access::unknown));
  }

  /** Boards may be watched without a credential where the one organisation allows it. */
  private Principal anyone() {
    for (Organisation organisation : organisations.all()) {
      if (organisation.publicBoards()) {
        return Principal.of(
            organisation.number(),
            Principal.ANYONE,
            null,
            Map.of(Permission.WATCH, Reach.EVERYWHERE));
      }
    }
    return NOBODY;
  }

  /**
   * Founds organisations. One that an operator has set by hand is for automation as well, in the
   * first organisation, and may do what there is to do but be a person.
   */
  private Principal bootstrap() {
    if (!bootstrap.setByHand()) {
      return Principal.of(
          0, BOOTSTRAP, null, Map.of(Permission.FOUND_ORGANISATIONS, Reach.EVERYWHERE));
    }
    int first = organisations.all().stream().mapToInt(Organisation::number).min().orElse(0);
    Map<Permission, Reach> all = new EnumMap<>(Permission.class);
    EnumSet.complementOf(EnumSet.of(Permission.SIGNED_IN))
        .forEach(right -> all.put(right, Reach.EVERYWHERE));
    return Principal.of(first, BOOTSTRAP, null, all);
  }

  private Future<Principal> signed(String token) {
    return switch (accessTokens.verify(TokenKind.ACCESS, token, clock.instant())) {
      case TokenCheck.Accepted good -> person(good.claims());
      case TokenCheck.Refused bad when bad.reason() == TokenCheck.Reason.KIND -> screen(token);
      case TokenCheck.Refused bad -> refused(bad);
    };
  }

  /** A line in ten seconds is enough to see that somebody tries, and no flood. */
  private Future<Principal> refused(TokenCheck.Refused bad) {
    long now = clock.millis();
    long last = toldAtMs.get();
    if (Math.abs(now - last) >= TELL_EVERY_MS && toldAtMs.compareAndSet(last, now)) {
      LOG.info(
          "an access token was refused: {}; for ten seconds no other is told of", bad.reason());
    }
    return unknown();
  }

  private Future<Principal> screen(String token) {
    return switch (accessTokens.verify(TokenKind.SCREEN, token, clock.instant())) {
      case TokenCheck.Accepted good -> screen(good.claims());
      case TokenCheck.Refused bad -> refused(bad);
    };
  }

  private Future<Principal> screen(TokenClaims claims) {
    if (organisations.find(claims.organisation()) == null) {
      return unknown();
    }
    return screens
        .admit(claims)
        .compose(found -> found.map(Future::succeededFuture).orElseGet(Access::unknown));
  }

  private Future<Principal> person(TokenClaims claims) {
    Organisation organisation = organisations.find(claims.organisation());
    if (organisation == null || sessions.isOver(claims.session())) {
      return unknown();
    }
    return people
        .find(claims.organisation(), claims.subject())
        .compose(
            found ->
                found
                    .filter(account -> account.active() && !sessions.isOver(claims.session()))
                    .map(account -> person(claims, account, organisation))
                    .orElseGet(Access::unknown));
  }

  private static Future<Principal> person(
      TokenClaims claims, Account account, Organisation organisation) {
    var person = new Principal.Person(account.number(), account.agent(), claims.session());
    Instant until = claims.expiresAt();
    return Future.succeededFuture(
        new Principal(
            organisation.number(),
            account.actor(),
            null,
            person,
            until,
            account.rights(organisation.secondFactor() && !claims.factorVouched())));
  }

  private static <T> Future<T> unknown() {
    return Future.failedFuture(
        ProblemCode.UNAUTHENTICATED.because("This token is not known.").refused());
  }
}
