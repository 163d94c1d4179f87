package org.ringside.source.asterisk;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringside.source.FactData;
import org.ringside.source.SourceFact;
import org.ringside.source.asterisk.LineRead.Skip;
import org.ringside.source.asterisk.LineRead.Skipped;
import org.ringside.source.asterisk.LineRead.Understood;
import org.ringside.source.asterisk.LineRead.Unreadable;
import org.ringside.source.asterisk.LineRead.Verdict;

/**
 * Reads a queue_log line by line, oldest first. What it knows of open spells and equal lines can be
 * carried to another run as JSON, so that a stop in the middle changes no fact.
 */
public final class QueueLogReader {
  /** Lines whose whole meaning is in the spells that they begin or end. */
  private static final Set<String> PRESENCE =
      Set.of(
          "QUEUESTART",
          "ADDMEMBER",
          "REMOVEMEMBER",
          "AGENTLOGIN",
          "AGENTCALLBACKLOGIN",
          "AGENTLOGOFF",
          "AGENTCALLBACKLOGOFF",
          "PAUSE",
          "UNPAUSE",
          "PAUSEALL",
          "UNPAUSEALL");

  /** The longest state that the intake takes, in seconds; a longer spell is told in pieces. */
  private static final long LONGEST = 86_400;

  private final String source;
  private final AgentNames names;
  private final LineIds ids;
  private final Presence presence;

  public QueueLogReader(String source, AgentNames names) {
    this.source = source;
    this.names = names;
    this.ids = new LineIds();
    this.presence = new Presence(names);
  }

  /** Goes on where the reader stood that {@link #carry} describes. */
  public QueueLogReader(String source, AgentNames names, JsonObject carried) {
    this.source = source;
    this.names = names;
    this.ids = new LineIds(carried.getJsonObject("ids"));
    this.presence = new Presence(names, carried.getJsonObject("presence"));
  }

  /** One line without its end. */
  public LineRead read(String text) {
    QueueLine line = QueueLine.parse(text);
    if (line == null) {
      return new LineRead(List.of(), new Unreadable("NOT_QUEUE_LOG", beginning(text)));
    }
    var facts = new ArrayList<SourceFact>();
    presence.see(line).forEach(spell -> addStates(spell, facts));
    return new LineRead(facts, readEvent(line, facts));
  }

  /**
   * Whether a last line that has no line end can be taken all the same: only where a field that
   * nobody needs stands after those that count, so that none of these was cut short.
   */
  public static boolean isWholeWithoutEnd(String text) {
    QueueLine line = QueueLine.parse(text);
    return line != null && CallEvents.endsInAFieldNobodyNeeds(line);
  }

  public JsonObject carry() {
    return new JsonObject().put("ids", ids.carry()).put("presence", presence.carry());
  }

  private Verdict readEvent(QueueLine line, List<SourceFact> into) {
    if (PRESENCE.contains(line.event())) {
      return new Understood(line.event());
    }
    var facts = new LineFacts(source, ids.next(line), line, names);
    @Nullable Skip skipped = CallEvents.read(line, facts);
    if (skipped != null) {
      return new Skipped(line.event(), skipped);
    }
    String fault = facts.fault();
    if (fault != null) {
      return new Unreadable("BAD_NUMBER", fault);
    }
    into.addAll(facts.facts());
    return new Understood(line.event());
  }

  private void addStates(Spell spell, List<SourceFact> into) {
    for (long from = spell.from(); from < spell.to(); from += LONGEST) {
      into.add(state(spell, from, Math.min(from + LONGEST, spell.to())));
    }
  }

  private SourceFact state(Spell spell, long from, long to) {
    var data =
        FactData.empty()
            .with("state", spell.state())
            .with("reason", spell.reason())
            .with("from", Instant.ofEpochSecond(from).toString())
            .with("to", Instant.ofEpochSecond(to).toString());
    String id = "state:" + spell.agent() + ":" + spell.state() + ":" + from + "-" + to;
    return new SourceFact(
        source, id, "agent.state", Instant.ofEpochSecond(to), spell.agent(), data);
  }

  private static String beginning(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
