package org.ringside.source.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ringside.source.SourceFact;

/** A queue_log of our own making, with every event that Asterisk writes, and readers of logs. */
final class QueueLog {
  private QueueLog() {}

  static QueueLogReader reader() {
    return new QueueLogReader("pbx", AgentNames.byNumber());
  }

  static List<String> floor() {
    try (var log = QueueLog.class.getResourceAsStream("queue_log")) {
      return List.of(new String(log.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SourceFact> facts(String... lines) {
    return facts(reader(), List.of(lines));
  }

  static List<SourceFact> facts(QueueLogReader reader, List<String> lines) {
    var facts = new ArrayList<SourceFact>();
    lines.forEach(line -> facts.addAll(reader.read(line).facts()));
    return facts;
  }

  /** Type, agent and data of each fact, on a line as one would note them by hand. */
  static List<String> noted(List<SourceFact> facts) {
    return facts.stream()
        .map(fact -> fact.type() + " " + fact.subject() + " " + fact.values())
        .toList();
  }
}
