package org.ringside.source;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ringside.audit.Act;

/** The sources of every organisation; the scorer holds them and alone changes them. */
public interface Sources {
  /** By name, as of now. */
  Map<String, Source> byName(int organisation);

  /** With what was last heard of each, by number. */
  List<SourceSql.Heard> heard(int organisation);

  /** The last refusals of a source's facts, newest first; empty for a source that has none. */
  List<Refusal> refusals(int organisation, String source);

  /** How many of a source's facts and requests were refused since the start, by code. */
  Map<String, Long> refusalCounts(int organisation, String source);

  /**
   * Notes a request in a source's name that was not believed. Anybody can send one, so each is
   * counted, and only now and then one gets a line in the list.
   *
   * @param expected instead of what was sent, for those who may see the list
   */
  void noteForged(int organisation, String source, Forgery why, String expected);

  /**
   * Adds a source or changes what it declared; its number stays.
   *
   * @param declared its number is not looked at
   */
  Future<Source> declare(int organisation, Source declared, Act act);

  /** Moves a source's watermark to an instant, never back (R4). */
  Future<Void> heartbeat(int organisation, String source, Instant until);
}
