package org.ringside.source.asterisk;

import java.util.List;
import org.ringside.source.SourceFact;

/**
 * What one line of a queue_log came to.
 *
 * @param facts in order; a line that is skipped may still close what an earlier one had opened
 */
public record LineRead(List<SourceFact> facts, Verdict verdict) {

  /** How the line itself was taken. */
  public sealed interface Verdict {}

  /** Its meaning is in the facts, or in an interval that it opened. */
  public record Understood(String event) implements Verdict {}

  /** Left out on purpose, and counted. */
  public record Skipped(String event, Skip why) implements Verdict {}

  /** Not a line of a queue_log, or a number in it is none. */
  public record Unreadable(String code, String detail) implements Verdict {}

  /** Why a line says nothing about anybody's work. */
  public enum Skip {
    /** Settings: reload, penalty, ring-in-use. */
    CONFIGURATION,
    /** A vendor's or a dial plan's own event. */
    CUSTOM,
    /** The caller never came into the queue, or the line names nobody whom it would concern. */
    NOBODY
  }
}
