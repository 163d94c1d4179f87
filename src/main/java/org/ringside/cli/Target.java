package org.ringside.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which server a command speaks to, and as whom. */
final class Target {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Address of the server. Default: RINGSIDE_URL, else this machine at RINGSIDE_PORT.")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Bearer token; others on this machine can see it, so better RINGSIDE_TOKEN. Default:"
              + " RINGSIDE_TOKEN, RINGSIDE_BOOTSTRAP_TOKEN, or the file bootstrap-token in the"
              + " data folder.")
  private @Nullable String token;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "How often one request is tried while the server is away or busy. Default: 10, and for"
              + " ever with --follow.")
  private int retries;

  URI url(Terminal terminal) throws Failure {
    String port = terminal.variable("RINGSIDE_PORT", "8080");
    String text = url != null ? url : terminal.variable("RINGSIDE_URL", "http://127.0.0.1:" + port);
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

  Api open(Terminal terminal, boolean endless) throws Failure {
    int usual = endless ? Patience.ENDLESS : 10;
    return new Api(
        url(terminal), token(terminal), new Patience(retries > 0 ? retries : usual), terminal);
  }

  private String token(Terminal terminal) throws Failure {
    if (token != null) {
      return token;
    }
    String bootstrap = terminal.variable("RINGSIDE_BOOTSTRAP_TOKEN", "");
    String fromEnvironment = terminal.variable("RINGSIDE_TOKEN", bootstrap);
    return fromEnvironment.isEmpty() ? fromFile(terminal) : fromEnvironment;
  }

  private static String fromFile(Terminal terminal) throws Failure {
    Path file = Path.of(terminal.variable("RINGSIDE_DATA", "data")).resolve("bootstrap-token");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Failure(
          Exit.USAGE, "No token: give --token or set RINGSIDE_TOKEN; " + file + " is not readable");
    }
  }
}
