package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * Turns a request that is signed, and bears no token, into a principal; the access feature
 * implements it.
 */
public interface Signatures {
  /**
   * Looks whose address it is, before a body is read.
   *
   * @param toll paid for looking up what is not remembered
   * @return a future that fails with a {@link RefusedException} where it is nobody's
   */
  Future<Lock> at(String hook, Toll toll);

  /** What signatures at an address must fit. */
  @FunctionalInterface
  interface Lock {
    /**
     * Who signed.
     *
     * @param body as it came, byte for byte
     * @throws RefusedException where nobody did whom it knows, or too long ago, or the same before
     */
    Signed open(MultiMap headers, Buffer body);
  }

  /**
   * Who signed a request.
   *
   * @param hadNoEffect to be told where the request was refused after all, so that the same may
   *     come again
   */
  record Signed(Principal principal, Runnable hadNoEffect) {}
}
