package org.ringside.frame;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What is wrong with one field of a request.
 *
 * @param field path in the body such as {@code lines[0].weight}, or the name of a query parameter
 * @param expected what would have been accepted, in words
 * @param example a value that would have been accepted
 */
public record FieldError(String field, String expected, String example) {
  /** All of them, in their order. */
  public static JsonArray toJson(List<FieldError> errors) {
    return new JsonArray(errors.stream().map(FieldError::toJson).toList());
  }

  private JsonObject toJson() {
    return new JsonObject().put("field", field).put("expected", expected).put("example", example);
  }
}
