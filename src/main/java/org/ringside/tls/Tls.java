package org.ringside.tls;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ringside.frame.CannotStart;
import org.ringside.frame.Knobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the server speaks HTTPS, and with which certificate. Safe to use from any thread; nothing
 * here waits but {@link #open}.
 */
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");

  private final @Nullable IdentityFiles files;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Identity identity;
  private volatile boolean closed;

  private Tls(@Nullable IdentityFiles files, @Nullable Identity identity) {
    this.files = files;
    this.identity = identity;
  }

  /** Plain HTTP. */
  public static Tls off() {
    return new Tls(null, null);
  }

  /**
   * Reads the certificate that the knobs name, if any.
   *
   * @throws CannotStart with one sentence where it cannot be used
   */
  public static Tls open(Knobs knobs, Instant now) {
    Optional<IdentityFiles> files = files(knobs);
    if (files.isEmpty()) {
      return off();
    }
    Identity first = read(files.get());
    if (!first.isValid(now)) {
      LOG.warn("Browsers will not take the {}", first);
    }
    return new Tls(files.get(), first);
  }

  /** Looks at the files from now on, until closed. */
  public void watch(Vertx vertx, Knobs knobs, InstantSource clock, MeterRegistry meters) {
    if (files != null) {
      var measured = new TlsMeters(meters, () -> current().ends());
      new Reload(files, current(), clock, measured, this::use, () -> closed)
          .start(vertx, Duration.ofSeconds(knobs.get(TlsKnobs.RELOAD)));
    }
  }

  private static Optional<IdentityFiles> files(Knobs knobs) {
    Optional<Path> certificate = knobs.get(TlsKnobs.CERTIFICATE);
    Optional<Path> key = knobs.get(TlsKnobs.KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new CannotStart(
          "RINGSIDE_TLS_CERTIFICATE and RINGSIDE_TLS_KEY go together: set both, or none for plain HTTP.");
    }
    return certificate.map(path -> new IdentityFiles(path, key.orElseThrow()));
  }

  private static Identity read(IdentityFiles files) {
    return switch (files.read()) {
      case IdentityFiles.Reading.Fit(Identity fit) -> fit;
      case IdentityFiles.Reading.Unfit(String sentence) -> throw new CannotStart(sentence);
    };
  }

  public boolean isOn() {
    return identity != null;
  }

  /** The options, with the certificate if there is one. */
  public HttpServerOptions applied(HttpServerOptions options) {
    Identity used = identity;
    return used == null ? options : applied(used, options);
  }

  private static HttpServerOptions applied(Identity used, HttpServerOptions options) {
    return options
        .setSsl(true)
        .setUseAlpn(false) // no HTTP/2: its limits would be others
        .setKeyCertOptions(used.options())
        .setEnabledSecureTransportProtocols(PROTOCOLS);
  }

  /** This listening server gets every certificate to come. */
  public void serve(HttpServer server) {
    servers.add(server);
  }

  private Future<?> use(Identity next) {
    ServerSSLOptions options = applied(next, new HttpServerOptions()).getSslOptions();
    List<Future<Boolean>> updates =
        servers.stream().map(server -> server.updateSSLOptions(options.copy(), true)).toList();
    return Future.all(updates).onSuccess(all -> identity = next);
  }

  /** For a client inside this process: it trusts exactly the certificate in use. */
  public HttpClientOptions ownClient() {
    var options = new HttpClientOptions();
    return isOn()
        ? options
            .setSsl(true)
            .setVerifyHost(false) // what it trusts is one certificate, not a name
            .setTrustOptions(TrustOptions.wrap(new OwnCertificate(() -> current().own())))
        : options;
  }

  private Identity current() {
    Identity used = identity;
    if (used == null) {
      throw new IllegalStateException("no certificate");
    }
    return used;
  }

  /** Looks at the files no more. */
  public void close() {
    closed = true;
  }
}
