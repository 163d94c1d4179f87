package org.ringside.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
    name = "sign-out",
    mixinStandardHelpOptions = true,
    description = "Ends what sign-in began, at the server and in the file that keeps it.")
final class SignOutCommand extends ClientCommand {
  private static final int UNAUTHENTICATED = 401;

  SignOutCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    SignInFile file = SignInFile.of(terminal);
    try (SignInFile.Held held = file.hold()) {
      SignInFile.Kept kept = held.find(wire.base());
      if (kept == null) {
        terminal.say("Nobody has signed in at " + wire.base());
        return;
      }
      Answer answer = new SessionDoor(wire).end(kept.refresh()).answer();
      if (answer instanceof Answer.Refused refused && refused.status() != UNAUTHENTICATED) {
        throw new Failure(Exit.REFUSED, Answers.sentence(refused));
      }
      held.remove(wire.base());
      terminal.say(kept.login() + " is signed out at " + wire.base());
    }
  }
}
