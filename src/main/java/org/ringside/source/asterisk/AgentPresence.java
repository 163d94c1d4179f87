package org.ringside.source.asterisk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the log lets one know about one agent's presence. Ready is known only of an agent whose
 * log-in or joining was seen; a pause is known of anybody.
 *
 * <p>Not ready is: paused everywhere, or paused in every queue in which the agent was seen. A call
 * outranks a pause. A call whose end was never written leaves its time unknown.
 */
final class AgentPresence {
  private static final String UNKNOWN = "";

  private final String agent;
  private final Set<String> joined;
  private final Set<String> seenIn;
  private final Set<String> pausedIn;
  private boolean loggedIn;
  private boolean pausedEverywhere;
  private String pauseReason;
  private String call;
  private String state;
  private String stateReason;
  private long since;

  AgentPresence(String agent) {
    this(agent, new JsonObject());
  }

  AgentPresence(String agent, JsonObject carried) {
    this.agent = agent;
    joined = names(carried, "joined");
    seenIn = names(carried, "seen_in");
    pausedIn = names(carried, "paused_in");
    loggedIn = carried.getBoolean("logged_in", false);
    pausedEverywhere = carried.getBoolean("paused_everywhere", false);
    pauseReason = carried.getString("pause_reason", "");
    call = carried.getString("call", "");
    state = carried.getString("state", UNKNOWN);
    stateReason = carried.getString("state_reason", "");
    since = carried.getLong("since", 0L);
  }

  /** The spell that this line ended, if it ended one. */
  List<Spell> see(QueueLine line) {
    apply(line);
    return enter(stateNow(), line.epoch());
  }

  /** Asterisk stopped: what was known held until its last line; from here on nothing is known. */
  List<Spell> lose(long lastLine) {
    loseCall();
    forget();
    return enter(UNKNOWN, lastLine);
  }

  JsonObject carry() {
    return new JsonObject()
        .put("joined", new JsonArray(List.copyOf(joined)))
        .put("seen_in", new JsonArray(List.copyOf(seenIn)))
        .put("paused_in", new JsonArray(List.copyOf(pausedIn)))
        .put("logged_in", loggedIn)
        .put("paused_everywhere", pausedEverywhere)
        .put("pause_reason", pauseReason)
        .put("call", call)
        .put("state", state)
        .put("state_reason", stateReason)
        .put("since", since);
  }

  private void apply(QueueLine line) {
    if (line.namesAQueue()) {
      seenIn.add(line.queue());
    }
    switch (line.event()) {
      case "ADDMEMBER" -> join(line);
      case "REMOVEMEMBER" -> leave(line.queue());
      case "AGENTLOGIN", "AGENTCALLBACKLOGIN" -> loggedIn = true;
      case "AGENTLOGOFF", "AGENTCALLBACKLOGOFF" -> logOff();
      case "PAUSE" -> pause(line);
      case "UNPAUSE" -> unpause(line.queue());
      case "PAUSEALL" -> pauseEverywhere(line);
      case "UNPAUSEALL" -> unpauseEverywhere();
      case "CONNECT" -> connect(line.call());
      case "COMPLETEAGENT", "COMPLETECALLER", "BLINDTRANSFER", "ATTENDEDTRANSFER", "TRANSFER" ->
          disconnect(line.call());
      default -> {}
    }
  }

  private void join(QueueLine line) {
    joined.add(line.queue());
    if (line.field(0).equals("PAUSED")) {
      pausedIn.add(line.queue());
    }
  }

  private void leave(String queue) {
    joined.remove(queue);
    seenIn.remove(queue);
    pausedIn.remove(queue);
    if (!isPresent()) {
      loseCall();
    }
  }

  private void logOff() {
    loseCall();
    forget();
  }

  private void pause(QueueLine line) {
    pausedIn.add(line.queue());
    pauseReason = line.field(0);
  }

  private void unpause(String queue) {
    pausedEverywhere = false;
    pausedIn.remove(queue);
  }

  private void pauseEverywhere(QueueLine line) {
    pausedEverywhere = true;
    pauseReason = line.field(0);
  }

  private void unpauseEverywhere() {
    pausedEverywhere = false;
    pausedIn.clear();
  }

  private void connect(String newCall) {
    if (!call.equals(newCall)) {
      loseCall();
    }
    call = newCall;
  }

  private void disconnect(String endedCall) {
    if (call.equals(endedCall)) {
      call = "";
    }
  }

  private void loseCall() {
    if (!call.isEmpty()) {
      call = "";
      state = UNKNOWN;
    }
  }

  private void forget() {
    joined.clear();
    seenIn.clear();
    pausedIn.clear();
    loggedIn = false;
    pausedEverywhere = false;
  }

  private boolean isPresent() {
    return loggedIn || !joined.isEmpty();
  }

  private boolean isPaused() {
    return pausedEverywhere || (!pausedIn.isEmpty() && pausedIn.containsAll(seenIn));
  }

  private String stateNow() {
    if (!call.isEmpty()) {
      return isPresent() ? "on_contact" : UNKNOWN;
    }
    if (isPaused()) {
      return "not_ready";
    }
    return isPresent() ? "ready" : UNKNOWN;
  }

  private List<Spell> enter(String next, long at) {
    String reason = next.equals("not_ready") ? pauseReason : "";
    if (next.equals(state) && reason.equals(stateReason)) {
      return List.of();
    }
    var ended = new Spell(agent, state, stateReason, since, at);
    state = next;
    stateReason = reason;
    since = at;
    return ended.state().equals(UNKNOWN) || ended.from() >= ended.to() ? List.of() : List.of(ended);
  }

  private static Set<String> names(JsonObject carried, String field) {
    var names = new TreeSet<String>();
    carried.getJsonArray(field, new JsonArray()).forEach(name -> names.add((String) name));
    return names;
  }
}
