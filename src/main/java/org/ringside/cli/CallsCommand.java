package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.csv.CallListMapping;
import org.ringside.source.csv.MappingJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "calls",
    mixinStandardHelpOptions = true,
    description = "Imports a call list, or totals, from a CSV file by a mapping file.")
final class CallsCommand extends ImportCommand {
  @Parameters(paramLabel = "FILE", description = "The list; its first row names the columns.")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "Says which columns are what: docs/import.md, examples in docs/mappings.")
  private Path mapping = Path.of("");

  CallsCommand(Terminal terminal) {
    super(terminal);
  }

  /** The list as it is now: a row number of another list would be a wrong place to go on. */
  @Override
  JsonObject job() throws IOException {
    return new JsonObject()
        .put("kind", "calls")
        .put("file", file.toAbsolutePath().toString())
        .put("size", Files.size(file))
        .put("written", Files.getLastModifiedTime(file).toString())
        .put("mapping", Files.readString(mapping));
  }

  @Override
  FactFeed open(@Nullable JsonObject checkpoint) throws IOException, Failure {
    long skip = checkpoint == null ? 0 : checkpoint.getLong("rows");
    return CallListFeed.open(file, source, read(mapping), tally, skip);
  }

  private static CallListMapping read(Path mapping) throws IOException, Failure {
    return switch (MappingJson.read(Files.readString(mapping))) {
      case MappingJson.Good(CallListMapping good) -> good;
      case MappingJson.Bad(List<String> faults) ->
          throw new Failure(
              Exit.BAD_FILE, mapping + " is no mapping:\n  " + String.join("\n  ", faults));
    };
  }
}
