package org.ringside.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the organisations: code, a tab, name.")
final class OrganisationsCommand extends ClientCommand {
  OrganisationsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void run(Wire wire) throws IOException, InterruptedException, Failure {
    Api api = new Api(wire, Credentials.bootstrap(terminal), ONCE, terminal);
    Answer answer = api.send("GET", "/api/v1/organisations", JSON, "");
    JsonArray items = Answers.taken(answer, Errand.FOUNDING).getJsonArray("items", new JsonArray());
    items.stream()
        .map(JsonObject.class::cast)
        .forEach(
            one -> terminal.out().println(one.getString("code") + "\t" + one.getString("name")));
  }
}
