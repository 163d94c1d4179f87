package org.ringside.frame;

import io.vertx.core.json.JsonObject;

/**
 * What is wrong with one field of a request.
 *
 * @param field path in the body such as {@code lines[0].weight}, or the name of a query parameter
 * @param expected what would have been accepted, in words
 * @param example a value that would have been accepted
 */
public record FieldError(String field, String expected, String example) {
  public JsonObject toJson() {
    return new JsonObject().put("field", field).put("expected", expected).put("example", example);
  }
}
