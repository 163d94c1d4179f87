package org.ringside.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public HTTP API as a client sees it. Waits for each answer; where the server is away or busy
 * it tries again, ever more patiently, until it is told to give up. For a virtual thread.
 */
final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long REQUEST_TIMEOUT_MILLIS = 60_000;

  /**
   * What came back.
   *
   * @param status 0 where the server could not be reached
   * @param body empty where it is no JSON object
   */
  record Answer(int status, JsonObject body) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Worth another try: away, too busy, or in trouble that the server will get over. */
    private boolean isPassing() {
      return status == 0 || status == 429 || status >= 500;
    }
  }

  /** The server understood and said no; trying again would not help. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(String what, Answer answer) {
      super(what + ": " + answer.status() + " " + answer.body().encode());
      this.status = answer.status();
    }

    int status() {
      return status;
    }
  }

  private final Vertx vertx;
  private final HttpClient http;
  private final URI base;
  private final BooleanSupplier wanted;

  Api(Vertx vertx, HttpClientOptions options, URI base, BooleanSupplier wanted) {
    this.vertx = vertx;
    this.http = vertx.createHttpClient(options);
    this.base = base;
    this.wanted = wanted;
  }

  JsonObject get(String path, String token) {
    return expectSuccess("GET " + path, send(HttpMethod.GET, path, token, "", Buffer.buffer()));
  }

  JsonObject post(String path, String token, JsonObject body) {
    return expectSuccess("POST " + path, sendJson(HttpMethod.POST, path, token, body));
  }

  JsonObject put(String path, String token, JsonObject body) {
    return expectSuccess("PUT " + path, sendJson(HttpMethod.PUT, path, token, body));
  }

  /** Posts any content; the answer may be a refusal. */
  Answer post(String path, String token, String contentType, Buffer body) {
    return send(HttpMethod.POST, path, token, contentType, body);
  }

  Future<Void> close() {
    return http.close();
  }

  private Answer sendJson(HttpMethod method, String path, String token, JsonObject body) {
    return send(method, path, token, "application/json", body.toBuffer());
  }

  private static JsonObject expectSuccess(String what, Answer answer) {
    if (!answer.isSuccess()) {
      throw new Refused(what, answer);
    }
    return answer.body();
  }

  private Answer send(
      HttpMethod method, String path, String token, String contentType, Buffer body) {
    for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      Answer answer = sendOnce(method, path, token, contentType, body).await();
      if (!answer.isPassing()) {
        return answer;
      }
      waitOrGiveUp(path, answer, pause);
    }
  }

  private void waitOrGiveUp(String path, Answer trouble, long pauseMillis) {
    if (!wanted.getAsBoolean()) {
      throw new Stopped();
    }
    LOG.info("{}: {}; trying again in {} ms", path, trouble, pauseMillis);
    vertx.timer(pauseMillis, TimeUnit.MILLISECONDS).await();
    if (!wanted.getAsBoolean()) {
      throw new Stopped();
    }
  }

  private Future<Answer> sendOnce(
      HttpMethod method, String path, String token, String contentType, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(base.resolve(path).toString())
            .setTimeout(REQUEST_TIMEOUT_MILLIS)
            .putHeader("authorization", "Bearer " + token)
            .putHeader("accept", "application/json");
    if (!contentType.isEmpty()) {
      options.putHeader("content-type", contentType);
    }
    return http.request(options)
        .compose(request -> exchange(request, body))
        .otherwise(lost -> new Answer(0, new JsonObject().put("lost", lost.toString())));
  }

  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    return request
        .send(body)
        .compose(
            response ->
                response.body().map(content -> new Answer(response.statusCode(), json(content))));
  }

  private static JsonObject json(Buffer content) {
    return content.length() > 0 && content.getByte(0) == '{'
        ? content.toJsonObject()
        : new JsonObject();
  }

  /** Not wanted any more. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("the demo was stopped");
    }
  }
}
