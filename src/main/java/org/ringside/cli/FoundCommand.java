package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "found",
    mixinStandardHelpOptions = true,
    description = "Founds an organisation, empty and of its own.")
final class FoundCommand extends ClientCommand {
  @Parameters(paramLabel = "CODE", description = "Its short name: 1 to 40 of a-z 0-9 -")
  private String code = "";

  @Option(names = "--name", required = true, description = "What people see.")
  private String name = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "IANA time zone. Default: RINGSIDE_ZONE of the server.")
  private @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CUR",
      description = "Of its sales, ISO 4217. Default: CNY.")
  private @Nullable String currency;

  FoundCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    var body = new JsonObject().put("code", code).put("name", name);
    if (zone != null) {
      body.put("zone", zone);
    }
    if (currency != null) {
      body.put("currency", currency);
    }
    Api api = new Api(wire, Credentials.bootstrap(terminal), ONCE, terminal);
    Answer answer = api.send("POST", "/api/v1/organisations", JSON, body.encode());
    String founded = Answers.takenOnce(answer, Errand.FOUNDING).getString("code");
    terminal.say("Founded " + founded + ". Its first administrator is invited with");
    terminal.say("  ./ringside organisation administrator " + founded + " LOGIN --name NAME");
  }
}
