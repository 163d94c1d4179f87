package org.ringside.frame;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A refusal as data, sent as {@code application/problem+json} (RFC 9457).
 *
 * @param detail a sentence about this occurrence
 * @param errors the fields at fault, empty where no field is
 * @param retryAfterSeconds when to come again; 0: now, or never, or a second where the status says
 *     that it passes
 */
public record Problem(
    ProblemCode code, String detail, List<FieldError> errors, int retryAfterSeconds) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem(ProblemCode code, String detail, List<FieldError> errors) {
    this(code, detail, errors, 0);
  }

  /** The same, with the time after which to come again. */
  public Problem after(int seconds) {
    return new Problem(code, detail, errors, seconds);
  }

  /** A refusal of a body or query by its fields. */
  public static Problem badInput(List<FieldError> errors) {
    FieldError first = errors.get(0);
    String detail = first.field() + ": expected " + first.expected() + ".";
    return new Problem(ProblemCode.BAD_INPUT, detail, List.copyOf(errors));
  }

  /** A refusal because of one field. */
  public static Problem badInput(String field, String expected, String example) {
    return badInput(List.of(new FieldError(field, expected, example)));
  }

  /** To be thrown, or to fail a future with, inside an endpoint's handler. */
  public RefusedException refused() {
    return new RefusedException(this);
  }

  /** Answers with it, as every refusal is answered. */
  public void answer(HttpServerResponse response) {
    if (code.status() == 503 || code.status() == 429) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, retryAfterSeconds)));
    }
    response
        .setStatusCode(code.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .end(toJson().encode());
  }

  private JsonObject toJson() {
    var json =
        new JsonObject()
            .put("type", "about:blank")
            .put("code", code.code())
            .put("status", code.status())
            .put("title", code.title())
            .put("detail", detail);
    if (!errors.isEmpty()) {
      json.put("errors", FieldError.toJson(errors));
    }
    return json;
  }
}
