package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

/**
 * One operation of the API: where it is, what it asks of the caller, and what it does.
 *
 * @param path in the router's spelling, for instance {@code /api/v1/contests/:id}
 * @param body how the frame reads the body before the handler runs
 */
public record Endpoint(
    HttpMethod method, String path, Permission permission, Body body, Handler handler) {

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
    return new Endpoint(HttpMethod.GET, path, permission, Body.NONE, handler);
  }

  public static Endpoint post(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.SMALL, handler);
  }

  public static Endpoint put(String path, Permission permission, Body body, Handler handler) {
    return new Endpoint(HttpMethod.PUT, path, permission, body, handler);
  }

  public static Endpoint streamed(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.STREAMED, handler);
  }

  public static Endpoint delete(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.DELETE, path, permission, Body.NONE, handler);
  }
}
