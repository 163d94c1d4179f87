package org.ringside.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup into an empty database that no server has, and proves what is there then.")
final class RestoreArguments implements Callable<Integer> {
  private final ToIntFunction<DatabaseCommand> atDatabase;

  @Parameters(paramLabel = "FILE", description = "What 'backup' wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--prove-only",
      description = "Reads the whole file, says what it is, and touches no database.")
  private boolean proveOnly;

  @Option(
      names = "--erasures",
      paramLabel = "LIST",
      description =
          "The erasures.jsonl of the server that the backup is of: whoever is in it is anonymised again. Without: that of the data folder.")
  private @Nullable Path erasures;

  RestoreArguments(ToIntFunction<DatabaseCommand> atDatabase) {
    this.atDatabase = atDatabase;
  }

  @Override
  public Integer call() {
    return atDatabase.applyAsInt(
        new DatabaseCommand.Restore(file, proveOnly, Optional.ofNullable(erasures)));
  }
}
