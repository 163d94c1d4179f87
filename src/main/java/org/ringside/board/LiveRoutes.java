package org.ringside.board;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.InstantSource;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Limits;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.RefusedException;
import org.ringside.frame.SecurityHeaders;
import org.ringside.frame.Visit;
import org.ringside.frame.Withdrawals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets sockets in at {@code /api/v1/live}: path and origin are checked before the handshake. */
public final class LiveRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  public static final String PATH = "/api/v1/live";

  /** Messages from clients are a few words; more than this is not one of ours. */
  public static final int MAX_MESSAGE_BYTES = 4096;

  private static final int MAX_QUEUED_BYTES = 64 * 1024;
  private static final long KEEP_ALIVE_MS = 30_000;
  private static final long LOOK_MS = 1_000;

  private final Hub hub;
  private final Gatekeeper gatekeeper;
  private final LiveMeters meters;
  private final Origins origins;
  private final Limits limits;
  private final Crowd crowd;
  private final Onlookers onlookers;
  private final InstantSource clock;

  /**
   * @param crowd shared by all event loops
   * @param onlookers told of who watches on any of them
   */
  public LiveRoutes(
      Vertx vertx,
      Hub hub,
      Gatekeeper gatekeeper,
      Withdrawals withdrawals,
      Crowd crowd,
      Onlookers onlookers,
      LiveMeters meters,
      Origins origins,
      Limits limits,
      InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.crowd = crowd;
    this.onlookers = onlookers;
    this.hub = hub;
    this.gatekeeper = gatekeeper;
    this.meters = meters;
    this.origins = origins;
    vertx.setPeriodic(KEEP_ALIVE_MS, id -> hub.sockets().forEach(LiveSocket::keepAlive));
    vertx.setPeriodic(LOOK_MS, id -> hub.sockets().forEach(socket -> socket.look(clock.instant())));
    Context loop = vertx.getOrCreateContext();
    withdrawals.listen(
        what ->
            loop.runOnContext(there -> hub.sockets().forEach(socket -> socket.withdrawn(what))));
  }

  /**
   * Accepts or refuses a handshake; whatever it asks for, it counts for its address.
   *
   * @return whether the connection is a socket's now
   */
  public Future<Boolean> shake(HttpServerRequest request) {
    Visit visit = origins.visit(request);
    if (!hasRoom(request, visit)) {
      return Future.succeededFuture(false);
    }
    if (!PATH.equals(request.path())) {
      return refuse(request, ProblemCode.NOT_FOUND.because(ProblemCode.NOT_FOUND.title()));
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (!Origins.welcome(origin, visit)) {
      return refuse(request, origins.refusal(origin, visit, clock.instant()));
    }
    return request
        .toWebSocket()
        .onSuccess(this::connected)
        .onFailure(failure -> LOG.debug("no live socket: {}", failure.getMessage()))
        .transform(shaken -> Future.succeededFuture(shaken.succeeded()));
  }

  private boolean hasRoom(HttpServerRequest request, Visit visit) {
    try {
      limits.address(visit);
      return true;
    } catch (RefusedException tooMany) {
      answer(request, tooMany.problem());
      return false;
    }
  }

  private static Future<Boolean> refuse(HttpServerRequest request, Problem problem) {
    answer(request, problem);
    return Future.succeededFuture(false);
  }

  private static void answer(HttpServerRequest request, Problem problem) {
    SecurityHeaders.all(request.response());
    problem.answer(request.response());
  }

  /** Takes over a socket that was let in. */
  private void connected(ServerWebSocket socket) {
    socket.setWriteQueueMaxSize(MAX_QUEUED_BYTES);
    Visit visit = origins.visit(socket);
    var seat = new Seat(visit.client());
    new LiveSocket(socket, hub, gatekeeper, limits.toll(visit), crowd, onlookers, seat, meters)
        .start();
  }

  /** Tells every client to come back soon. */
  public void closeAll() {
    hub.sockets().forEach(socket -> socket.close(CloseCode.RESTARTING));
  }
}
