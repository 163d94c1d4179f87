package org.ringside.frame;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is believed about the way that a request took: the connection itself, and of {@code
 * X-Forwarded-For}, {@code -Proto} and {@code -Host} what trusted proxies say. Pure.
 *
 * <p>{@code Forwarded} (RFC 7239) is not read on purpose: a proxy that writes one family of headers
 * passes the other on as its client made it up.
 *
 * @param trusted proxies that are believed
 * @param publicUrl under which people reach the server, if the operator says so
 */
public record Entrance(List<Addresses.Block> trusted, Optional<URI> publicUrl) {
  private static final int MOST_HOPS = 32;

  /** What the environment says. */
  public static Entrance of(Knobs knobs, Optional<URI> publicUrl) {
    return new Entrance(knobs.get(ServerKnobs.TRUSTED_PROXIES), publicUrl);
  }

  /** How a request came. */
  public Visit visit(HttpServerRequest request) {
    var peer = request.remoteAddress();
    String literal = peer == null ? "" : Objects.requireNonNullElse(peer.hostAddress(), "");
    return visit(request.headers(), request.authority(), literal, request.isSSL());
  }

  /**
   * How a request came.
   *
   * @param authority that the request names
   * @param peer address of whoever connects, a literal
   * @param tls whether the connection itself is encrypted
   */
  public Visit visit(MultiMap headers, @Nullable HostAndPort authority, String peer, boolean tls) {
    Optional<InetAddress> proxy = proxy(peer);
    if (proxy.isEmpty()) {
      return new Visit(peer, tls, authority, publicUrl);
    }
    String client = client(headers.getAll("X-Forwarded-For"), proxy.get()).getHostAddress();
    HostAndPort host = only(headers.getAll("X-Forwarded-Host")).map(Entrance::host).orElse(null);
    boolean https =
        switch (only(headers.getAll("X-Forwarded-Proto")).orElse("")) {
          case "https" -> true;
          case "http" -> false;
          default -> tls;
        };
    return new Visit(client, https, host == null ? authority : host, publicUrl);
  }

  private Optional<InetAddress> proxy(String peer) {
    return trusted.isEmpty() ? Optional.empty() : Addresses.address(peer).filter(this::trusts);
  }

  private boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }

  /**
   * From the right, where the nearest proxy wrote, to the first address that is no proxy of ours;
   * to the left of that, and of what is no address, anything may have been made up.
   */
  private InetAddress client(List<String> lines, InetAddress proxy) {
    String[] hops = String.join(",", lines).split(",", -1);
    InetAddress client = proxy;
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
      Optional<InetAddress> hop = Addresses.address(withoutPort(hops[i].strip()));
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
      if (!trusts(client)) {
        return client;
      }
    }
    return client;
  }

  /** {@code 192.0.2.7:4711} and {@code [2001:db8::7]:4711}, as some proxies write. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end > 0 && hop.substring(end + 1).matches("(:[0-9]{1,5})?")
          ? hop.substring(1, end)
          : "";
    }
    return hop.matches("[0-9.]{7,15}:[0-9]{1,5}") ? hop.substring(0, hop.indexOf(':')) : hop;
  }

  /** The value of a header that is there once and says one thing. */
  private static Optional<String> only(List<String> values) {
    return values.size() == 1 && !values.getFirst().contains(",")
        ? Optional.of(values.getFirst().strip())
        : Optional.empty();
  }

  private static @Nullable HostAndPort host(String text) {
    return text.isEmpty() ? null : HostAndPort.parseAuthority(text, -1);
  }
}
