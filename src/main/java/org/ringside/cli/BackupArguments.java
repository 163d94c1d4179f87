package org.ringside.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes all that the database holds into one file, beside a running server or without one.")
final class BackupArguments implements Callable<Integer> {
  private final ToIntFunction<DatabaseCommand> atDatabase;

  @Parameters(
      paramLabel = "FILE",
      description = "To be written, gzipped; as secret as the database.")
  private Path file = Path.of("");

  @Option(
      names = "--force",
      description = "Replaces a file that is there, once the new one is whole.")
  private boolean force;

  BackupArguments(ToIntFunction<DatabaseCommand> atDatabase) {
    this.atDatabase = atDatabase;
  }

  @Override
  public Integer call() {
    return atDatabase.applyAsInt(new DatabaseCommand.Backup(file, force));
  }
}
