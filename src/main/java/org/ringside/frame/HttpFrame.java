package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts endpoints on a router: reads the body, asks the gatekeeper, checks the permission, runs the
 * handler, and turns whatever fails into a problem.
 */
public final class HttpFrame {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFrame.class);
  private static final long SMALL = 1 << 20;
  private static final long LARGE = 16 << 20;

  private final Router router;
  private final Gatekeeper gatekeeper;
  private final Outages outages;

  public HttpFrame(Router router, Gatekeeper gatekeeper, Outages outages) {
    this.router = router;
    this.gatekeeper = gatekeeper;
    this.outages = outages;
    router.route().handler(HttpFrame::addSecurityHeaders);
    router.route().failureHandler(context -> fail(context, failureOf(context)));
    router.errorHandler(404, HttpFrame::notFound);
    router.errorHandler(405, HttpFrame::methodNotAllowed);
  }

  public void mount(List<Endpoint> endpoints) {
    endpoints.forEach(this::mount);
  }

  private void mount(Endpoint endpoint) {
    Route route = router.route(endpoint.method(), endpoint.path());
    if (endpoint.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    switch (endpoint.body()) {
      case SMALL -> route.handler(collecting(SMALL));
      case LARGE -> route.handler(collecting(LARGE));
      case STREAMED, NONE -> {}
    }
    route.handler(context -> serve(endpoint, context));
  }

  private static BodyHandler collecting(long limit) {
    return BodyHandler.create(false).setBodyLimit(limit);
  }

  private void serve(Endpoint endpoint, RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean streamed = endpoint.body() == Endpoint.Body.STREAMED;
    if (streamed) {
      request.pause();
    }
    admit(endpoint, request)
        .compose(
            principal -> {
              refuseUnknown(context.queryParams().names(), endpoint.queries());
              return endpoint.handler().handle(new Call(context, principal));
            })
        .onFailure(
            failure -> {
              fail(context, failure);
              if (streamed) {
                request.resume();
              }
            });
  }

  /** A mistyped {@code dryRun} must not be a wet one. */
  private static void refuseUnknown(Set<String> given, Set<String> known) {
    List<FieldError> unknown =
        given.stream()
            .filter(name -> !known.contains(name))
            .sorted()
            .map(name -> unknown(name, known))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problem.badInput(unknown).refused();
    }
  }

  private static FieldError unknown(String name, Set<String> known) {
    String expected =
        known.isEmpty()
            ? "no such parameter; this address takes none"
            : "no such parameter; there are " + String.join(", ", new TreeSet<>(known));
    return new FieldError(name, expected, Nearest.to(name, known).orElse(""));
  }

  private Future<Principal> admit(Endpoint endpoint, HttpServerRequest request) {
    if (endpoint.permission() == Permission.PUBLIC) {
      return Future.succeededFuture(new Principal(0, "anyone", null, Set.of()));
    }
    String token = bearerToken(request);
    return gatekeeper
        .admit(token)
        .compose(
            principal -> {
              if (principal.may(endpoint.permission())) {
                return Future.succeededFuture(principal);
              }
              ProblemCode code =
                  token == null ? ProblemCode.UNAUTHENTICATED : ProblemCode.FORBIDDEN;
              return Future.failedFuture(code.because(code.title()).refused());
            });
  }

  /**
   * The token of {@code Authorization: Bearer …}; null if the header is absent or of another kind.
   */
  public static @Nullable String bearerToken(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return null;
    }
    return header.substring("bearer ".length()).trim();
  }

  private static Throwable failureOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure != null) {
      return failure;
    }
    ProblemCode code =
        switch (context.statusCode()) {
          case 413 -> ProblemCode.TOO_LARGE;
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          default -> context.statusCode() < 500 ? ProblemCode.BAD_INPUT : ProblemCode.INTERNAL;
        };
    return code.because(code.title()).refused();
  }

  private void fail(RoutingContext context, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      answer(context, refused.problem());
    } else if (failure instanceof io.vertx.ext.web.handler.HttpException web) {
      ProblemCode code = web.getStatusCode() == 413 ? ProblemCode.TOO_LARGE : ProblemCode.BAD_INPUT;
      answer(context, code.because(code.title()));
    } else if (failure instanceof IOException && context.response().closed()) {
      LOG.debug(
          "{} {} was left by its client", context.request().method(), context.request().path());
    } else {
      answer(context, trouble(context.request(), failure));
    }
  }

  /** A failure that nobody asked for: something is away, or something here is broken. */
  private Problem trouble(HttpServerRequest request, Throwable failure) {
    Problem outage = outages.problem(failure);
    if (outage == null) {
      LOG.error("{} {} broke", request.method(), request.path(), failure);
      return ProblemCode.INTERNAL.because(ProblemCode.INTERNAL.title());
    }
    LOG.warn("{} {} is not possible now: {}", request.method(), request.path(), text(failure));
    return outage;
  }

  /** A line for the log: in an outage there are many, and their traces say nothing more. */
  private static String text(Throwable failure) {
    return failure.toString();
  }

  private static void answer(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    if (problem.code().status() == 503) {
      response.putHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    if (problem.code().status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(problem.code().status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(problem.toJson().encode());
  }

  private static void notFound(RoutingContext context) {
    answer(context, ProblemCode.NOT_FOUND.because(ProblemCode.NOT_FOUND.title()));
  }

  private static void methodNotAllowed(RoutingContext context) {
    answer(context, ProblemCode.METHOD_NOT_ALLOWED.because(ProblemCode.METHOD_NOT_ALLOWED.title()));
  }

  private static void addSecurityHeaders(RoutingContext context) {
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    context.next();
  }
}
