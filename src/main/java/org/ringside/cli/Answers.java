package org.ringside.cli;

import io.vertx.core.json.JsonObject;

/** What answers mean for a command that needs them to be taken. */
final class Answers {
  private Answers() {}

  /** The body; fails where the request was refused, or nobody answered. */
  static JsonObject taken(Answer answer, Errand errand) throws Failure {
    return taken(answer, errand, Exit.REFUSED, " What was sent is safe; run it again.");
  }

  /** The same for a request that was tried once, because twice is not the same. */
  static JsonObject takenOnce(Answer answer, Errand errand) throws Failure {
    return taken(
        answer, errand, Exit.REFUSED, " Look whether it was done before you run it again.");
  }

  /** The same for a file that is sent as it is: what its content is refused for is its fault. */
  static JsonObject takenFile(Answer answer, Errand errand) throws Failure {
    boolean content =
        answer instanceof Answer.Refused refused
            && (refused.status() == 400 || refused.status() == 413 || refused.status() == 422);
    Exit exit = content ? Exit.BAD_FILE : Exit.REFUSED;
    return taken(answer, errand, exit, " What was sent is safe; run it again.");
  }

  private static JsonObject taken(Answer answer, Errand errand, Exit ifRefused, String ifUnknown)
      throws Failure {
    return switch (answer) {
      case Answer.Taken(JsonObject body) -> body;
      case Answer.Refused refused -> throw new Failure(ifRefused, sentence(refused, errand));
      case Answer.GaveUp(String reason) ->
          throw new Failure(Exit.NO_SERVER, "Gave up: " + reason + "." + ifUnknown);
    };
  }

  private static String sentence(Answer.Refused refused, Errand errand) {
    return switch (refused.status()) {
      case 401 -> sentence(refused) + "\nIs the token right? " + errand.howTo();
      case 403 -> sentence(refused) + "\n" + errand.howTo();
      default -> sentence(refused);
    };
  }

  /** What the server said. */
  static String sentence(Answer.Refused refused) {
    return ("The server refuses: "
            + refused.status()
            + " "
            + refused.code()
            + " "
            + refused.detail())
        .strip();
  }
}
