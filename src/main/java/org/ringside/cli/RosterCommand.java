package org.ringside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    description = "Sends a roster: CSV with the columns agent,name,team,site,from,to,aliases.")
final class RosterCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Target target = new Target();

  @Parameters(paramLabel = "FILE", description = "The roster; aliases are separated by ;")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Ends memberships that the file does not have.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Changes nothing: says what would change.")
  private boolean dryRun;

  RosterCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Api api = target.open(terminal, Errand.ADMINISTRATION, false)) {
      terminal.out().println(RosterUpload.put(api, file, replace, dryRun));
      terminal.out().flush();
      return Exit.DONE.status();
    } catch (Failure failure) {
      terminal.say(failure.sentence());
      return failure.exit().status();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Exit.DONE.status();
    } catch (IOException e) {
      terminal.say("Cannot read " + file + ": " + e);
      return Exit.BAD_FILE.status();
    }
  }
}
