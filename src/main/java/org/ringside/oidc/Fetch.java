package org.ringside.oidc;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to providers: bounded in size, in time and in number, and never sent on to where an
 * answer points. Certificates are checked against the Java machine's own list.
 */
final class Fetch {
  private static final int MAX_BYTES = 512 << 10;
  private static final int CONNECT_MILLIS = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int CONNECTIONS_A_HOST = 8;
  private static final int MOST_WAITING = 200;

  private final HttpClient client;

  Fetch(Vertx vertx) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) PATIENCE.toSeconds())
                .setMaxHeaderSize(16 << 10)
                .setMaxRedirects(0),
            new PoolOptions()
                .setHttp1MaxSize(CONNECTIONS_A_HOST)
                .setMaxWaitQueueSize(MOST_WAITING));
  }

  /**
   * What a provider answers.
   *
   * @param mediaType in lower case, without parameters
   */
  record Answer(int status, String mediaType, Buffer body) {}

  /**
   * Gets a document.
   *
   * @param bearer token to show, null for none
   * @return fails with {@link ProviderTrouble} where no answer comes, and in no other way
   */
  Future<Answer> get(URI address, @Nullable String bearer) {
    return get(address, bearer, Deadline.in(PATIENCE));
  }

  /** The same, within a time that other questions share. */
  Future<Answer> get(URI address, @Nullable String bearer, Deadline deadline) {
    RequestOptions options = options(HttpMethod.GET, address);
    if (bearer != null) {
      options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
    }
    return send(options, null, deadline);
  }

  /** Posts a form; else like {@link #get}. */
  Future<Answer> post(URI address, String form, @Nullable String authorization, Deadline deadline) {
    RequestOptions options =
        options(HttpMethod.POST, address)
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded");
    if (authorization != null) {
      options.putHeader(HttpHeaders.AUTHORIZATION, authorization);
    }
    return send(options, Buffer.buffer(form), deadline);
  }

  private static RequestOptions options(HttpMethod method, URI address) {
    return new RequestOptions()
        .setMethod(method)
        .setAbsoluteURI(address.toString())
        .setConnectTimeout(CONNECT_MILLIS)
        .setFollowRedirects(false)
        .putHeader(HttpHeaders.ACCEPT, "application/json");
  }

  private Future<Answer> send(RequestOptions options, @Nullable Buffer body, Deadline deadline) {
    Deadline own = deadline.orSooner(Deadline.in(PATIENCE));
    return client
        .request(options)
        .compose(request -> send(request, body, own))
        .timeout(own.leftMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof ProviderTrouble
                        ? failure
                        : new ProviderTrouble(sentence(options, failure))));
  }

  /** Whoever waited for a connection until nobody waits for the answer asks nothing. */
  private static Future<Answer> send(
      HttpClientRequest request, @Nullable Buffer body, Deadline deadline) {
    if (deadline.isOver()) {
      request.reset();
      return Future.failedFuture(new TimeoutException());
    }
    Future<HttpClientResponse> response = body == null ? request.send() : request.send(body);
    return response
        .compose(Fetch::read)
        .timeout(deadline.leftMillis(), TimeUnit.MILLISECONDS)
        .onFailure(failure -> request.reset());
  }

  private static Future<Answer> read(HttpClientResponse response) {
    Promise<Answer> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.endHandler(
        end -> whole.tryComplete(new Answer(response.statusCode(), mediaType(response), body)));
    response.handler(
        chunk -> {
          if (body.length() + chunk.length() > MAX_BYTES) {
            whole.tryFail(new ProviderTrouble("An answer is larger than 512 KiB."));
          } else {
            body.appendBuffer(chunk);
          }
        });
    return whole.future();
  }

  private static String mediaType(HttpClientResponse response) {
    String header = Objects.requireNonNullElse(response.getHeader(HttpHeaders.CONTENT_TYPE), "");
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String sentence(RequestOptions options, Throwable failure) {
    return "%s:%d does not answer: %s."
        .formatted(options.getHost(), options.getPort(), failure.getClass().getSimpleName());
  }

  Future<Void> close() {
    return client.close();
  }
}
