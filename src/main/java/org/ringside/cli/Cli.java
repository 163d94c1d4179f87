package org.ringside.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Takes a command line that is not one of the server's own commands, {@code serve}, {@code demo} or
 * {@code check} alone, and gives its exit status. Commands that open the database are read here and
 * run by whoever may open it.
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

  @Command(
      name = "organisation",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      description = "The organisations of a server, with its bootstrap token.")
  private static final class Organisation {}

  /**
   * @param atDatabase runs what needs the database itself, and gives the exit status
   */
  public static int run(String[] args, ToIntFunction<DatabaseCommand> atDatabase) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var terminal =
        new Terminal(System.getenv(), out, err, isWatched(), Thread::sleep, new TypedSecrets(err));
    return run(args, terminal, atDatabase);
  }

  static int run(String[] args, Terminal terminal, ToIntFunction<DatabaseCommand> atDatabase) {
    var commands =
        new CommandLine(new Ringside())
            .addSubcommand(new CommandLine.HelpCommand())
            .addSubcommand(new Serve())
            .addSubcommand(new Demo())
            .addSubcommand(new Check())
            .addSubcommand(new BackupArguments(atDatabase))
            .addSubcommand(new RestoreArguments(atDatabase))
            .addSubcommand(
                new CommandLine(new Organisation())
                    .addSubcommand(new FoundCommand(terminal))
                    .addSubcommand(new OrganisationsCommand(terminal))
                    .addSubcommand(new AdministratorCommand(terminal)))
            .addSubcommand(new SignInCommand(terminal))
            .addSubcommand(new SignOutCommand(terminal))
            .addSubcommand(new TokenCommand(terminal))
            .addSubcommand(new SourceCommand(terminal))
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
