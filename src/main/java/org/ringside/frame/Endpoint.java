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
 * @param scoped whether the handler keeps to the part of the organisation in which the caller has
 *     the right ({@link Call#reach()}); where it does not, the right must be about all of it
 */
public record Endpoint(
    HttpMethod method,
    String path,
    Permission permission,
    Body body,
    Set<String> queries,
    boolean scoped,
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
    STREAMED,
    /**
     * Collected up to four megabytes, and proved by its signature: nobody bears a token. The path
     * has a parameter {@code hook}.
     */
    SIGNED
  }

  /** Answers a call; the future completes when the answer was given. */
  @FunctionalInterface
  public interface Handler {
    Future<?> handle(Call call);
  }

  public static Endpoint get(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.GET, path, permission, Body.NONE, Set.of(), false, handler);
  }

  public static Endpoint post(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.SMALL, Set.of(), false, handler);
  }

  public static Endpoint put(String path, Permission permission, Body body, Handler handler) {
    return new Endpoint(HttpMethod.PUT, path, permission, body, Set.of(), false, handler);
  }

  public static Endpoint streamed(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.STREAMED, Set.of(), false, handler);
  }

  public static Endpoint signed(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.POST, path, permission, Body.SIGNED, Set.of(), false, handler);
  }

  /** The same with query parameters. */
  public Endpoint queries(String... names) {
    return new Endpoint(method, path, permission, body, Set.of(names), scoped, handler);
  }

  /** The same, kept by its handler to the part in which the caller has the right. */
  public Endpoint withinReach() {
    return new Endpoint(method, path, permission, body, queries, true, handler);
  }

  public static Endpoint delete(String path, Permission permission, Handler handler) {
    return new Endpoint(HttpMethod.DELETE, path, permission, Body.NONE, Set.of(), false, handler);
  }
}
