package org.ringside.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;

/** People of a test's server: invited, and signed in as browsers do it. */
public final class Household {
  public static final String PASSWORD = "seven purple umbrellas";

  private final TestServer server;

  public Household(TestServer server) {
    this.server = server;
  }

  /** A role for the JSON of an account. */
  public static JsonObject role(String role) {
    return new JsonObject().put("role", role);
  }

  /** Invites somebody with these roles, redeems the link, and gives the access token. */
  public String moveIn(String login, JsonObject... roles) {
    Answer invited = invite(login, roles);
    if (invited.status() != 201) {
      throw new AssertionError(invited.body());
    }
    Answer answer = redeem(invited.json().getJsonObject("link").getString("token"), PASSWORD);
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
    String token = answer.json().getString("accessToken");
    return token;
  }

  public Answer invite(String login, JsonObject... roles) {
    return server.post(
        "/api/v1/people",
        new JsonObject()
            .put("login", login)
            .put("name", "Somebody " + login)
            .put("roles", new JsonArray(List.of(roles))));
  }

  public Answer redeem(String link, String password) {
    return send(
        "POST",
        "/api/v1/welcome",
        null,
        new JsonObject().put("token", link).put("password", password));
  }

  public Answer signIn(String login, String password) {
    return signIn(login, password, null);
  }

  public Answer signIn(String login, String password, @Nullable String code) {
    var body = new JsonObject().put("login", login).put("password", password);
    return send("POST", "/api/v1/session", null, code == null ? body : body.put("code", code));
  }

  /** The refresh token of an answer's cookie. */
  public static String cookie(Answer answer) {
    return answer
        .response()
        .headers()
        .firstValue("set-cookie")
        .map(header -> header.split(";", 2)[0].split("=", 2)[1])
        .orElseThrow();
  }

  public Answer refresh(String cookie) {
    return withCookie("/api/v1/session/refresh", cookie, "Ringside-Request", "1");
  }

  public Answer signOut(String cookie) {
    return withCookie("/api/v1/session/end", cookie, "Ringside-Request", "1");
  }

  public Answer withCookie(String path, String cookie, String... headers) {
    return server.send(
        server
            .request(path, null)
            .header("Cookie", "ringside_session=" + cookie)
            .POST(HttpRequest.BodyPublishers.noBody()),
        headers);
  }

  /** A request as somebody; null for nobody. */
  public Answer send(
      String method, String path, @Nullable String token, @Nullable JsonObject body) {
    HttpRequest.Builder request = server.request(path, token);
    if (body == null) {
      return server.send(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }
    return server.send(
        request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, token, null);
  }
}
