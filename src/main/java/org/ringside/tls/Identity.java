package org.ringside.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate with the key that proves it.
 *
 * @param chain the server's own first
 * @param chainPem the same as text
 * @param keyPem PKCS#8; never shown
 */
record Identity(List<X509Certificate> chain, String chainPem, String keyPem) {
  X509Certificate own() {
    return chain.getFirst();
  }

  /** From when on all of the chain is valid. */
  Instant begins() {
    return chain.stream()
        .map(certificate -> certificate.getNotBefore().toInstant())
        .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** When the first of the chain ends. */
  Instant ends() {
    return chain.stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .reduce(Instant.MAX, (a, b) -> a.isBefore(b) ? a : b);
  }

  boolean isValid(Instant now) {
    return !now.isBefore(begins()) && !now.isAfter(ends());
  }

  PemKeyCertOptions options() {
    return new PemKeyCertOptions()
        .setCertValue(Buffer.buffer(chainPem))
        .setKeyValue(Buffer.buffer(keyPem));
  }

  /** For the log; without the key. */
  @Override
  public String toString() {
    return "certificate of %s, valid from %s to %s"
        .formatted(own().getSubjectX500Principal().getName(), begins(), ends());
  }
}
