package org.ringside.board;

import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.Addresses;

/**
 * From where browsers may open the live socket: pages of this server, under the address that the
 * browser used, and the origins that the operator named. A foreign page that opens a socket with
 * its visitor's rights is refused.
 *
 * @param allowed origins such as {@code https://ringside.example}
 * @param trusted proxies that are believed about the address that the browser used
 */
public record Origins(Set<String> allowed, List<Addresses.Block> trusted) {

  /**
   * Whether a handshake is welcome. Browsers always name their origin; programs name none.
   *
   * @param peer address of whoever connects, a literal
   */
  boolean welcome(MultiMap headers, @Nullable HostAndPort authority, String peer) {
    String origin = headers.get("Origin");
    if (origin == null || allowed.contains(origin)) {
      return true;
    }
    URI from = parsed(origin);
    return from != null && from.getHost() != null && sameAs(from, headers, authority, peer);
  }

  private boolean sameAs(URI from, MultiMap headers, @Nullable HostAndPort authority, String peer) {
    boolean proxied = trusted.stream().anyMatch(block -> block.contains(peer));
    String scheme = proxied ? headers.get("X-Forwarded-Proto") : null;
    String forwardedHost = proxied ? headers.get("X-Forwarded-Host") : null;
    HostAndPort used =
        forwardedHost == null ? authority : HostAndPort.parseAuthority(forwardedHost, -1);
    return used != null
        && used.host().equalsIgnoreCase(from.getHost())
        && port(used.port(), Objects.requireNonNullElse(scheme, "http"))
            == port(from.getPort(), from.getScheme());
  }

  private static @Nullable URI parsed(String origin) {
    try {
      return URI.create(origin);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static int port(int given, @Nullable String scheme) {
    return given > 0 ? given : "https".equals(scheme) ? 443 : 80;
  }
}
