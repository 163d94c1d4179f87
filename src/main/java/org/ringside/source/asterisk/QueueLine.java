package org.ringside.source.asterisk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a queue_log: {@code epoch|call|queue|agent|EVENT|fields…}.
 *
 * @param epoch whole seconds UTC at which Asterisk wrote the line
 * @param call the caller's channel, or {@code NONE}, {@code REALTIME}, {@code MANAGER}, {@code CLI}
 * @param agent member name or interface, or {@code NONE}
 * @param fields the event's own, unknown ones included
 */
record QueueLine(
    long epoch, String call, String queue, String agent, String event, List<String> fields) {
  private static final Set<String> NOBODY = Set.of("", "NONE");
  private static final Set<String> NO_CALL = Set.of("", "NONE", "REALTIME", "MANAGER", "CLI");
  private static final int HEAD = 5;

  /** Until the year 5138: an epoch of more digits is no epoch in seconds. */
  private static final int EPOCH_DIGITS = 11;

  QueueLine {
    fields = List.copyOf(fields);
  }

  /** The line's parts, or null where it is no line of a queue_log. */
  static @Nullable QueueLine parse(String line) {
    List<String> parts = List.of(line.split("\\|", -1));
    if (parts.size() < HEAD || parts.get(4).isBlank() || !isNumber(parts.get(0), EPOCH_DIGITS)) {
      return null;
    }
    return new QueueLine(
        Long.parseLong(parts.get(0)),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        parts.subList(HEAD, parts.size()));
  }

  /** The same line with another event. */
  QueueLine as(String otherEvent) {
    return new QueueLine(epoch, call, queue, agent, otherEvent, fields);
  }

  /** The line as {@link #parse} takes it. */
  String text() {
    String head = String.join("|", Long.toString(epoch), call, queue, agent, event);
    return fields.isEmpty() ? head : head + "|" + String.join("|", fields);
  }

  Instant time() {
    return Instant.ofEpochSecond(epoch);
  }

  boolean namesAnAgent() {
    return !NOBODY.contains(agent);
  }

  boolean namesAQueue() {
    return !NOBODY.contains(queue);
  }

  /** The queue, or nothing where the line belongs to none. */
  String queueOrNothing() {
    return namesAQueue() ? queue : "";
  }

  /** The call, or nothing where a person or a program, not a caller, caused the line. */
  String callOrNothing() {
    return NO_CALL.contains(call) ? "" : call;
  }

  /** The field at this place; empty where an old version did not write it. */
  String field(int place) {
    return place < fields.size() ? fields.get(place) : "";
  }

  /** The field so far from the end, 0 the last: transfers differ in how many come before. */
  String fieldFromEnd(int place) {
    int at = fields.size() - 1 - place;
    return at < 0 ? "" : fields.get(at);
  }

  static boolean isNumber(String text, int digits) {
    return !text.isEmpty()
        && text.length() <= digits
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
