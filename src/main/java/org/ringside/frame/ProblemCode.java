package org.ringside.frame;

/**
 * A kind of refusal that a client can tell apart and rely on.
 *
 * @param code stable name in upper snake case, for instance {@code UNKNOWN_CONTEST}
 * @param status the HTTP status that goes with it
 * @param title one sentence that is the same for every occurrence
 */
public record ProblemCode(String code, int status, String title) {
  public static final ProblemCode BAD_INPUT =
      new ProblemCode("BAD_INPUT", 400, "The request has fields that cannot be accepted.");
  public static final ProblemCode BAD_JSON =
      new ProblemCode("BAD_JSON", 400, "The body is not one well-formed JSON document.");
  public static final ProblemCode UNAUTHENTICATED =
      new ProblemCode("UNAUTHENTICATED", 401, "A valid bearer token is needed.");
  public static final ProblemCode FORBIDDEN =
      new ProblemCode("FORBIDDEN", 403, "This credential may not do that.");
  public static final ProblemCode OUT_OF_REACH =
      new ProblemCode(
          "OUT_OF_REACH", 403, "It goes beyond the site or team that your role is about.");
  public static final ProblemCode NOT_FOUND =
      new ProblemCode("NOT_FOUND", 404, "There is nothing at this address.");
  public static final ProblemCode METHOD_NOT_ALLOWED =
      new ProblemCode("METHOD_NOT_ALLOWED", 405, "This address does not take that method.");
  public static final ProblemCode TOO_SLOW =
      new ProblemCode("TOO_SLOW", 408, "The body did not come in time.");
  public static final ProblemCode CONFLICT =
      new ProblemCode("CONFLICT", 409, "The request contradicts what is stored.");
  public static final ProblemCode TOO_LARGE =
      new ProblemCode("TOO_LARGE", 413, "The body is larger than this address takes.");
  public static final ProblemCode UNSUPPORTED_MEDIA =
      new ProblemCode("UNSUPPORTED_MEDIA", 415, "This address does not take that content type.");
  public static final ProblemCode OVERLOADED =
      new ProblemCode("OVERLOADED", 503, "Too much is waiting already; try again shortly.");
  public static final ProblemCode UNAVAILABLE =
      new ProblemCode("UNAVAILABLE", 503, "The database does not answer; send the request again.");
  public static final ProblemCode INTERNAL =
      new ProblemCode("INTERNAL", 500, "Something broke here; the log has the details.");

  /** A refusal of this kind with a sentence of its own. */
  public Problem because(String detail) {
    return new Problem(this, detail, java.util.List.of());
  }
}
