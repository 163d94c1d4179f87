package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One admitted request: who calls, what they ask, and the ways to answer. */
public final class Call {
  private static final int MAX_PAGE = 1000;

  /** No text of the database can hold it. */
  private static final char NUL = 0;

  private final RoutingContext context;
  private final Principal principal;
  private final Permission permission;
  private final Supplier<Future<Principal>> admission;
  private final @Nullable Buffer collected;
  private final Toll toll;

  /**
   * @param admission looks again whether the caller is let in
   * @param collected the body, where the frame read it other than by the router; else null
   * @param toll for what the handler looks up of the caller
   */
  Call(
      RoutingContext context,
      Principal principal,
      Permission permission,
      Supplier<Future<Principal>> admission,
      @Nullable Buffer collected,
      Toll toll) {
    this.admission = admission;
    this.context = context;
    this.principal = principal;
    this.permission = permission;
    this.collected = collected;
    this.toll = toll;
  }

  public Principal principal() {
    return principal;
  }

  public int organisation() {
    return principal.organisation();
  }

  /**
   * Looks again whether the caller may do this: for handlers that go on for long. Fails like a new
   * request would.
   */
  public Future<Void> admittedStill() {
    return admission
        .get()
        .map(
            now -> {
              if (now.organisation() != principal.organisation()
                  || !now.name().equals(principal.name())) {
                throw ProblemCode.UNAUTHENTICATED
                    .because(ProblemCode.UNAUTHENTICATED.title())
                    .refused();
              }
              return null;
            });
  }

  /** The part of the organisation in which the caller has the right that the endpoint asks. */
  public Reach reach() {
    return principal.reach(permission);
  }

  /** Who has signed in; refused for machines. */
  public Principal.Person person() {
    Principal.Person person = principal.person();
    if (person == null) {
      throw ProblemCode.FORBIDDEN.because("Only somebody who has signed in can do that.").refused();
    }
    return person;
  }

  /** The value of a cookie, null if the request has none of that name. */
  public @Nullable String cookie(String name) {
    Cookie cookie = request().getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** Sends a header along with the answer. */
  public void addHeader(String name, String value) {
    context.response().putHeader(name, value);
  }

  /** Sends a cookie along with the answer. */
  public void addCookie(Cookie cookie) {
    context.response().addCookie(cookie);
  }

  /** The raw request, for handlers that stream. */
  public HttpServerRequest request() {
    return context.request();
  }

  /**
   * For handlers that look up a secret which anybody can make up: to be paid before, and given back
   * where it was somebody's.
   */
  public Toll toll() {
    return toll;
  }

  /** Address of whoever asks, a literal; behind a trusted proxy the one that it speaks for. */
  public String clientAddress() {
    return visit().client();
  }

  /** Whether the browser's side is known to be HTTPS. */
  public boolean secure() {
    return visit().secure();
  }

  /**
   * The address under which people reach the server, without a path: the operator's, else the one
   * that this request was sent to, which is its client's word.
   */
  public URI publicUrl() {
    return visit()
        .address()
        .orElseThrow(() -> Problem.badInput("Host", "a host", "ringside.example").refused());
  }

  private Visit visit() {
    return Objects.requireNonNull(context.<Visit>get(Visit.KEY));
  }

  /**
   * Runs what may take longer than an event loop may wait; the result comes back to the loop that
   * asks.
   */
  @SuppressWarnings("NullAway") // a Callable of T gives no null
  public <T> Future<T> aside(Callable<T> work) {
    return context.vertx().executeBlocking(work, false);
  }

  /** A path parameter, decoded. */
  public String path(String name) {
    String text = Objects.requireNonNull(context.pathParam(name), name);
    if (text.indexOf(NUL) >= 0) {
      throw ProblemCode.NOT_FOUND.because(ProblemCode.NOT_FOUND.title()).refused();
    }
    return text;
  }

  /**
   * A path parameter that is a positive integer; anything else is an address that does not exist.
   */
  public int pathNumber(String name) {
    String text = path(name);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw ProblemCode.NOT_FOUND.because(name + " is a positive integer.").refused();
    }
    return Integer.parseInt(text);
  }

  /** A query parameter, null if absent or empty; given twice it is refused. */
  public @Nullable String query(String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw Problem.badInput(name, "one value, not several", values.getFirst()).refused();
    }
    if (values.isEmpty() || values.getFirst().isEmpty()) {
      return null;
    }
    if (values.getFirst().indexOf(NUL) >= 0) {
      throw Problem.badInput(name, "a text without the character NUL", "").refused();
    }
    return values.getFirst();
  }

  /** A query parameter that is true or false; named without a value it is true. */
  public boolean flag(String name) {
    String value = query(name);
    if (value == null) {
      return !context.queryParam(name).isEmpty();
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    throw Problem.badInput(name, "true or false", "true").refused();
  }

  /** The page size asked for with {@code limit}, 1 to 1,000. */
  public int limit(int unlessTold) {
    return number("limit", unlessTold, 1, MAX_PAGE);
  }

  public int number(String name, int unlessTold, int min, int max) {
    String value = query(name);
    if (value == null) {
      return unlessTold;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    String example = String.valueOf(unlessTold);
    throw Problem.badInput(name, "an integer from " + min + " to " + max, example).refused();
  }

  /** The media type of the body in lower case, without parameters; empty if none is named. */
  public String mediaType() {
    String header = request().getHeader(HttpHeaders.CONTENT_TYPE);
    return header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  /** The body that was collected, as it came; empty where there is none. */
  public Buffer bodyBytes() {
    Buffer body = collected == null ? context.body().buffer() : collected;
    return body == null ? Buffer.buffer() : body;
  }

  /** The body as one JSON object, whose fields are then read with {@link Fields}. */
  public Fields body() {
    if (!mediaType().equals("application/json")) {
      throw ProblemCode.UNSUPPORTED_MEDIA.because("Send application/json.").refused();
    }
    return Fields.parse(bodyBytes());
  }

  /** Whether the client would rather have {@code text/csv} than JSON. */
  public boolean wantsCsv() {
    String accept = request().getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/csv");
  }

  public Future<Void> json(int status, JsonObject body) {
    return text(status, "application/json", body.encode());
  }

  public Future<Void> items(List<JsonObject> items) {
    return json(200, new JsonObject().put("items", new JsonArray(items)));
  }

  /** A list with a cursor to its next page, null on the last. */
  public Future<Void> items(List<JsonObject> items, @Nullable String next) {
    var body = new JsonObject().put("items", new JsonArray(items)).put("next", next);
    return json(200, body);
  }

  public Future<Void> text(int status, String mediaType, String body) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType + "; charset=utf-8")
        .end(body);
  }

  public Future<Void> noContent() {
    return context.response().setStatusCode(204).end();
  }

  /**
   * Answers with a body that has an {@code ETag}, or with 304 if the client has it already.
   *
   * @param tag the entity tag without quotes
   */
  public Future<Void> tagged(String tag, String json) {
    String quoted = '"' + tag + '"';
    context.response().putHeader(HttpHeaders.ETAG, quoted);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (has(request().getHeader(HttpHeaders.IF_NONE_MATCH), quoted)) {
      return context.response().setStatusCode(304).end();
    }
    return text(200, "application/json", json);
  }

  /** By weak comparison: a proxy that compresses weakens the tags that it passes on. */
  private static boolean has(@Nullable String header, String quoted) {
    if (header == null) {
      return false;
    }
    return Arrays.stream(header.split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals(quoted) || tag.equals("*"));
  }
}
