package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ringside.audit.Act;
import org.ringside.db.Tenants;
import org.ringside.floor.Floors;
import org.ringside.frame.Call;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Fields;
import org.ringside.frame.Permission;
import org.ringside.screen.ScreenSql.Wanted;

/** Screens as those see them who handle them. */
final class ScreenRoutes {
  private static final String PATH = "/api/v1/screens";
  private static final String ONE = PATH + "/:screen";
  private static final Duration REVOKED_SHOWN = Duration.ofDays(30);
  private static final int MOST_REVOKED = 200;
  private static final int MAX_WHY = 500;

  private final Tenants tenants;
  private final Floors floors;
  private final Pairings pairings;
  private final PairedScreens screens;
  private final Whereabouts whereabouts;
  private final InstantSource clock;

  ScreenRoutes(
      Tenants tenants,
      Floors floors,
      Pairings pairings,
      PairedScreens screens,
      Whereabouts whereabouts,
      InstantSource clock) {
    this.tenants = tenants;
    this.floors = floors;
    this.pairings = pairings;
    this.screens = screens;
    this.whereabouts = whereabouts;
    this.clock = clock;
  }

  List<Endpoint> endpoints() {
    Permission manage = Permission.MANAGE_SCREENS;
    return List.of(
        Endpoint.get(PATH, Permission.READ_SCREENS, this::list).withinReach(),
        Endpoint.post(PATH, manage, this::pair).withinReach(),
        Endpoint.put(ONE, manage, Endpoint.Body.SMALL, this::put).withinReach(),
        Endpoint.post(ONE + "/revoke", manage, this::revoke).withinReach(),
        Endpoint.post(ONE + "/alarm/settle", manage, this::settle).withinReach());
  }

  private Future<Void> list(Call call) {
    int organisation = call.organisation();
    Instant since = clock.instant().minus(REVOKED_SHOWN);
    return ScreenSql.list(tenants.of(organisation), organisation, since, MOST_REVOKED)
        .compose(
            found ->
                call.items(
                    found.stream()
                        .filter(screen -> Screen.isWithin(call.reach(), screen.site()))
                        .map(screen -> json(call, screen))
                        .toList()));
  }

  private JsonObject json(Call call, Screen screen) {
    int organisation = call.organisation();
    return ScreenJson.of(
        screen,
        floors.current(organisation),
        whereabouts.last(organisation, screen.number()),
        whereabouts.watches(organisation, screen.number()));
  }

  private Future<Void> pair(Call call) {
    Fields body = call.body();
    String typed = body.text("code", PairingCode.MAX_TYPED, PairingCode.EXAMPLE);
    String code = PairingCode.read(typed).orElse("");
    if (code.isEmpty() && !body.refused("code")) {
      body.refuse("code", "the eight letters and digits that a screen shows", PairingCode.EXAMPLE);
    }
    Wanted wanted = ScreenReader.read(body, floors.current(call.organisation()));
    body.done();
    return known(call, wanted)
        .compose(good -> pair(call, code, good))
        .compose(screen -> call.json(201, json(call, screen)));
  }

  /** Whoever asks again in the same words, because no answer came, is told what became of it. */
  private Future<Screen> pair(Call call, String code, Wanted wanted) {
    Optional<Pairing.Paired> before =
        pairings.before(PairingRoutes.guesser(call), code, wanted, clock.instant());
    return before.isPresent() ? paired(call, before.get()) : pairNow(call, code, wanted);
  }

  private Future<Screen> paired(Call call, Pairing.Paired before) {
    int organisation = call.organisation();
    return ScreenSql.find(tenants.of(organisation), organisation, before.screen())
        .map(found -> found.filter(Screen::isPaired).orElseThrow(PairingRoutes::noSuchPairing));
  }

  private Future<Screen> pairNow(Call call, String code, Wanted wanted) {
    Pairing pairing =
        pairings
            .take(PairingRoutes.guesser(call), code, wanted, clock.instant())
            .orElseThrow(PairingRoutes::noSuchPairing);
    return Future.succeededFuture(pairing)
        .compose(taken -> screens.pair(doing(call, "screen.paired"), wanted, taken))
        .onSuccess(added -> paired(call, pairing, added))
        .onFailure(failure -> pairings.putBack(pairing))
        .map(PairedScreens.Added::screen);
  }

  private void paired(Call call, Pairing pairing, PairedScreens.Added added) {
    var screen = new Pairing.Paired(call.organisation(), added.screen().number(), added.family());
    pairings.paired(pairing, screen, clock.instant());
  }

  private Future<Void> put(Call call) {
    Fields body = call.body();
    Wanted wanted = ScreenReader.read(body, floors.current(call.organisation()));
    body.done();
    int number = call.pathNumber("screen");
    return known(call, wanted)
        .compose(good -> screens.change(doing(call, "screen.changed"), number, good))
        .compose(screen -> call.json(200, json(call, screen)));
  }

  private Future<Wanted> known(Call call, Wanted wanted) {
    int organisation = call.organisation();
    return ScreenReader.known(tenants.of(organisation), organisation, wanted);
  }

  private Future<Void> revoke(Call call) {
    PairedScreens.Doing doing = because(call, "screen.revoked");
    return screens.revoke(doing, call.pathNumber("screen")).compose(revoked -> call.noContent());
  }

  private Future<Void> settle(Call call) {
    PairedScreens.Doing doing = because(call, "screen.alarm-settled");
    return screens
        .settle(doing, call.pathNumber("screen"))
        .onSuccess(screen -> whereabouts.settled(call.organisation(), screen.number()))
        .compose(screen -> call.json(200, json(call, screen)));
  }

  /** What somebody does who has to say why. */
  private static PairedScreens.Doing because(Call call, String what) {
    Fields body = call.body();
    String why = body.text("why", MAX_WHY, "the display was replaced");
    body.done();
    Act act = Act.of(call, what, "").because(why);
    return new PairedScreens.Doing(call.organisation(), call.reach(), act);
  }

  private static PairedScreens.Doing doing(Call call, String what) {
    return new PairedScreens.Doing(call.organisation(), call.reach(), Act.of(call, what, ""));
  }
}
