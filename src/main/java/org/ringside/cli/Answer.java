package org.ringside.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;

/** How a request ended. */
sealed interface Answer {
  /** Too many requests; and what a server, or a proxy before it, says when it is not there. */
  Set<Integer> BUSY = Set.of(429, 500, 502, 503, 504);

  int MOST_ERRORS = 10;

  record Taken(JsonObject body) implements Answer {}

  /**
   * Refused as a whole.
   *
   * @param code of the problem, or empty where the answer was no problem document
   */
  record Refused(int status, String code, String detail) implements Answer {
    /** Whether it may be taken another time. */
    boolean isBusy() {
      return BUSY.contains(status);
    }

    /** As the reason for waiting. */
    String reason() {
      return "the server answers " + status + (detail.isEmpty() ? "" : ": " + detail);
    }
  }

  /** Tried as often as allowed; the last reason. */
  record GaveUp(String reason) implements Answer {}

  /** What a server said. */
  static Answer of(HttpResponse<String> response) {
    JsonObject body = json(response.body());
    return response.statusCode() / 100 == 2
        ? new Taken(body)
        : new Refused(response.statusCode(), body.getString("code", ""), detail(body));
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
}
