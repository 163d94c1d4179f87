package org.ringside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** With whose right a command speaks: the first that was given of those that can do its errand. */
final class Credentials {
  private static final String TOKEN = "RINGSIDE_TOKEN";
  private static final String BY_HAND = "RINGSIDE_BOOTSTRAP_TOKEN";

  /** How the key of a source begins, which sends facts and nothing else. */
  private static final String SOURCE_KEY = "rsk_";

  private Credentials() {}

  /**
   * Nobody who has signed in sends facts, so a token set by hand goes before them there; and no
   * source changes anything, so the key of one is passed over for all else.
   *
   * @param option what was given on the command line
   */
  static Credential choose(@Nullable String option, Errand errand, Wire wire, Terminal terminal)
      throws Failure {
    String given = terminal.variable(TOKEN, "");
    boolean keyOfSource = given.startsWith(SOURCE_KEY);
    if (option != null) {
      return new Credential.Given(option);
    }
    if (!given.isEmpty() && !(keyOfSource && errand != Errand.FACTS)) {
      return new Credential.Given(given);
    }
    String byHand = terminal.variable(BY_HAND, "");
    if (errand == Errand.FACTS && !byHand.isEmpty()) {
      return new Credential.Given(byHand);
    }
    SignInFile file = SignInFile.of(terminal);
    if (file.find(wire.base()) != null) {
      return new KeptSignIn(file, new SessionDoor(wire), System::nanoTime);
    }
    if (!byHand.isEmpty()) {
      return new Credential.Given(byHand);
    }
    String why =
        keyOfSource
            ? TOKEN + " is the key of a source, and nobody has signed in at "
            : "Nobody has signed in at ";
    throw new Failure(Exit.USAGE, why + wire.base() + ". " + errand.howTo());
  }

  /** What founds organisations. */
  static Credential bootstrap(Terminal terminal) throws Failure {
    String byHand = terminal.variable(BY_HAND, "");
    if (!byHand.isEmpty()) {
      return new Credential.Given(byHand);
    }
    Path file = Path.of(terminal.variable("RINGSIDE_DATA", "data")).resolve("bootstrap-token");
    try {
      return new Credential.Given(Files.readString(file).strip());
    } catch (IOException e) {
      throw new Failure(Exit.USAGE, file + " is not readable. " + Errand.FOUNDING.howTo());
    }
  }
}
