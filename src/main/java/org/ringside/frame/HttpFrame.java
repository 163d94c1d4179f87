package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts endpoints on a router: lets the request in, reads the body, runs the handler, and turns
 * whatever fails into a problem.
 */
public final class HttpFrame {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFrame.class);
  private static final long SMALL = 1 << 20;
  private static final long LARGE = 16 << 20;
  private static final int SIGNED = 4 << 20;
  private static final String ADMITTED = Principal.class.getName();

  /** The scheme that a 401 names; where nothing is said it is Bearer. */
  private static final String CHALLENGE = "challenge";

  private final Router router;
  private final Admission admission;
  private final Outages outages;
  private final Entrance entrance;
  private final Duration patience;
  private final UnprovenBodies unproven;

  /**
   * @param patience with which a body that is collected is waited for
   * @param unproven of all event loops
   */
  public HttpFrame(
      Router router,
      Admission admission,
      Outages outages,
      Entrance entrance,
      Duration patience,
      UnprovenBodies unproven) {
    this.router = router;
    this.admission = admission;
    this.outages = outages;
    this.entrance = entrance;
    this.patience = patience;
    this.unproven = unproven;
    router.route().handler(this::enter);
    router.route().failureHandler(context -> fail(context, failureOf(context)));
    router.errorHandler(404, context -> unheard(context, ProblemCode.NOT_FOUND));
    router.errorHandler(405, context -> unheard(context, ProblemCode.METHOD_NOT_ALLOWED));
  }

  public void mount(List<Endpoint> endpoints) {
    endpoints.forEach(this::mount);
  }

  private void mount(Endpoint endpoint) {
    Route route = router.route(endpoint.method(), endpoint.path());
    if (endpoint.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    if (endpoint.body() != Endpoint.Body.NONE) {
      route.handler((PlatformHandler) this::refuseEncoded);
    }
    if (endpoint.body() == Endpoint.Body.SIGNED) {
      route.handler(context -> serveSigned(endpoint, context));
      return;
    }
    route.handler((PlatformHandler) context -> letIn(endpoint, context));
    switch (endpoint.body()) {
      case SMALL -> collect(route, SMALL);
      case LARGE -> collect(route, LARGE);
      case STREAMED, SIGNED, NONE -> {}
    }
    route.handler(context -> serve(endpoint, context));
  }

  private void collect(Route route, long limit) {
    route.handler(
        (PlatformHandler)
            context -> {
              BodyInTime.watch(context, patience);
              context.next();
            });
    route.handler(BodyHandler.create(false).setBodyLimit(limit));
  }

  /** Nothing is unpacked here: a small body that swells would pass every limit. */
  private void refuseEncoded(RoutingContext context) {
    String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      admission.unheard(context.request(), visit(context));
      throw ProblemCode.UNSUPPORTED_MEDIA
          .because("Send the body as it is, without a Content-Encoding.")
          .refused();
    }
    context.next();
  }

  /** Who may not come in sends no body either: it stays on the wire until that is known. */
  private void letIn(Endpoint endpoint, RoutingContext context) {
    HttpServerRequest request = context.request();
    request.pause();
    admission
        .admit(endpoint, request, visit(context))
        .onSuccess(
            principal -> {
              context.put(ADMITTED, principal);
              context.next();
              if (endpoint.body() != Endpoint.Body.STREAMED) {
                request.resume();
              }
            })
        .onFailure(failure -> refuse(context, failure));
  }

  /**
   * What is left of the body is read and let fall, so that the connection is of further use; not
   * for longer than the patience, because nobody counts it any more.
   */
  private void refuse(RoutingContext context, Throwable failure) {
    fail(context, failure);
    HttpServerRequest request = context.request();
    if (hasBody(request) && !request.isEnded()) {
      context.vertx().setTimer(patience.toMillis(), late -> closeUnlessEnded(request));
    }
    request.resume();
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }

  private void serve(Endpoint endpoint, RoutingContext context) {
    Principal principal = Objects.requireNonNull(context.<Principal>get(ADMITTED));
    var call =
        new Call(
            context,
            principal,
            endpoint.permission(),
            () -> admission.again(endpoint, context.request(), visit(context)),
            null,
            admission.toll(visit(context)));
    handle(endpoint, context, call).onFailure(failure -> refuse(context, failure));
  }

  private static Future<?> handle(Endpoint endpoint, RoutingContext context, Call call) {
    return Future.succeededFuture()
        .compose(
            start -> {
              QueryNames.refuseUnknown(context.queryParams().names(), endpoint.queries());
              return endpoint.handler().handle(call);
            });
  }

  private void serveSigned(Endpoint endpoint, RoutingContext context) {
    HttpServerRequest request = context.request();
    request.pause();
    context.put(CHALLENGE, "Standard-Webhooks");
    BodyInTime.watch(context, patience);
    String hook = Objects.requireNonNull(context.pathParam("hook"));
    UnprovenBodies.Room room = unproven.room(hook);
    // Whatever becomes of it: of a body that is given up, or whose sender is gone, no end comes.
    context.addEndHandler(ended -> room.leave());
    admission
        .lock(hook, request, visit(context))
        .compose(
            lock ->
                WholeBody.of(request, SIGNED, "send it in parts.", room::take)
                    .onComplete(whole -> room.leave())
                    .compose(body -> serveSigned(endpoint, context, lock, body)))
        .onFailure(failure -> refuse(context, failure));
  }

  private Future<?> serveSigned(
      Endpoint endpoint, RoutingContext context, Signatures.Lock lock, Buffer body) {
    Signatures.Signed signed = lock.open(context.request().headers(), body);
    Principal principal = signed.principal();
    Supplier<Future<Principal>> still = () -> Future.succeededFuture(principal);
    var call = new Call(context, principal, endpoint.permission(), still, body, Toll.FREE);
    return Future.succeededFuture()
        .compose(
            proved -> {
              admission.admit(endpoint, principal, visit(context));
              return handle(endpoint, context, call);
            })
        .onFailure(refused -> signed.hadNoEffect().run());
  }

  private static Visit visit(RoutingContext context) {
    return Objects.requireNonNull(context.<Visit>get(Visit.KEY));
  }

  private static Throwable failureOf(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure != null) {
      return failure;
    }
    ProblemCode code =
        switch (context.statusCode()) {
          case 413 -> ProblemCode.TOO_LARGE;
          case 408 -> ProblemCode.TOO_SLOW;
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
    if (problem.code().status() == 401) {
      response.putHeader("WWW-Authenticate", context.<String>get(CHALLENGE, "Bearer"));
    }
    problem.answer(response);
  }

  /** Nobody is there to look at the token, so it is as good as none. */
  private void unheard(RoutingContext context, ProblemCode code) {
    try {
      admission.unheard(context.request(), visit(context));
      answer(context, code.because(code.title()));
    } catch (RefusedException tooMany) {
      answer(context, tooMany.problem());
    }
  }

  private void enter(RoutingContext context) {
    Visit visit = entrance.visit(context.request());
    context.put(Visit.KEY, visit);
    SecurityHeaders.addTo(context.response(), visit.secure());
    context.addHeadersEndHandler(ready -> SecurityHeaders.complete(context.response()));
    admission.enter(context.request(), visit);
    context.next();
  }
}
