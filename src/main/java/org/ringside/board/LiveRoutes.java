package org.ringside.board;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import org.ringside.frame.Gatekeeper;

/** Lets sockets in at {@code /api/v1/live}: path and origin are checked before the handshake. */
public final class LiveRoutes {
  public static final String PATH = "/api/v1/live";

  /** Messages from clients are a few words; more than this is not one of ours. */
  public static final int MAX_MESSAGE_BYTES = 4096;

  private static final int MAX_QUEUED_BYTES = 64 * 1024;
  private static final long KEEP_ALIVE_MS = 30_000;

  private final Hub hub;
  private final Gatekeeper gatekeeper;
  private final LiveMeters meters;
  private final Origins origins;

  public LiveRoutes(
      Vertx vertx, Hub hub, Gatekeeper gatekeeper, LiveMeters meters, Origins origins) {
    this.hub = hub;
    this.gatekeeper = gatekeeper;
    this.meters = meters;
    this.origins = origins;
    vertx.setPeriodic(KEEP_ALIVE_MS, id -> hub.sockets().forEach(LiveSocket::keepAlive));
  }

  /** Accepts or refuses a handshake. */
  public void shake(ServerWebSocketHandshake handshake) {
    if (!PATH.equals(handshake.path())) {
      handshake.reject(404);
    } else if (!origins.welcome(
        handshake.headers(), handshake.authority(), handshake.remoteAddress().hostAddress())) {
      handshake.reject(403);
    } else {
      handshake.accept();
    }
  }

  /** Takes over a socket that was let in. */
  public void connected(ServerWebSocket socket) {
    socket.setWriteQueueMaxSize(MAX_QUEUED_BYTES);
    new LiveSocket(socket, hub, gatekeeper, meters).start();
  }

  /** Tells every client to come back soon. */
  public void closeAll() {
    hub.sockets().forEach(socket -> socket.close(CloseCode.RESTARTING));
  }
}
