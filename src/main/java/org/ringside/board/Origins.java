package org.ringside.board;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Addresses;
import org.ringside.frame.Entrance;
import org.ringside.frame.Problem;
import org.ringside.frame.ProblemCode;
import org.ringside.frame.Seldom;
import org.ringside.frame.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where browsers may open the live socket: pages of this server, under the address that the
 * browser used, and under the one that the operator named. A foreign page that opens a socket with
 * its visitor's rights is refused.
 */
public final class Origins {
  private static final Logger LOG = LoggerFactory.getLogger(Origins.class);
  private static final ProblemCode FOREIGN_ORIGIN =
      new ProblemCode("FOREIGN_ORIGIN", 403, "The live socket is for this server's own pages.");
  private static final int MAX_LOGGED = 200;
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Entrance entrance;
  private final Seldom<ProblemCode> seldom = new Seldom<>(EVERY, 1);

  public Origins(Entrance entrance) {
    this.entrance = entrance;
  }

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

  /**
   * Why a page is not welcome, which goes into the log as well now and then: behind a proxy that
   * nobody has named, every browser is refused.
   */
  Problem refusal(@Nullable String origin, Visit visit, Instant now) {
    String page = named(origin);
    String own = visit.address().map(URI::toString).orElse("no address");
    seldom
        .turn(FOREIGN_ORIGIN, now)
        .ifPresent(
            silent ->
                LOG.warn(
                    "a page of {} was refused the live socket, because this server takes {} for its"
                        + " own address. If people reach it under the former, set"
                        + " RINGSIDE_PUBLIC_URL to that, and RINGSIDE_TRUSTED_PROXIES to the proxy"
                        + " before it; {} more since the last such line",
                    page,
                    own,
                    silent));
    return FOREIGN_ORIGIN.because(
        "This server is reached at %s, and the page is of %s.".formatted(own, page));
  }

  /** What a browser could have said; anything else may be made to fill or forge the log. */
  private static String named(@Nullable String origin) {
    return Addresses.origin(String.valueOf(origin))
        .filter(page -> page.getRawUserInfo() == null)
        .map(URI::toString)
        .filter(page -> page.length() <= MAX_LOGGED)
        .orElse("no address");
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
