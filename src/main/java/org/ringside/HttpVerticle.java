package org.ringside;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringside.board.Crowd;
import org.ringside.board.Hub;
import org.ringside.board.LiveMeters;
import org.ringside.board.LiveRoutes;
import org.ringside.board.Origins;
import org.ringside.db.Outage;
import org.ringside.frame.Admission;
import org.ringside.frame.Endpoint;
import org.ringside.frame.Entrance;
import org.ringside.frame.HttpFrame;
import org.ringside.frame.Limits;
import org.ringside.frame.SecurityHeaders;
import org.ringside.frame.ServerKnobs;
import org.ringside.frame.UnprovenBodies;

/** One event loop of the HTTP side: its router, its hub of live boards, and its sockets. */
final class HttpVerticle extends VerticleBase {
  private static final int MAX_HEADER_BYTES = 8192;
  private static final int IDLE_SECONDS = 90;
  private static final int BACKLOG = 4096;
  private static final long SWEEP_MILLIS = 1_000;

  private final Parts parts;
  private final int port;
  private final Identity identity;
  private final Limits limits;
  private final UnprovenBodies unproven;
  private final Crowd crowd;
  private final LiveMeters liveMeters;
  private final List<Endpoint> endpoints;
  private @Nullable HttpServer server;
  private @Nullable LiveRoutes live;

  HttpVerticle(
      Parts parts,
      int port,
      Limits limits,
      UnprovenBodies unproven,
      Crowd crowd,
      LiveMeters liveMeters,
      List<Endpoint> endpoints) {
    this.parts = parts;
    this.port = port;
    this.identity = parts.identity();
    this.limits = limits;
    this.unproven = unproven;
    this.crowd = crowd;
    this.liveMeters = liveMeters;
    this.endpoints = endpoints;
  }

  @Override
  public Future<?> start() {
    ServerSettings settings = parts.settings();
    var entrance = Entrance.of(settings.knobs(), settings.publicUrl());
    var patience = Duration.ofSeconds(settings.knobs().get(ServerKnobs.REQUEST_PATIENCE));
    Router router = Router.router(vertx);
    var admission = new Admission(identity.access(), identity.signatures(), limits);
    new HttpFrame(router, admission, Outage::problem, entrance, patience, unproven)
        .mount(endpoints);
    Pages.mount(router);
    var hub = new Hub(vertx, parts.boards(), parts.meters());
    live =
        new LiveRoutes(
            vertx,
            hub,
            identity.access(),
            identity.withdrawals(),
            crowd,
            identity.onlookers(),
            liveMeters,
            new Origins(entrance),
            limits,
            settings.clock());
    HttpServer made = listener(router, live, patience);
    server = made;
    return made.listen(port, settings.host()).onSuccess(parts.tls()::serve);
  }

  private HttpServer listener(Router router, LiveRoutes live, Duration patience) {
    var heads = new HeadsInTime(patience, System::nanoTime);
    vertx.setPeriodic(SWEEP_MILLIS, id -> heads.sweep());
    return vertx
        .createHttpServer(parts.tls().applied(options()))
        .connectionHandler(heads::opened)
        .requestHandler(requests(heads, live::shake, router))
        .invalidRequestHandler(HttpVerticle::refuse);
  }

  /**
   * Counts the head of every request; only a connection that did become a socket's asks no more.
   *
   * @param shake answers who asks for a socket, and says whether one came of it
   */
  static Handler<HttpServerRequest> requests(
      HeadsInTime heads,
      Function<HttpServerRequest, Future<Boolean>> shake,
      Handler<HttpServerRequest> others) {
    return request -> {
      heads.asked(request);
      if (request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
        SocketAddress from = request.remoteAddress();
        shake
            .apply(request)
            .onSuccess(
                isSocket -> {
                  if (isSocket) {
                    heads.upgraded(from);
                  }
                });
      } else {
        others.handle(request);
      }
    };
  }

  /** What is no HTTP: Vert.x's own answer, with the headers that every answer has. */
  private static void refuse(HttpServerRequest request) {
    SecurityHeaders.all(request.response());
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
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
