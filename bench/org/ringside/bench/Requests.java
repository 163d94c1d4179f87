package org.ringside.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.function.Function;
import org.ringside.ChildServer;

/**
 * Sends requests over a number of connections that are kept; what finds none free waits its turn.
 */
final class Requests {
  private static final int MOST_WAITING = 50_000;
  private static final long TIMEOUT_MS = 30_000;

  private final HttpClientAgent client;
  private final ChildServer server;

  Requests(Vertx vertx, ChildServer server, int connections) {
    this.server = server;
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true).setPipelining(false))
            .with(new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(MOST_WAITING))
            .build();
  }

  /** One fact: taken where the answer is 200. */
  Future<Outcome> fact(Buffer body) {
    return send(post("application/cloudevents+json"), body, answer -> Outcome.ok(1));
  }

  /** A batch: taken where every receipt says accepted. */
  Future<Outcome> batch(Buffer body, int size) {
    return send(
        post("application/cloudevents-batch+json"),
        body,
        answer ->
            answer.toJsonObject().getInteger("accepted", 0) == size
                ? Outcome.ok(size)
                : Outcome.failed("not all accepted"));
  }

  Future<Outcome> read(String path) {
    return send(options(HttpMethod.GET, path), Buffer.buffer(), answer -> Outcome.ok(1));
  }

  private RequestOptions post(String mediaType) {
    return options(HttpMethod.POST, "/api/v1/facts").putHeader("Content-Type", mediaType);
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost("127.0.0.1")
        .setPort(server.base().getPort())
        .setURI(path)
        .setTimeout(TIMEOUT_MS)
        .putHeader("Authorization", "Bearer " + ChildServer.TOKEN);
  }

  private Future<Outcome> send(
      RequestOptions options, Buffer body, Function<Buffer, Outcome> whenTaken) {
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(response -> outcome(response, whenTaken))
        .otherwise(failure -> Outcome.failed(failure.getClass().getSimpleName()));
  }

  private static Future<Outcome> outcome(
      HttpClientResponse response, Function<Buffer, Outcome> whenTaken) {
    return response
        .body()
        .map(
            body ->
                response.statusCode() == 200
                    ? whenTaken.apply(body)
                    : Outcome.failed(Integer.toString(response.statusCode())));
  }

  Future<Void> close() {
    return client.close();
  }
}
