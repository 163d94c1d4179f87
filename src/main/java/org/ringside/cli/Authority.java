package org.ringside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Who says that a server is the right one. */
final class Authority {
  private Authority() {}

  /**
   * Trusts what the certificates in the file signed, and themselves, and nothing else.
   *
   * @param file PEM; null for what the Java machine trusts
   */
  static SSLContext trusted(@Nullable Path file) throws Failure {
    try {
      return file == null ? SSLContext.getDefault() : context(file);
    } catch (CertificateException e) {
      throw new Failure(Exit.USAGE, "--ca: " + file + " is no PEM file of certificates");
    } catch (IOException e) {
      throw new Failure(Exit.USAGE, "--ca: " + file + " cannot be read: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      throw new Failure(Exit.USAGE, "--ca: " + file + " cannot be used: " + e.getMessage());
    }
  }

  private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(file)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("empty");
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("authority-" + store.size(), certificate);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Whether a request failed because the server's certificate was doubted. */
  static boolean isDoubted(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  /** Why nothing was sent; trying again would not make it the right server. */
  static String doubt(URI base, IOException e) {
    return "the certificate of "
        + base
        + " is not trusted ("
        + e.getMessage()
        + "); --ca or RINGSIDE_CA names the file of its authority";
  }
}
