package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "administrator",
    mixinStandardHelpOptions = true,
    description =
        "Invites the first administrator of an organisation: prints a link that works once, to be"
            + " passed on.")
final class AdministratorCommand extends ClientCommand {
  @Parameters(index = "0", paramLabel = "CODE", description = "Of the organisation.")
  private String code = "";

  @Parameters(
      index = "1",
      paramLabel = "LOGIN",
      description = "A staff number, a short name or an e-mail address.")
  private String login = "";

  @Option(names = "--name", required = true, description = "What people see.")
  private String name = "";

  AdministratorCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    String place = URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    Api api = new Api(wire, Credentials.bootstrap(terminal), ONCE, terminal);
    Answer answer =
        api.send(
            "POST",
            "/api/v1/organisations/" + place + "/administrators",
            JSON,
            new JsonObject().put("login", login).put("name", name).encode());
    JsonObject link = Answers.takenOnce(answer, Errand.FOUNDING).getJsonObject("link");
    terminal.out().println(link.getString("address"));
    terminal.out().flush();
    terminal.say(
        "Pass it on to "
            + name
            + ". It works once, until "
            + Instant.parse(link.getString("endsAt")).truncatedTo(ChronoUnit.SECONDS));
  }
}
