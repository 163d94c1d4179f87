package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place at which a request is let in or refused, before its body is read. */
public final class Admission {
  private static final String API = "/api/";
  private static final Principal ANYONE = Principal.of(0, Principal.ANYONE, null, Map.of());

  private final Gatekeeper gatekeeper;
  private final Signatures signatures;
  private final Limits limits;

  public Admission(Gatekeeper gatekeeper, Signatures signatures, Limits limits) {
    this.gatekeeper = gatekeeper;
    this.signatures = signatures;
    this.limits = limits;
  }

  /**
   * Before anything else: what shows no token counts for its address, and so does what needs none.
   *
   * @throws RefusedException where that has to wait
   */
  void enter(HttpServerRequest request, Visit visit) {
    if (!isForLater(request)) {
      limits.address(visit);
    }
  }

  /**
   * What was put off until a token was looked at, of a request at whose token nobody looks.
   *
   * @throws RefusedException where the address has to wait
   */
  void unheard(HttpServerRequest request, Visit visit) {
    if (isForLater(request)) {
      limits.address(visit);
    }
  }

  /** Whether it says who asks, so that it may count for them. */
  private static boolean isForLater(HttpServerRequest request) {
    String path = request.path();
    return path != null && path.startsWith(API) && bearerToken(request) != null;
  }

  /** For what a handler looks up of whoever asks. */
  Toll toll(Visit visit) {
    return limits.toll(visit);
  }

  /** Who calls, by the token that the request bears; counted as theirs. */
  Future<Principal> admit(Endpoint endpoint, HttpServerRequest request, Visit visit) {
    if (endpoint.permission() == Permission.PUBLIC) {
      return anyone(request, visit);
    }
    String token = bearerToken(request);
    return Future.succeededFuture()
        .compose(start -> gatekeeper.admit(token, limits.toll(visit)))
        .map(
            principal -> {
              limits.admitted(principal);
              return authorised(endpoint, token, principal);
            })
        .recover(failure -> forAddress(request, visit, failure));
  }

  private Future<Principal> anyone(HttpServerRequest request, Visit visit) {
    try {
      if (bearerToken(request) != null) {
        limits.address(visit); // nobody looks whether the token is good for anything
      }
      return Future.succeededFuture(ANYONE);
    } catch (RefusedException tooMany) {
      return Future.failedFuture(tooMany);
    }
  }

  /** A token that nobody knows is as good as none. */
  private Future<Principal> forAddress(HttpServerRequest request, Visit visit, Throwable failure) {
    boolean unknown =
        failure instanceof RefusedException refused && refused.problem().code().status() == 401;
    if (unknown && bearerToken(request) != null) {
      limits.address(visit);
    }
    return Future.failedFuture(failure);
  }

  /** The same once more, for a request that goes on: it is not counted anew. */
  Future<Principal> again(Endpoint endpoint, HttpServerRequest request, Visit visit) {
    if (endpoint.permission() == Permission.PUBLIC) {
      return Future.succeededFuture(ANYONE);
    }
    String token = bearerToken(request);
    return gatekeeper
        .admit(token, limits.toll(visit))
        .map(principal -> authorised(endpoint, token, principal));
  }

  private static Principal authorised(
      Endpoint endpoint, @Nullable String token, Principal principal) {
    if (token == null && !principal.may(endpoint.permission())) {
      throw ProblemCode.UNAUTHENTICATED.because(ProblemCode.UNAUTHENTICATED.title()).refused();
    }
    authorise(endpoint, principal);
    return principal;
  }

  /** What the signature of a request must fit. */
  Future<Signatures.Lock> lock(String hook, HttpServerRequest request, Visit visit) {
    return anyone(request, visit).compose(counted -> signatures.at(hook, limits.toll(visit)));
  }

  /**
   * Lets in who signed.
   *
   * @throws RefusedException where they may not, or have to wait
   */
  void admit(Endpoint endpoint, Principal signer, Visit visit) {
    limits.notForAddress(visit);
    limits.admitted(signer);
    authorise(endpoint, signer);
  }

  private static void authorise(Endpoint endpoint, Principal principal) {
    Permission asked = endpoint.permission();
    if (!principal.may(asked)) {
      throw ProblemCode.FORBIDDEN
          .because("This credential may not " + asked.about() + ".")
          .refused();
    }
    if (!endpoint.scoped() && !principal.reach(asked).everywhere()) {
      throw ProblemCode.FORBIDDEN
          .because("That takes the right to " + asked.about() + " in the whole organisation.")
          .refused();
    }
  }

  /**
   * The token of {@code Authorization: Bearer …}; null if the header is absent or of another kind.
   */
  static @Nullable String bearerToken(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return null;
    }
    return header.substring("bearer ".length()).trim();
  }
}
