package org.ringside.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Takes a command line that is not the server's own and gives its exit status. */
public final class Cli {
  private Cli() {}

  @Command(
      name = "ringside",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "Live competition server for call centres.",
      footer = {
        "",
        "The server itself:",
        "  serve   Runs the server; the environment configures it.",
        "  demo    Runs it with an example organisation and a live floor simulator.",
        "  check   Proves the database's invariants, beside a running server or without one."
      })
  private static final class Ringside {}

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
