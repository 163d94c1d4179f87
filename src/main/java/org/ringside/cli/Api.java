package org.ringside.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server's HTTP API as a command calls it: one request at a time, tried again while the server
 * is away or busy. Only what is safe to send twice goes through here.
 */
final class Api implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  /** Too many requests; and what a server, or a proxy before it, says when it is not there. */
  private static final Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

  private static final int MOST_ERRORS = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI base;
  private final String token;
  private final Patience patience;
  private final Terminal terminal;

  Api(URI base, String token, Patience patience, Terminal terminal) {
    this.base = base;
    this.token = token;
    this.patience = patience;
    this.terminal = terminal;
  }

  Answer send(String method, String path, String mediaType, String body)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    int tried = 0;
    while (true) {
      Tried outcome = tryOnce(request);
      tried++;
      if (!(outcome instanceof Tried.Later later)) {
        return ((Tried.Final) outcome).answer();
      }
      if (!patience.allowsAfter(tried)) {
        return new Answer.GaveUp(later.reason());
      }
      wait(later, tried);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private sealed interface Tried {
    record Final(Answer answer) implements Tried {}

    record Later(String reason, long retryAfterMs) implements Tried {}
  }

  private Tried tryOnce(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return BUSY.contains(response.statusCode())
          ? new Tried.Later(describe(response), retryAfterMs(response))
          : new Tried.Final(answer(response));
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Tried.Later("no answer from " + base + " (" + reason + ")", 0);
    }
  }

  private void wait(Tried.Later later, int tried) throws InterruptedException {
    long millis = patience.beforeNext(tried, later.retryAfterMs());
    terminal.say(later.reason() + "; trying again in " + (millis + 999) / 1000 + " s");
    terminal.pause().forMillis(millis);
  }

  private static Answer answer(HttpResponse<String> response) {
    JsonObject body = json(response.body());
    return response.statusCode() / 100 == 2
        ? new Answer.Taken(body)
        : new Answer.Refused(response.statusCode(), body.getString("code", ""), detail(body));
  }

  private static String describe(HttpResponse<String> response) {
    String detail = detail(json(response.body()));
    return "the server answers " + response.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
  }

  /** The problem's sentence, and the other fields at fault if there are several. */
  private static String detail(JsonObject problem) {
    String first = problem.getString("detail", problem.getString("title", ""));
    return problem.getJsonArray("errors", new JsonArray()).stream()
        .skip(1)
        .limit(MOST_ERRORS)
        .map(JsonObject.class::cast)
        .map(error -> error.getString("field") + ": expected " + error.getString("expected"))
        .collect(Collectors.joining("; ", first + " ", ""))
        .strip();
  }

  /** The body as an object; empty where it is none, as a proxy's own page. */
  private static JsonObject json(String body) {
    try {
      return body.isBlank() ? new JsonObject() : new JsonObject(body);
    } catch (DecodeException | ClassCastException notJson) {
      return new JsonObject();
    }
  }

  private static long retryAfterMs(HttpResponse<String> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("\\d{1,5}") ? Long.parseLong(seconds) * 1000 : 0;
  }
}
