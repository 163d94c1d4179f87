package org.ringside.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all imports have in common: where facts go, how they are sent, what is said at the end. */
abstract class ImportCommand implements Callable<Integer> {
  final Terminal terminal;
  final ImportTally tally = new ImportTally();

  @Mixin private Target target = new Target();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The source in whose name the facts are sent. Default: ${DEFAULT-VALUE}.")
  String source = "pbx";

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "First sends this roster: CSV with agent,name,team,site,from,to,aliases.")
  private @Nullable Path roster;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Where to note how far the import came. Default: a file in the user's state folder.")
  private @Nullable Path state;

  @Option(
      names = "--dry-run",
      description = "Sends nothing: writes the facts to the standard output, a line each.")
  private boolean dryRun;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is imported; a note of how far it came is taken up by the very same job only. */
  abstract JsonObject job() throws IOException, Failure;

  /**
   * Opens the input.
   *
   * @param checkpoint of an earlier run; null to begin at the beginning
   */
  abstract FactFeed open(@Nullable JsonObject checkpoint) throws IOException, Failure;

  /** Whether the input has no end. */
  boolean endless() {
    return false;
  }

  @Override
  public Integer call() {
    try {
      return (dryRun ? print() : send()).status();
    } catch (Failure failure) {
      terminal.say(failure.sentence());
      return failure.exit().status();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Exit.DONE.status();
    } catch (NoSuchFileException e) {
      terminal.say("There is no file " + e.getFile());
      return Exit.BAD_FILE.status();
    } catch (IOException e) {
      terminal.say("Cannot read or write: " + e);
      return Exit.BAD_FILE.status();
    }
  }

  private Exit print() throws IOException, InterruptedException, Failure {
    if (roster != null) {
      throw new Failure(
          Exit.USAGE,
          "A dry run sends nothing, so it has no use for --roster. Try the roster by itself:"
              + " ringside import roster --dry-run "
              + roster);
    }
    try (FactFeed feed = open(null)) {
      new ImportRun(feed, tally, progress()).print(terminal);
    }
    tally.summary(false).forEach(terminal::say);
    return outcome();
  }

  private Exit send() throws IOException, InterruptedException, Failure {
    if (roster != null) {
      sendRoster(roster);
    }
    try (Api api = target.open(terminal, Errand.FACTS, endless())) {
      StateFile note = note();
      try (FactFeed feed = open(resumed(note))) {
        send(feed, api, note);
      }
      return outcome();
    }
  }

  /** By whoever may change the roster: a source that sends facts may not. */
  private void sendRoster(Path csv) throws IOException, InterruptedException, Failure {
    try (Api api = target.open(terminal, Errand.ADMINISTRATION, endless())) {
      terminal.say(RosterUpload.put(api, csv, false, false));
    }
  }

  /** Says what was reached also when it stops on the way: the note holds, and so does the sum. */
  private void send(FactFeed feed, Api api, StateFile note)
      throws IOException, InterruptedException, Failure {
    try {
      new ImportRun(feed, tally, progress()).send(api, note);
      note.delete();
    } finally {
      List<String> summary = tally.summary(true);
      summary.forEach(terminal.out()::println);
      terminal.out().flush();
    }
  }

  private @Nullable JsonObject resumed(StateFile note) throws IOException {
    JsonObject checkpoint = note.read();
    if (checkpoint != null) {
      terminal.say("Going on where an earlier run stopped (" + note.path() + ")");
    }
    return checkpoint;
  }

  private StateFile note() throws IOException, Failure {
    JsonObject job = job().put("url", target.url(terminal).toString()).put("source", source);
    return state == null ? StateFile.usual(terminal, job) : new StateFile(state, job);
  }

  private Progress progress() {
    return new Progress(terminal, System::nanoTime);
  }

  private Exit outcome() {
    return tally.refusedAny() ? Exit.SOME_REFUSED : Exit.DONE;
  }
}
