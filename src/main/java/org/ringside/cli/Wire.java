package org.ringside.cli;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import javax.net.ssl.SSLContext;

/** The connection to one server: sends a request once and gives what came back. */
final class Wire implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  /** How the list of somebody's sign-ins names this one. */
  private static final String NAME = "ringside (command line)";

  private final HttpClient client;
  private final URI base;

  /**
   * @param trusted decides whether the server is the right one, where it speaks https
   */
  Wire(URI base, SSLContext trusted) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(trusted)
            .build();
    this.base = base;
  }

  URI base() {
    return base;
  }

  /**
   * Sends it with this machine's time, from which the server tells how far its clock is off.
   *
   * @param headers name, value, name, value
   */
  HttpResponse<String> send(
      String method, String path, String mediaType, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER)
            .header("User-Agent", NAME)
            .header("Date", RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
            .method(method, publisher(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", mediaType);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher publisher(String body) {
    return body.isEmpty()
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }

  @Override
  public void close() {
    client.close();
  }
}
