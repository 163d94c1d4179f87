package org.ringside.cli;

import java.io.IOException;
import java.net.http.HttpResponse;

/**
 * The server's HTTP API as a command calls it: one request at a time, tried again while the server
 * is away or busy. What is not safe to send twice goes through one that tries once.
 */
final class Api implements AutoCloseable {
  private static final int UNAUTHENTICATED = 401;

  private final Wire wire;
  private final Credential credential;
  private final Patience patience;
  private final Terminal terminal;

  Api(Wire wire, Credential credential, Patience patience, Terminal terminal) {
    this.wire = wire;
    this.credential = credential;
    this.patience = patience;
    this.terminal = terminal;
  }

  /**
   * @param body empty for none
   */
  Answer send(String method, String path, String mediaType, String body)
      throws InterruptedException, Failure {
    var request = new Request(method, path, mediaType, body);
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
    wire.close();
  }

  private record Request(String method, String path, String mediaType, String body) {}

  private sealed interface Tried {
    record Final(Answer answer) implements Tried {}

    record Later(String reason, long retryAfterMs) implements Tried {}
  }

  private Tried tryOnce(Request request) throws InterruptedException, Failure {
    try {
      HttpResponse<String> response = authorised(request);
      Answer answer = Answer.of(response);
      return answer instanceof Answer.Refused refused && refused.isBusy()
          ? new Tried.Later(refused.reason(), retryAfterMs(response))
          : new Tried.Final(answer);
    } catch (BusyServer busy) {
      return new Tried.Later(String.valueOf(busy.getMessage()), 0);
    } catch (IOException e) {
      if (Authority.isDoubted(e)) {
        return new Tried.Final(new Answer.GaveUp(Authority.doubt(wire.base(), e)));
      }
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Tried.Later("no answer from " + wire.base() + " (" + reason + ")", 0);
    }
  }

  /**
   * A token that is refused may have ended on the way: once, with the next one, it is sent anew.
   */
  private HttpResponse<String> authorised(Request request)
      throws IOException, InterruptedException, Failure {
    String token = credential.token();
    HttpResponse<String> first = send(request, token);
    String next = first.statusCode() == UNAUTHENTICATED ? credential.after(token) : null;
    return next == null ? first : send(request, next);
  }

  private HttpResponse<String> send(Request request, String token)
      throws IOException, InterruptedException {
    return wire.send(
        request.method(),
        request.path(),
        request.mediaType(),
        request.body(),
        "Authorization",
        "Bearer " + token);
  }

  private void wait(Tried.Later later, int tried) throws InterruptedException {
    long millis = patience.beforeNext(tried, later.retryAfterMs());
    terminal.say(later.reason() + "; trying again in " + (millis + 999) / 1000 + " s");
    terminal.pause().forMillis(millis);
  }

  private static long retryAfterMs(HttpResponse<String> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("\\d{1,5}") ? Long.parseLong(seconds) * 1000 : 0;
  }
}
