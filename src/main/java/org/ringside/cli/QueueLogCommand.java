package org.ringside.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringside.source.asterisk.AgentNames;
import org.ringside.source.asterisk.LogTail;
import org.ringside.source.asterisk.Position;
import org.ringside.source.asterisk.QueueLogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "queue-log",
    mixinStandardHelpOptions = true,
    description = "Imports a queue_log of Asterisk, or follows the live one.")
final class QueueLogCommand extends ImportCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The log; rotated files first, oldest first.")
  private List<Path> files = List.of();

  @Option(
      names = "--follow",
      description = "Goes on for ever with what Asterisk adds, through rotation and restarts.")
  private boolean follow;

  @Option(
      names = "--agent-pattern",
      paramLabel = "REGEX",
      description =
          "Takes the agent from its spelling in the log: the first group, or the whole match."
              + " Default: the number, so that Agent/1127 and Local/1127@x are 1127.")
  private @Nullable Pattern agentPattern;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "In which member names are written. Default: UTF-8.")
  private Charset encoding = StandardCharsets.UTF_8;

  QueueLogCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  boolean endless() {
    return follow;
  }

  @Override
  JsonObject job() {
    var paths = new JsonArray();
    files.forEach(file -> paths.add(file.toAbsolutePath().toString()));
    return new JsonObject()
        .put("kind", follow ? "queue-log --follow" : "queue-log")
        .put("files", paths)
        .put("agents", agentPattern == null ? "" : agentPattern.pattern());
  }

  @Override
  FactFeed open(@Nullable JsonObject checkpoint) throws IOException, Failure {
    return follow ? followed(checkpoint) : read(checkpoint);
  }

  private FactFeed read(@Nullable JsonObject checkpoint) throws IOException {
    if (checkpoint != null) {
      var resumed = QueueLogFeed.from(checkpoint, files, encoding, lines(checkpoint));
      if (resumed != null) {
        return resumed;
      }
      terminal.say("The log is not what it was then; beginning at its beginning");
    }
    return QueueLogFeed.fromStart(files, encoding, lines(null));
  }

  private FactFeed followed(@Nullable JsonObject checkpoint) throws IOException, Failure {
    if (files.size() > 1) {
      throw new Failure(Exit.USAGE, "--follow takes one file, the live log");
    }
    return new FollowFeed(tail(checkpoint), lines(checkpoint), terminal);
  }

  private LogTail tail(@Nullable JsonObject checkpoint) throws IOException {
    Path log = files.getFirst();
    if (checkpoint == null) {
      return LogTail.fromStart(log, encoding);
    }
    var tail = LogTail.from(log, encoding, Position.of(checkpoint.getJsonObject("position")));
    if (!tail.found()) {
      terminal.say(
          "The place where following stopped is in no file any more. What was written between it"
              + " and the beginning of "
              + log
              + " is missing: import the rotated files once, which is safe.");
    }
    return tail;
  }

  private QueueLines lines(@Nullable JsonObject checkpoint) {
    var names = agentPattern == null ? AgentNames.byNumber() : new AgentNames(agentPattern);
    var reader =
        checkpoint == null
            ? new QueueLogReader(source, names)
            : new QueueLogReader(source, names, checkpoint.getJsonObject("reader"));
    return new QueueLines(reader, tally);
  }
}
