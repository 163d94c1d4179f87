package org.ringside.frame;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** What every answer tells a browser that it must not do with it. */
public final class SecurityHeaders {
  /** Nothing may be loaded from an answer that is no page, and nobody may frame it. */
  private static final CharSequence NO_PAGE =
      optimized("default-src 'none'; frame-ancestors 'none'");

  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

  /** What no page here uses; the wall's full screen and wake lock are not among them. */
  private static final String DENIED =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  private static final Map<CharSequence, CharSequence> ALWAYS =
      Map.of(
          optimized("X-Content-Type-Options"), optimized("nosniff"),
          optimized("X-Frame-Options"), optimized("DENY"),
          optimized("Referrer-Policy"), optimized("no-referrer"),
          optimized("Permissions-Policy"), optimized(DENIED),
          optimized("Cross-Origin-Opener-Policy"), optimized("same-origin"),
          optimized("Cross-Origin-Resource-Policy"), optimized("same-origin"));

  private static final CharSequence STRICT_TRANSPORT = optimized("Strict-Transport-Security");
  private static final CharSequence YEAR = optimized("max-age=31536000");

  private SecurityHeaders() {}

  /**
   * Those that are the same on every answer.
   *
   * @param secure whether people reach the server by HTTPS for certain, so that browsers may be
   *     told never to come otherwise
   */
  static void addTo(HttpServerResponse response, boolean secure) {
    ALWAYS.forEach(response::putHeader);
    if (secure) {
      response.putHeader(STRICT_TRANSPORT, YEAR);
    }
  }

  /**
   * Those that a handler may have set otherwise: a page its policy, a tagged answer its caching.
   */
  static void complete(HttpServerResponse response) {
    if (!response.headers().contains(POLICY)) {
      response.putHeader(POLICY, NO_PAGE);
    }
    if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static CharSequence optimized(String text) {
    return HttpHeaders.createOptimized(text);
  }

  /** All of them, for an answer that no router sees. */
  public static void all(HttpServerResponse response) {
    addTo(response, false);
    complete(response);
  }
}
