package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ringside.credential.RefreshToken;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.KeptCookie;
import org.ringside.frame.Permission;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;

/** A screen asks to be paired, and hears of it; somebody looks at what asks. */
final class PairingRoutes {
  private static final String PATH = "/api/v1/pairings";
  private static final int POLL_SECONDS = 3;
  private static final int MAX_SECRET = 100;

  private final Pairings pairings;
  private final ScreenTokens tokens;
  private final KeptCookie cookie;
  private final InstantSource clock;

  PairingRoutes(Pairings pairings, ScreenTokens tokens, KeptCookie cookie, InstantSource clock) {
    this.pairings = pairings;
    this.tokens = tokens;
    this.cookie = cookie;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(PATH, Permission.PUBLIC, this::ask),
        Endpoint.post(PATH + "/claim", Permission.PUBLIC, this::claim),
        Endpoint.get(PATH + "/:code", Permission.MANAGE_SCREENS, this::look).withinReach());
  }

  private Future<Void> ask(Call call) {
    call.body().done();
    URI server = call.publicUrl();
    Pairings.Offered offered = pairings.ask(Device.of(call), clock.instant());
    Pairing pairing = offered.pairing();
    return call.json(
        201,
        new JsonObject()
            .put("code", pairing.code())
            .put("secret", offered.secret())
            .put("link", server + "/screens#" + pairing.code())
            .put("expiresAt", pairing.expiresAt().toString())
            .put("pollSeconds", POLL_SECONDS));
  }

  private Future<Void> claim(Call call) {
    Fields body = call.body();
    String secret = body.secret("secret", MAX_SECRET, "the secret that came with the code");
    body.done();
    Pairing pairing =
        pairings.claimed(secret, clock.instant()).orElseThrow(PairingRoutes::noSuchPairing);
    Pairing.Paired screen = pairing.screen();
    return screen == null
        ? state(call, "waiting")
        : tokens.claim(screen).compose(token -> claimed(call, pairing, token));
  }

  private Future<Void> claimed(Call call, Pairing pairing, Optional<RefreshToken> token) {
    if (token.isEmpty()) {
      pairings.done(pairing);
      throw noSuchPairing();
    }
    cookie.put(call, token.get().reveal());
    return state(call, "paired");
  }

  private static Future<Void> state(Call call, String state) {
    return call.json(200, new JsonObject().put("state", state));
  }

  private Future<Void> look(Call call) {
    String code = PairingCode.read(call.path("code")).orElseThrow(PairingRoutes::noSuchPairing);
    Pairing pairing =
        pairings
            .waiting(guesser(call), code, clock.instant())
            .orElseThrow(PairingRoutes::noSuchPairing);
    return call.json(
        200,
        new JsonObject()
            .put("code", pairing.code())
            .put("device", pairing.device().name())
            .put("address", pairing.device().address())
            .put("askedAt", pairing.askedAt().toString())
            .put("expiresAt", pairing.expiresAt().toString()));
  }

  /** Who guesses at codes, whatever address it is done from. */
  static String guesser(Call call) {
    return call.organisation() + "/" + call.principal().name();
  }

  static RefusedException noSuchPairing() {
    return ProblemCode.NOT_FOUND
        .because("No screen waits with that code; let it show another one.")
        .refused();
  }
}
