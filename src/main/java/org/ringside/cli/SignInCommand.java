package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-in",
    mixinStandardHelpOptions = true,
    description =
        "Signs in, so that other commands need no token: asks for the password, and for the six"
            + " digits of the second factor where there is one; without a terminal each is a line"
            + " of the standard input.")
final class SignInCommand extends ClientCommand {
  private static final int UNAUTHENTICATED = 401;

  @Parameters(paramLabel = "LOGIN", description = "As the one-time link named it.")
  private String login = "";

  @Option(
      names = "--organisation",
      paramLabel = "CODE",
      description = "Needed where the server has more than one.")
  private @Nullable String organisation;

  SignInCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    var door = new SessionDoor(wire);
    SessionDoor.Said said = opened(door);
    switch (said.answer()) {
      case Answer.Taken(JsonObject body) -> {
        keep(door, said.refresh());
        greet(wire, body.getString("accessToken"));
      }
      case Answer.Refused refused -> throw new Failure(Exit.REFUSED, sentence(refused));
      case Answer.GaveUp(String reason) -> throw new Failure(Exit.NO_SERVER, reason);
    }
  }

  private SessionDoor.Said opened(SessionDoor door)
      throws IOException, InterruptedException, Failure {
    var who = new JsonObject().put("login", login).put("password", ask("Password of " + login));
    if (organisation != null) {
      who.put("organisation", organisation);
    }
    SessionDoor.Said said = door.open(who);
    boolean codeNeeded =
        said.answer() instanceof Answer.Refused refused
            && refused.code().equals("SECOND_FACTOR_NEEDED");
    return codeNeeded ? door.open(who.put("code", ask("Six digits of the second factor"))) : said;
  }

  private String ask(String what) throws IOException, Failure {
    String secret = terminal.secrets().ask(what + ": ");
    if (secret == null || secret.isEmpty()) {
      throw new Failure(
          Exit.USAGE,
          what + ": nothing was given, neither typed nor as a line of the" + " standard input.");
    }
    return secret;
  }

  /** The sign-in that is kept for this server now is not needed any more, and ends. */
  private void keep(SessionDoor door, @Nullable String refresh)
      throws IOException, InterruptedException, Failure {
    if (refresh == null) {
      throw new Failure(Exit.REFUSED, "The server's answer has no cookie that keeps the sign-in.");
    }
    SignInFile file = SignInFile.of(terminal);
    try (SignInFile.Held held = file.hold()) {
      SignInFile.Kept before = held.find(door.wire().base());
      held.put(door.wire().base(), new SignInFile.Kept(login, refresh));
      if (before != null) {
        door.end(before.refresh());
      }
    }
  }

  private void greet(Wire wire, String access) throws IOException, InterruptedException {
    terminal.say(login + " is signed in at " + wire.base());
    Answer me =
        Answer.of(wire.send("GET", "/api/v1/me", JSON, "", "Authorization", "Bearer " + access));
    if (me instanceof Answer.Taken(JsonObject body)
        && body.getBoolean("secondFactorNeeded", false)) {
      terminal.say(
          "This role asks for a second factor, and may do nothing before it is set up: "
              + wire.base().resolve("/account"));
    }
  }

  private String sentence(Answer.Refused refused) {
    boolean unnamed = refused.code().equals("SIGN_IN_REFUSED") && organisation == null;
    return refused.status() == UNAUTHENTICATED && unnamed
        ? refused.detail() + " Where the server has several organisations, --organisation CODE."
        : refused.detail().isEmpty() ? Answers.sentence(refused) : refused.detail();
  }
}
