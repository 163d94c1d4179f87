package org.ringside.screen;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringside.board.Onlookers;
import org.ringside.credential.AccessTokens;
import org.ringside.credential.TokenClaims;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Endpoint;
import org.ringside.frame.KeptCookie;
import org.ringside.frame.Principal;
import org.ringside.frame.ShortMemory;
import org.ringside.frame.Withdrawals;
import org.ringside.frame.Withdrawn;
import org.ringside.organisation.Organisations;

/**
 * Screens, put together; and who one is that shows an access token: remembered between requests, so
 * that its boards need not ask the database, and forgotten when it changes.
 */
public final class Screens {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 20_000;

  /** The longest that browsers keep a cookie. */
  private static final Duration COOKIE_LIFE = Duration.ofDays(400);

  /** Not sent to {@code /api/v1/screens}: that is another segment. */
  private static final String COOKIE_PATH = "/api/v1/screen";

  private final Tenants tenants;
  private final ShortMemory<Key, Optional<Screen>> remembered;
  private final Whereabouts whereabouts;
  private final List<Endpoint> endpoints = new ArrayList<>();

  private record Key(int organisation, int screen) {}

  /** What screens are made from; everything is shared by all event loops. */
  public record Parts(
      Tenants tenants,
      Organisations organisations,
      Floors floors,
      AccessTokens tokens,
      Withdrawals withdrawals,
      MeterRegistry meters,
      InstantSource clock) {}

  public Screens(Parts parts) {
    InstantSource clock = parts.clock();
    this.tenants = parts.tenants();
    this.remembered = new ShortMemory<>(MOST_REMEMBERED, REMEMBERED, clock);
    parts.withdrawals().listen(this::forget);
    var alarms = new Alarms(tenants, parts.meters());
    this.whereabouts = new Whereabouts(alarms::raise, clock);
    var pairings = new Pairings(parts.meters());
    var tokens = new ScreenTokens(tenants, parts.tokens(), alarms, clock);
    var paired = new PairedScreens(tenants, parts.floors(), parts.withdrawals(), clock);
    var cookie =
        new KeptCookie("ringside_screen", COOKIE_PATH, COOKIE_LIFE, "There is no screen's cookie.");
    endpoints.addAll(new PairingRoutes(pairings, tokens, cookie, clock).endpoints());
    endpoints.addAll(new ScreenSessionRoutes(tokens, parts.organisations(), cookie).endpoints());
    endpoints.addAll(
        new ScreenRoutes(tenants, parts.floors(), pairings, paired, whereabouts, clock)
            .endpoints());
  }

  /**
   * Who shows an access token of a screen.
   *
   * @param claims of a token that is good
   * @return empty where the screen was revoked
   */
  public Future<Optional<Principal>> admit(TokenClaims claims) {
    int organisation = claims.organisation();
    return remembered
        .get(
            new Key(organisation, claims.subject()),
            key -> ScreenSql.find(tenants.of(organisation), organisation, key.screen()))
        .map(
            found ->
                found
                    .filter(Screen::isPaired)
                    .map(screen -> screen.principal(organisation, claims.expiresAt())));
  }

  private void forget(Withdrawn withdrawn) {
    remembered.forget(
        key ->
            key.organisation() == withdrawn.organisation()
                && Screen.actor(key.screen()).equals(withdrawn.principal()));
  }

  /** To be told who watches. */
  public Onlookers onlookers() {
    return whereabouts;
  }

  /** The same for every event loop. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }
}
