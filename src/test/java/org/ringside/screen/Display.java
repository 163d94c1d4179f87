package org.ringside.screen;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;
import org.ringside.account.Household;

/** A display of a test: asks to be paired, keeps its cookie as a browser does, and renews. */
public final class Display {
  private final TestServer server;
  private @Nullable String address;
  private String code = "";
  private String secret = "";
  private String cookie = "";

  public Display(TestServer server) {
    this.server = server;
  }

  /** One that was paired, and has renewed once. */
  public static Display paired(TestServer server, String by, JsonObject settings) {
    Display display = new Display(server).asked();
    good(display.pair(by, settings));
    good(display.claim());
    return display;
  }

  /** What a screen is paired or changed with. */
  public static JsonObject settings(@Nullable String site, JsonObject playlist) {
    return new JsonObject().put("name", "Hall 2 left").put("site", site).put("playlist", playlist);
  }

  public static JsonObject everything() {
    return new JsonObject().put("show", "all");
  }

  public static JsonObject chosen(List<Integer> series, List<Integer> contests) {
    return new JsonObject()
        .put("show", "chosen")
        .put("series", new JsonArray(series))
        .put("contests", new JsonArray(contests));
  }

  /** From now on it comes from that address, by a proxy. */
  public Display from(String other) {
    address = other;
    return this;
  }

  /** Asks for a code. */
  public Answer ask() {
    Answer answer = post("/api/v1/pairings", new JsonObject());
    if (answer.status() == 201) {
      code = answer.json().getString("code");
      secret = answer.json().getString("secret");
    }
    return answer;
  }

  private Display asked() {
    good(ask());
    return this;
  }

  /** That it shows. */
  public String code() {
    return code;
  }

  public String secret() {
    return secret;
  }

  public String cookie() {
    return cookie;
  }

  /** As if its browser kept another one. */
  public Display keeping(String other) {
    cookie = other;
    return this;
  }

  /** Somebody types its code. */
  public Answer pair(String by, JsonObject settings) {
    return send(
        server
            .request("/api/v1/screens", by)
            .header("Content-Type", "application/json")
            .POST(text(settings.copy().put("code", code))));
  }

  public Answer claim() {
    return kept(post("/api/v1/pairings/claim", new JsonObject().put("secret", secret)));
  }

  /** Turns the cookie over. */
  public Answer renew() {
    return kept(renew(cookie));
  }

  /** Shows a cookie, and does not keep what comes for it. */
  public Answer renew(String shown) {
    return send(
        server
            .request("/api/v1/screen/session", null)
            .header("Cookie", "ringside_screen=" + shown)
            .header("Ringside-Request", "1")
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** A fresh access token. */
  public String access() {
    return good(renew()).json().getString("access");
  }

  private Answer kept(Answer answer) {
    if (answer.response().headers().firstValue("set-cookie").isPresent()) {
      cookie = Household.cookie(answer);
    }
    return answer;
  }

  private Answer post(String path, JsonObject body) {
    return send(
        server.request(path, null).header("Content-Type", "application/json").POST(text(body)));
  }

  private Answer send(HttpRequest.Builder request) {
    return address == null
        ? server.send(request)
        : server.send(request, "X-Forwarded-For", address);
  }

  private static HttpRequest.BodyPublisher text(JsonObject body) {
    return HttpRequest.BodyPublishers.ofString(body.encode());
  }

  private static Answer good(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
