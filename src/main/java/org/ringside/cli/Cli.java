package org.ringside.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Takes a command line that is not one of the server's own commands, {@code serve}, {@code demo} or
 * {@code check} alone, and gives its exit status.
 */
public final class Cli {
  private Cli() {}

  @Command(
      name = "ringside",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Live competition server for call centres.")
  private static final class Ringside {}

  /** Named here so that help and wrong arguments are told as those of all other commands. */
  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description =
          "Runs the server; it takes no arguments, the environment configures it (docs/operations.md).")
  private static final class Serve {}

  @Command(
      name = "demo",
      mixinStandardHelpOptions = true,
      description =
          "Runs the server with an example organisation and a live floor simulator; no arguments.")
  private static final class Demo {}

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Proves the database's invariants, beside a running server or without one; no arguments.")
  private static final class Check {}

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Sends facts from files to a running server; safe to run twice.")
  private static final class Import {}

  public static int run(String[] args) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(args, new Terminal(System.getenv(), out, err, isWatched(), Thread::sleep));
  }

  static int run(String[] args, Terminal terminal) {
    var commands =
        new CommandLine(new Ringside())
            .addSubcommand(new CommandLine.HelpCommand())
            .addSubcommand(new Serve())
            .addSubcommand(new Demo())
            .addSubcommand(new Check())
            .addSubcommand(
                new CommandLine(new Import())
                    .addSubcommand(new QueueLogCommand(terminal))
                    .addSubcommand(new CallsCommand(terminal))
                    .addSubcommand(new RosterCommand(terminal)));
    nameVersion(commands);
    return commands
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }

  private static void nameVersion(CommandLine command) {
    String packaged = Cli.class.getPackage().getImplementationVersion();
    command.getCommandSpec().version("Ringside " + (packaged == null ? "unpackaged" : packaged));
    command.getSubcommands().values().forEach(Cli::nameVersion);
  }

  /** Whether errors go to a terminal; where Linux does not tell, plain lines suit both. */
  private static boolean isWatched() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts");
    } catch (IOException noProcFileSystem) {
      return false;
    }
  }
}
