package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Where a server signs people in and out. */
final class SessionDoor {
  private static final String PATH = "/api/v1/session";
  private static final String JSON = "application/json";
  private static final String COOKIE = "ringside_session=";

  private final Wire wire;

  SessionDoor(Wire wire) {
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  /**
   * What the server said.
   *
   * @param answer with {@code accessToken} and {@code expiresInSeconds} where it is taken
   * @param refresh what renews it from now on; null where that did not change
   */
  record Said(Answer answer, @Nullable String refresh) {
    /** Without the secrets. */
    @Override
    public String toString() {
      return answer.getClass().getSimpleName();
    }
  }

  Said open(JsonObject who) throws IOException, InterruptedException {
    return said(wire.send("POST", PATH, JSON, who.encode()));
  }

  /** Turns a refresh token over: that one is spent, and must not be shown again. */
  Said renew(String refresh) throws IOException, InterruptedException {
    return shown("/refresh", refresh);
  }

  Said end(String refresh) throws IOException, InterruptedException {
    return shown("/end", refresh);
  }

  private Said shown(String what, String refresh) throws IOException, InterruptedException {
    return said(
        wire.send(
            "POST", PATH + what, JSON, "", "Cookie", COOKIE + refresh, "Ringside-Request", "1"));
  }

  private static Said said(HttpResponse<String> response) {
    String refresh =
        response.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(COOKIE))
            .map(cookie -> cookie.substring(COOKIE.length()).split(";", 2)[0])
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(null);
    return new Said(Answer.of(response), refresh);
  }
}
