package org.ringside.frame;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Turns a bearer token into a principal; the access feature implements it. */
public interface Gatekeeper {
  /**
   * Who the bearer of that token is.
   *
   * @param bearerToken null where the request has none
   * @param toll paid for looking up what is not remembered
   * @return a future that fails with a {@link RefusedException} for a token that is not valid
   */
  Future<Principal> admit(@Nullable String bearerToken, Toll toll);
}
