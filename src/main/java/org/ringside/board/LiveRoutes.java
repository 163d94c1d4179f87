package org.ringside.board;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.time.InstantSource;
import org.ringside.frame.Gatekeeper;
import org.ringside.frame.Limits;
import org.ringside.frame.RefusedException;
import org.ringside.frame.Visit;
import org.ringside.frame.Withdrawals;

/** Lets sockets in at {@code /api/v1/live}: path and origin are checked before the handshake. */
public final class LiveRoutes {
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

  /** Accepts or refuses a handshake. */
  public void shake(ServerWebSocketHandshake handshake) {
    if (!PATH.equals(handshake.path())) {
      handshake.reject(404);
    } else if (!Origins.welcome(handshake.headers().get("Origin"), origins.visit(handshake))) {
      handshake.reject(403);
    } else if (!hasRoom(handshake)) {
      handshake.reject(429);
    } else {
      handshake.accept();
    }
  }

  private boolean hasRoom(ServerWebSocketHandshake handshake) {
    try {
      limits.address(origins.visit(handshake));
      return true;
    } catch (RefusedException tooMany) {
      return false;
    }
  }

  /** Takes over a socket that was let in. */
  public void connected(ServerWebSocket socket) {
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
