package org.ringside.db;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.Optional;

/** A database's address as an operator writes it. */
final class DatabaseUrl {
  private DatabaseUrl() {}

  /** Empty where the text is no PostgreSQL address with user and database. */
  static Optional<PgConnectOptions> read(String text) {
    if (!text.matches("postgres(ql)?://[^\\s@]+@\\S+/\\S+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(secured(PgConnectOptions.fromUri(text)));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /**
   * The client wants to be told how a name is checked; the JVM's trust store says whom to trust.
   */
  private static PgConnectOptions secured(PgConnectOptions options) {
    return switch (options.getSslMode()) {
      case VERIFY_FULL -> options.setSslOptions(tls("HTTPS"));
      case VERIFY_CA -> options.setSslOptions(tls(""));
      case REQUIRE, PREFER, ALLOW -> options.setSslOptions(tls("").setTrustAll(true));
      case DISABLE -> options;
    };
  }

  private static ClientSSLOptions tls(String hostnameVerification) {
    return new ClientSSLOptions().setHostnameVerificationAlgorithm(hostnameVerification);
  }

  /** Address and role, for logs: never the password. */
  static String describe(PgConnectOptions options) {
    String tls = options.getSslMode() == SslMode.DISABLE ? "" : ", tls " + options.getSslMode();
    return "%s at %s:%d as %s%s"
        .formatted(
            options.getDatabase(), options.getHost(), options.getPort(), options.getUser(), tls);
  }
}
