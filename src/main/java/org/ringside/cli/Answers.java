package org.ringside.cli;

import io.vertx.core.json.JsonObject;

/** What answers mean for a command that needs them to be taken. */
final class Answers {
  private Answers() {}

  static JsonObject taken(Answer answer) throws Failure {
    return switch (answer) {
      case Answer.Taken(JsonObject body) -> body;
      case Answer.Refused(int status, String code, String detail) ->
          throw new Failure(Exit.REFUSED, sentence(status, code, detail));
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
