package org.ringside.frame;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;

/**
 * A cookie with a secret by which a browser is known when it comes back. No script can read it and
 * no foreign page can send it; what uses it asks for a header that a foreign page cannot set
 * either.
 *
 * @param path of the addresses that it is sent to, and of nothing else
 * @param longest how long a browser keeps it
 * @param missing what to say where there is none
 */
public record KeptCookie(String name, String path, Duration longest, String missing) {
  /** A page of another origin cannot set it without asking first, and we do not let it. */
  public static final String HEADER = "Ringside-Request";

  private static final ProblemCode FOREIGN =
      new ProblemCode("FOREIGN_REQUEST", 403, "This is not a request of Ringside's own pages.");

  /** The secret that a request of our own pages shows; refused for any other. */
  public String shown(Call call) {
    if (call.request().getHeader(HEADER) == null) {
      throw FOREIGN.because("Send the header " + HEADER + ": 1.").refused();
    }
    String secret = call.cookie(name);
    if (secret == null) {
      throw ProblemCode.UNAUTHENTICATED.because(missing).refused();
    }
    return secret;
  }

  /** Gives the browser a secret to keep, in place of the one before. */
  public void put(Call call, String secret) {
    call.addCookie(cookie(call, secret, longest));
  }

  /** Makes the browser forget it. */
  public void drop(Call call) {
    call.addCookie(cookie(call, "", Duration.ZERO));
  }

  private Cookie cookie(Call call, String value, Duration age) {
    return Cookie.cookie(name, value)
        .setPath(path)
        .setMaxAge(age.toSeconds())
        .setHttpOnly(true)
        .setSecure(call.secure())
        .setSameSite(CookieSameSite.STRICT);
  }
}
