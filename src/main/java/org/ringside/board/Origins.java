package org.ringside.board;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Entrance;
import org.ringside.frame.Visit;

/**
 * From where browsers may open the live socket: pages of this server, under the address that the
 * browser used, and under the one that the operator named. A foreign page that opens a socket with
 * its visitor's rights is refused.
 */
public record Origins(Entrance entrance) {

  Visit visit(HttpServerRequest handshake) {
    return entrance.visit(handshake);
  }

  Visit visit(ServerWebSocket socket) {
    String peer = literal(socket.remoteAddress());
    return entrance.visit(socket.headers(), socket.authority(), peer, socket.isSsl());
  }

  private static String literal(SocketAddress peer) {
    return Objects.requireNonNullElse(peer.hostAddress(), "");
  }

  /**
   * Whether a handshake is welcome.
   *
   * @param origin which browsers always name; programs name none
   */
  static boolean welcome(@Nullable String origin, Visit visit) {
    if (origin == null
        || visit.publicUrl().filter(url -> url.toString().equals(origin)).isPresent()) {
      return true;
    }
    URI from = parsed(origin);
    return from != null && from.getHost() != null && sameAs(from, visit);
  }

  private static boolean sameAs(URI from, Visit visit) {
    var used = visit.host();
    return used != null
        && used.host().equalsIgnoreCase(from.getHost())
        && visit.port() == port(from);
  }

  private static @Nullable URI parsed(String origin) {
    try {
      return URI.create(origin);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int port(URI from) {
    return from.getPort() > 0 ? from.getPort() : "https".equals(from.getScheme()) ? 443 : 80;
  }
}
