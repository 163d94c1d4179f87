package org.ringside.demo.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An agent's desk for one shift: the state of the phone, what is planned, what was promised. */
final class Desk {
  /** States as facts name them. */
  enum State {
    OFFLINE,
    READY,
    NOT_READY,
    ON_CONTACT,
    ACW
  }

  /** Time away from calls. */
  record Pause(String reason, long millis) {}

  /** A callback that this agent owes. */
  record Promise(Caller about, long dueMillis) {}

  final Person person;
  final Shift shift;
  final Chance chance;
  final Deque<Pause> pausesDue = new ArrayDeque<>();
  final Deque<Promise> callbacksDue = new ArrayDeque<>();
  private final Scene scene;
  private State state = State.OFFLINE;
  private @Nullable String reason;
  private long since;
  private int intervals;

  Desk(Scene scene, Person person, Shift shift) {
    this.scene = scene;
    this.person = person;
    this.shift = shift;
    this.chance = scene.chance("desk" + person.index());
  }

  void turn(State next) {
    turn(next, null);
  }

  /** Ends the present state, tells it as a closed interval, and begins the next. */
  void turn(State next, @Nullable String why) {
    if (next == state) {
      return;
    }
    long now = scene.now();
    if (state != State.OFFLINE && now > since) {
      tellInterval(now);
    }
    state = next;
    reason = why;
    since = now;
  }

  boolean isOffline() {
    return state == State.OFFLINE;
  }

  private void tellInterval(long now) {
    Data data =
        Data.empty()
            .with("state", state.name().toLowerCase(Locale.ROOT))
            .with("from", Scene.rfc3339(since))
            .with("to", Scene.rfc3339(now));
    if (reason != null) {
      data.with("reason", reason);
    }
    String id = scene.key(person.extension()) + ":" + ++intervals + ":agent.state";
    scene.tell(FloorFact.of(id, "agent.state", now, person.extension(), data.done()));
  }
}
