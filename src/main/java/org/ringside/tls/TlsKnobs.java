package org.ringside.tls;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringside.frame.Knob;

/** Where the certificate lies. */
public final class TlsKnobs {
  /** The server's own first, then those that signed it. */
  public static final Knob<Optional<Path>> CERTIFICATE =
      Knob.optional(
          "RINGSIDE_TLS_CERTIFICATE",
          "a path",
          "/etc/ringside/fullchain.pem",
          "PEM file of the server's certificate and those that signed it; with it, and its key, the server speaks HTTPS alone.",
          TlsKnobs::path);

  /** As {@code openssl genpkey} and ACME clients write it. */
  public static final Knob<Optional<Path>> KEY =
      Knob.optional(
          "RINGSIDE_TLS_KEY",
          "a path",
          "/etc/ringside/privkey.pem",
          "PEM file of its private key: PKCS#8, RSA or elliptic curve, without a passphrase.",
          TlsKnobs::path);

  /** Soon enough for whoever renews, and nothing to a disk. */
  public static final Knob<Integer> RELOAD =
      Knob.number(
          "RINGSIDE_TLS_RELOAD",
          10,
          1,
          3600,
          "seconds",
          "How often both files are looked at for a new certificate.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL = List.of(CERTIFICATE, KEY, RELOAD);

  private TlsKnobs() {}

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(text.strip()).filter(path -> !path.isEmpty()).map(Path::of);
    } catch (InvalidPathException notOne) {
      return Optional.empty();
    }
  }
}
