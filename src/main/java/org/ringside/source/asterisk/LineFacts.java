package org.ringside.source.asterisk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.source.FactData;
import org.ringside.source.SourceFact;

/**
 * The facts of one line in the making. A number that is none spoils the line: half of what a line
 * says would be a guess about the other half.
 */
final class LineFacts {
  /** Up to 11 days in seconds, or a quarter of an hour more than that in milliseconds. */
  private static final int DIGITS = 9;

  private final String source;
  private final String id;
  private final QueueLine line;
  private final AgentNames names;
  private final List<SourceFact> facts = new ArrayList<>();
  private @Nullable String fault;

  LineFacts(String source, String id, QueueLine line, AgentNames names) {
    this.source = source;
    this.id = id;
    this.line = line;
    this.names = names;
  }

  List<SourceFact> facts() {
    return facts;
  }

  /** What is wrong with a number of the line; null where nothing is. */
  @Nullable String fault() {
    return fault;
  }

  /** What every fact of a call carries. */
  FactData ofCall() {
    return FactData.empty()
        .with("contact", line.callOrNothing())
        .with("queue", line.queueOrNothing());
  }

  /** A fact about the call, of the agent where the line names one. */
  void add(String type, FactData data) {
    add(type, "", data);
  }

  /** One of several facts of the same line, told apart by the end of its id. */
  void add(String type, String idEnd, FactData data) {
    String subject = line.namesAnAgent() ? names.of(line.agent()) : null;
    facts.add(new SourceFact(source, id + idEnd, type, line.time(), subject, data));
  }

  /** Milliseconds of a field in seconds; null where the line does not say. */
  @Nullable Long seconds(String field) {
    Long seconds = number(field);
    return seconds == null ? null : seconds * 1000;
  }

  /** Milliseconds of a field in milliseconds; null where the line does not say. */
  @Nullable Long millis(String field) {
    return number(field);
  }

  private @Nullable Long number(String field) {
    if (field.isEmpty()) {
      return null;
    }
    if (!QueueLine.isNumber(field, DIGITS)) {
      fault = line.event() + ": '" + field + "' is no duration";
      return null;
    }
    return Long.valueOf(field);
  }
}
