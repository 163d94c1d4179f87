package org.ringside.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Which addresses of a provider this server calls. Pure. */
final class ProviderAddress {
  static final int MAX_LENGTH = 300;

  private ProviderAddress() {}

  /**
   * The address of an issuer: by HTTPS, or by HTTP on this machine; without query and fragment.
   *
   * @param allowed origins that the operator allows, none for all
   */
  static Optional<URI> issuer(String text, List<URI> allowed) {
    return read(text)
        .filter(uri -> uri.getRawQuery() == null && (isHttps(uri) || isLoopback(uri)))
        .filter(uri -> allowed.isEmpty() || allowed.contains(origin(uri)));
  }

  /** An address that a provider names: by HTTPS; a provider on this machine may name it so. */
  static Optional<URI> endpoint(URI issuer, String text) {
    boolean plain = !isHttps(issuer);
    return read(text).filter(uri -> isHttps(uri) || (plain && isLoopback(uri)));
  }

  private static Optional<URI> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      var uri = new URI(text);
      boolean whole =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      return whole ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  private static boolean isHttps(URI uri) {
    return "https".equals(uri.getScheme());
  }

  /** By its name: nothing is looked up. */
  private static boolean isLoopback(URI uri) {
    String host = uri.getHost();
    return "http".equals(uri.getScheme())
        && (host.equals("localhost")
            || host.equals("[::1]")
            || host.matches("127(\\.[0-9]{1,3}){3}"));
  }

  private static URI origin(URI uri) {
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }
}
