package org.ringside.source.asterisk;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the lines about presence into closed spells, agent by agent.
 *
 * <p>{@code PAUSEALL} is written once, by interface, and then again for each queue, by member name,
 * which may be another spelling. So a {@code PAUSEALL} waits for the next line: if {@code PAUSE}
 * lines follow within a second, they say whom it concerns, everywhere; if none does, as VICIdial
 * writes it, it stands for itself.
 */
final class Presence {
  private static final long SWEEP = 1;

  private final AgentNames names;
  private final Map<String, AgentPresence> agents = new TreeMap<>();
  private @Nullable QueueLine sweep;
  private boolean swept;
  private long lastLine;

  Presence(AgentNames names) {
    this.names = names;
  }

  Presence(AgentNames names, JsonObject carried) {
    this(names);
    carried
        .getJsonObject("agents")
        .forEach(
            agent ->
                agents.put(
                    agent.getKey(),
                    new AgentPresence(agent.getKey(), (JsonObject) agent.getValue())));
    sweep = QueueLine.parse(carried.getString("sweep"));
    swept = carried.getBoolean("swept");
    lastLine = carried.getLong("last_line");
  }

  /** The spells that this line ended. */
  List<Spell> see(QueueLine line) {
    var ended = new ArrayList<Spell>();
    if (belongsToSweep(line)) {
      swept = true;
      ended.addAll(concern(line.as(line.event() + "ALL")));
    } else {
      ended.addAll(endSweep());
      ended.addAll(seeAlone(line));
    }
    lastLine = Math.max(lastLine, line.epoch());
    return ended;
  }

  JsonObject carry() {
    var carried = new JsonObject();
    agents.forEach((agent, presence) -> carried.put(agent, presence.carry()));
    return new JsonObject()
        .put("agents", carried)
        .put("sweep", sweep == null ? "" : sweep.text())
        .put("swept", swept)
        .put("last_line", lastLine);
  }

  private boolean belongsToSweep(QueueLine line) {
    return sweep != null
        && sweep.event().equals(line.event() + "ALL")
        && line.epoch() - sweep.epoch() <= SWEEP;
  }

  private List<Spell> endSweep() {
    var alone = swept ? null : sweep;
    sweep = null;
    swept = false;
    return alone == null ? List.of() : concern(alone);
  }

  private List<Spell> seeAlone(QueueLine line) {
    return switch (line.event()) {
      case "QUEUESTART" -> loseAll();
      case "PAUSEALL", "UNPAUSEALL" -> {
        sweep = line;
        yield List.of();
      }
      default -> line.namesAnAgent() ? concern(line) : List.of();
    };
  }

  private List<Spell> concern(QueueLine line) {
    return agents.computeIfAbsent(names.of(line.agent()), AgentPresence::new).see(line);
  }

  private List<Spell> loseAll() {
    return agents.values().stream().flatMap(agent -> agent.lose(lastLine).stream()).toList();
  }
}
