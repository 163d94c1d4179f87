package org.ringside.board;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final Set<String> origins;

  /**
   * @param origins that may connect beside the server's own, for instance {@code
   *     https://wall.example}
   */
  public LiveRoutes(
      Vertx vertx, Hub hub, Gatekeeper gatekeeper, LiveMeters meters, Set<String> origins) {
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
    } else if (!welcome(handshake.headers().get("Origin"), handshake.authority())) {
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

  /**
   * Browsers always name their origin; it must be this server or one of those configured. Programs
   * name none.
   */
  private boolean welcome(@Nullable String origin, @Nullable HostAndPort authority) {
    if (origin == null || origins.contains(origin)) {
      return true;
    }
    try {
      URI uri = URI.create(origin);
      return authority != null
          && authority.host().equalsIgnoreCase(uri.getHost())
          && port(authority.port(), uri.getScheme()) == port(uri.getPort(), uri.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(int given, @Nullable String scheme) {
    return given > 0 ? given : "https".equals(scheme) ? 443 : 80;
  }
}
