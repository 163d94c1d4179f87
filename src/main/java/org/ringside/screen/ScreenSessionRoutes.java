package org.ringside.screen;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.ringside.frame.Call;
import org.ringside.frame.Device;
import org.ringside.frame.Endpoint;
import org.ringside.frame.KeptCookie;
import org.ringside.frame.Permission;
import org.ringside.organisation.Organisation;
import org.ringside.organisation.Organisations;

/** A screen goes on watching. */
final class ScreenSessionRoutes {
  private final ScreenTokens tokens;
  private final Organisations organisations;
  private final KeptCookie cookie;

  ScreenSessionRoutes(ScreenTokens tokens, Organisations organisations, KeptCookie cookie) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.cookie = cookie;
  }

  List<Endpoint> endpoints() {
    return List.of(Endpoint.post("/api/v1/screen/session", Permission.PUBLIC, this::renew));
  }

  private Future<Void> renew(Call call) {
    return tokens
        .renew(cookie.shown(call), Device.of(call), call.toll())
        .compose(renewed -> answer(call, renewed));
  }

  private Future<Void> answer(Call call, ScreenTokens.Renewed renewed) {
    Organisation organisation = organisations.find(renewed.organisation());
    cookie.put(call, renewed.token().reveal());
    return call.json(
        200,
        new JsonObject()
            .put("access", renewed.access())
            .put("expiresAt", renewed.expiresAt().toString())
            .put("screen", renewed.screen().number())
            .put("name", renewed.screen().name())
            .put("organisation", organisation == null ? "" : organisation.name())
            .put("playlist", PlaylistJson.of(renewed.screen().playlist())));
  }
}
