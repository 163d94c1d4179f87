package org.ringside.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description =
        "Prints an access token of who has signed in, good for some minutes, for other clients.")
final class TokenCommand extends ClientCommand {
  TokenCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    SignInFile file = SignInFile.of(terminal);
    if (file.find(wire.base()) == null) {
      throw new Failure(
          Exit.USAGE, "Nobody has signed in at " + wire.base() + ": ./ringside sign-in LOGIN");
    }
    terminal.out().println(new KeptSignIn(file, new SessionDoor(wire), System::nanoTime).token());
  }
}
