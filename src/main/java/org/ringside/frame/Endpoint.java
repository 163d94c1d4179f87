package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * One operation of the API: where it is, what it asks of the caller, and what it does.
 *
 * @param path in the router's spelling, for instance {@code /api/v1/contests/:id}
 * @param body how the frame reads the body before the handler runs
 * @param queries names of the query parameters that it reads; any other one is refused
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Permission permission,
    Body body,
    Set<String> queries,
    Handler handler) {

  /** What the frame does with the request's body. */
  public enum Body {
    /** There is none to read. */
    NONE,
    /** Collected up to a megabyte. */
    SMALL,
    /** Collected up to sixteen megabytes: rosters. */
    LARGE,
    /** Left on the wire, paused, for the handler to stream. */
    STREAMED
  }

  /** Answers a call; the future completes when the answer was given. */
  @FunctionalInterface
  public interface Handler {
    Future<?> handle(Call call);
  }

  public static Endpoint get(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.GET, path, permission, Body.NONE, Set.of(), handler);
  }

  public static Endpoint post(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.SMALL, Set.of(), handler);
  }

  public static Endpoint put(String path, Permission permission, Body body, Handler handler) {
    return new Endpoint(HttpMethod.PUT, path, permission, body, Set.of(), handler);
  }

  public static Endpoint streamed(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.STREAMED, Set.of(), handler);
  }

  /** The same with query parameters. */
  public Endpoint queries(String... names) {
    return new Endpoint(method, path, permission, body, Set.of(names), handler);
  }

  public static Endpoint delete(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.DELETE, path, permission, Body.NONE, Set.of(), handler);
  }
}
