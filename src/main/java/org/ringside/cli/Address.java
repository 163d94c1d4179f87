package org.ringside.cli;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say which server a command speaks to, and how it is known to be the right one.
 */
final class Address {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Address of the server. Default: RINGSIDE_URL, else this machine at RINGSIDE_PORT, by https"
              + " where RINGSIDE_TLS_CERTIFICATE is set.")
  private @Nullable String url;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "PEM file of the authority that signed the server's certificate, trusted in place of the"
              + " usual ones. Default: RINGSIDE_CA.")
  private @Nullable Path ca;

  URI url(Terminal terminal) throws Failure {
    String port = terminal.variable("RINGSIDE_PORT", "8080");
    String scheme = terminal.variable("RINGSIDE_TLS_CERTIFICATE", "").isEmpty() ? "http" : "https";
    String here = scheme + "://127.0.0.1:" + port;
    String text = url != null ? url : terminal.variable("RINGSIDE_URL", here);
    try {
      URI base = URI.create(text.endsWith("/") ? text : text + "/");
      if ("http".equals(base.getScheme()) || "https".equals(base.getScheme())) {
        return base;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new Failure(Exit.USAGE, "'" + text + "' is no address of a server");
    }
    throw new Failure(Exit.USAGE, "'" + text + "' is no address that begins with http or https");
  }

  Wire open(Terminal terminal) throws Failure {
    return new Wire(url(terminal), Authority.trusted(ca(terminal)));
  }

  /** Null for those that the Java machine trusts. */
  private @Nullable Path ca(Terminal terminal) throws Failure {
    String named = terminal.variable("RINGSIDE_CA", "");
    try {
      return ca != null || named.isEmpty() ? ca : Path.of(named);
    } catch (InvalidPathException noPath) {
      throw new Failure(Exit.USAGE, "RINGSIDE_CA is no path: " + named);
    }
  }
}
