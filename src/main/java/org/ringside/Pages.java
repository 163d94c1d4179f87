package org.ringside;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/**
 * The built web pages: assets named by their content are kept for ever, the pages themselves never.
 */
final class Pages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"
          + " data:; connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types"
          + " svelte-trusted-html";

  /**
   * Signing in, one-time links, the own account and screens are one page, which looks at its
   * address.
   */
  private static final List<String> ENTRY =
      List.of("/sign-in", "/sign-in/return", "/welcome", "/account", "/screens");

  private static final long YEAR_SECONDS = 31_536_000;

  private Pages() {}

  static void mount(Router router) {
    router.get("/").handler(context -> redirect(context, "/wall"));
    router.get("/wall").handler(context -> context.reroute("/wall.html"));
    ENTRY.forEach(path -> router.get(path).handler(context -> context.reroute("/entry.html")));
    router
        .get("/assets/*")
        .handler(
            StaticHandler.create("webroot/assets")
                .setMaxAgeSeconds(YEAR_SECONDS)
                .setDirectoryListing(false)
                .setIncludeHidden(false));
    var page = StaticHandler.create("webroot").setCachingEnabled(false).setDirectoryListing(false);
    router
        .getWithRegex("/[a-z]+\\.(html|svg|ico|webmanifest)")
        .handler(Pages::underPolicy)
        .handler(page);
  }

  private static void redirect(RoutingContext context, String to) {
    context.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to).end();
  }

  private static void underPolicy(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    context.next();
  }
}
