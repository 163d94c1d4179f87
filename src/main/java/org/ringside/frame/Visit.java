package org.ringside.frame;

import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request came here, as {@link Entrance} knows it.
 *
 * @param client address of whoever asks, a literal without a port
 * @param https whether the browser's side of the way is known to be encrypted
 * @param host what the browser has in its address bar, the port -1 where it names none; null where
 *     the request does not say it well
 * @param publicUrl what the operator says, which is believed before the request
 */
public record Visit(
    String client, boolean https, @Nullable HostAndPort host, Optional<URI> publicUrl) {
  static final String KEY = Visit.class.getName();

  /** Whether people reach this server by HTTPS for certain. */
  public boolean secure() {
    return https || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /** The port of {@link #host}, or the one that goes without saying. */
  public int port() {
    int usual = https ? 443 : 80;
    return host == null || host.port() <= 0 ? usual : host.port();
  }

  /**
   * The address under which people reach the server, without a path; empty where neither the
   * operator nor the request tells it. What a request tells is its client's word: good for an
   * answer to that client, not for a letter to somebody else.
   */
  public Optional<URI> address() {
    return publicUrl.or(() -> Optional.ofNullable(host).flatMap(this::address));
  }

  private Optional<URI> address(HostAndPort host) {
    boolean usual = port() == (https ? 443 : 80);
    return Addresses.origin(
        (https ? "https://" : "http://") + host.host() + (usual ? "" : ":" + port()));
  }
}
