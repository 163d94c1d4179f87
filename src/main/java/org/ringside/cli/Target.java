package org.ringside.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which server a command speaks to, and as whom. */
final class Target {
  private static final int USUAL_TRIES = 10;

  @Mixin private Address address = new Address();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Bearer token; others on this machine can see it, so better RINGSIDE_TOKEN. Default:"
              + " RINGSIDE_TOKEN, who has signed in (ringside sign-in), or RINGSIDE_BOOTSTRAP_TOKEN.")
  private @Nullable String token;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description =
          "How often one request is tried while the server is away or busy. Default: 10, and for"
              + " ever with --follow.")
  private int retries;

  URI url(Terminal terminal) throws Failure {
    return address.url(terminal);
  }

  Api open(Terminal terminal, Errand errand, boolean endless) throws Failure {
    int usual = endless ? Patience.ENDLESS : USUAL_TRIES;
    var patience = new Patience(retries > 0 ? retries : usual);
    Wire wire = address.open(terminal);
    try {
      Credential credential = Credentials.choose(token, errand, wire, terminal);
      return new Api(wire, credential, patience, terminal);
    } catch (Failure none) {
      wire.close();
      throw none;
    }
  }
}
