package org.ringside.oidc;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.ringside.TestServer;
import org.ringside.TestServer.Answer;

/** A browser's sign-in page that goes to a provider and comes back, with the browser's cookie. */
public final class Traveller {
  private static final String PATH = "/api/v1/session/single-sign-on";

  private final TestServer server;
  private String cookie = "";

  public Traveller(TestServer server) {
    this.server = server;
  }

  /** Sets out, with nothing said of where. */
  public Answer start() {
    return start(new JsonObject());
  }

  public Answer start(JsonObject body) {
    Answer answer = post("", body);
    answer
        .response()
        .headers()
        .firstValue("set-cookie")
        .ifPresent(header -> cookie = header.split(";", 2)[0]);
    return answer;
  }

  /** The address to which an answer sends; an error where it sends nowhere. */
  public static URI address(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return URI.create(answer.json().getString("address"));
  }

  /** What the provider sends back to somebody who was sent to that address. */
  public static JsonObject found(URI address, String code) {
    Map<String, String> asked = FakeProvider.query(address.getRawQuery());
    return new JsonObject().put("state", asked.get("state")).put("code", code);
  }

  public Answer back(JsonObject found) {
    return post("/return", found);
  }

  public Answer code(String digits) {
    return post("/code", new JsonObject().put("code", digits));
  }

  /** All of the way, as somebody of whom the provider says so. */
  public Answer signIn(FakeProvider provider, JsonObject person) {
    return signIn(provider, person, new JsonObject());
  }

  public Answer signIn(FakeProvider provider, JsonObject person, JsonObject start) {
    URI address = address(start(start));
    return back(found(address, provider.code(address, person)));
  }

  /** What the browser has; empty before it has set out. */
  public String cookie() {
    return cookie;
  }

  public void forgetCookie() {
    cookie = "";
  }

  private Answer post(String path, JsonObject body) {
    HttpRequest.Builder request =
        server
            .request(PATH + path, null)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    return cookie.isEmpty() ? server.send(request) : server.send(request, "Cookie", cookie);
  }
}
