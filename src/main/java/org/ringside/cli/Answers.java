package org.ringside.cli;

import io.vertx.core.json.JsonObject;

/** What answers mean for a command that needs them to be taken. */
final class Answers {
  private Answers() {}

  /** The body; fails where the request was refused, or nobody answered. */
  static JsonObject taken(Answer answer) throws Failure {
    return taken(answer, Exit.REFUSED);
  }

  /** The same for a file that is sent as it is: what its content is refused for is its fault. */
  static JsonObject takenFile(Answer answer) throws Failure {
    boolean content =
        answer instanceof Answer.Refused refused
            && (refused.status() == 400 || refused.status() == 413 || refused.status() == 422);
    return taken(answer, content ? Exit.BAD_FILE : Exit.REFUSED);
  }

  private static JsonObject taken(Answer answer, Exit ifRefused) throws Failure {
    return switch (answer) {
      case Answer.Taken(JsonObject body) -> body;
      case Answer.Refused(int status, String code, String detail) ->
          throw new Failure(ifRefused, sentence(status, code, detail));
      case Answer.GaveUp(String reason) ->
          throw new Failure(
              Exit.NO_SERVER, "Gave up: " + reason + ". What was sent is safe; run it again.");
    };
  }

  private static String sentence(int status, String code, String detail) {
    String said = "The server refuses: " + status + " " + code + " " + detail;
    return switch (status) {
      case 401 -> said + " (is the token right? --token, RINGSIDE_TOKEN or the bootstrap-token)";
      case 403 -> said + " (may this token post facts of this --source?)";
      default -> said;
    };
  }
}
