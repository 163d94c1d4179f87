package org.ringside;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.board.Hub;
import org.ringside.board.LiveMeters;
import org.ringside.board.LiveRoutes;
import org.ringside.board.Origins;
import org.ringside.db.Outage;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.HttpFrame;
import org.ringside.frame.ServerKnobs;

/** One event loop of the HTTP side: its router, its hub of live boards, and its sockets. */
final class HttpVerticle extends VerticleBase {
  private static final int MAX_HEADER_BYTES = 8192;
  private static final int IDLE_SECONDS = 90;
  private static final int BACKLOG = 4096;

  private final Parts parts;
  private final int port;
  private final Gatekeeper gatekeeper;
  private final LiveMeters liveMeters;
  private final List<Endpoint> endpoints;
  private @Nullable HttpServer server;
  private @Nullable LiveRoutes live;

  HttpVerticle(
      Parts parts,
      int port,
      Gatekeeper gatekeeper,
      LiveMeters liveMeters,
      List<Endpoint> endpoints) {
    this.parts = parts;
    this.port = port;
    this.gatekeeper = gatekeeper;
    this.liveMeters = liveMeters;
    this.endpoints = endpoints;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    new HttpFrame(router, gatekeeper, Outage::problem).mount(endpoints);
    Pages.mount(router);
    var hub = new Hub(vertx, parts.boards(), parts.meters());
    live = new LiveRoutes(vertx, hub, gatekeeper, liveMeters, origins());
    server =
        vertx
            .createHttpServer(options())
            .requestHandler(router)
            .webSocketHandshakeHandler(live::shake)
            .webSocketHandler(live::connected);
    return server.listen(port, parts.settings().host());
  }

  private Origins origins() {
    Set<String> named =
        parts.settings().publicUrl().map(URI::toString).map(Set::of).orElse(Set.of());
    return new Origins(named, parts.settings().knobs().get(ServerKnobs.TRUSTED_PROXIES));
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setHttp2ClearTextEnabled(false)
        .setIdleTimeout(IDLE_SECONDS)
        .setAcceptBacklog(BACKLOG)
        .setCompressionSupported(true)
        .setCompressionLevel(1)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setMaxWebSocketFrameSize(LiveRoutes.MAX_MESSAGE_BYTES)
        .setMaxWebSocketMessageSize(LiveRoutes.MAX_MESSAGE_BYTES);
  }

  /** Sends the sockets away with a code that says "come back", then stops listening. */
  Future<?> close() {
    if (live != null) {
      live.closeAll();
    }
    return server == null ? Future.succeededFuture() : server.close();
  }
}
