package org.ringside.demo.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings callers and idle desks together: longest idle first, longest waiting first. */
final class Switchboard {
  /** After this long anybody may take a caller of an owned queue. */
  private static final long SPILL_MILLIS = 30_000;

  private final Scene scene;
  private final Set<Desk> idle = new LinkedHashSet<>();
  private final Map<Line, Deque<Caller>> waiting = new HashMap<>();

  Switchboard(Scene scene) {
    this.scene = scene;
  }

  /** The desk that has been idle longest among those that take this caller; it is idle no more. */
  Optional<Desk> deskFor(Caller caller) {
    Optional<Desk> found = idle.stream().filter(desk -> takes(desk, caller)).findFirst();
    found.ifPresent(idle::remove);
    return found;
  }

  /** The caller that has waited longest among those that this desk takes; it waits no more. */
  Optional<Caller> callerFor(Desk desk) {
    Optional<Caller> found = firstFor(desk);
    found.ifPresent(caller -> queueOf(caller.line()).remove(caller));
    return found;
  }

  boolean anybodyWaitsFor(Desk desk) {
    return firstFor(desk).isPresent();
  }

  void idle(Desk desk) {
    idle.add(desk);
  }

  boolean isIdle(Desk desk) {
    return idle.contains(desk);
  }

  void busy(Desk desk) {
    idle.remove(desk);
  }

  void waitLast(Caller caller) {
    queueOf(caller.line()).addLast(caller);
  }

  void waitFirst(Caller caller) {
    queueOf(caller.line()).addFirst(caller);
  }

  void gone(Caller caller) {
    queueOf(caller.line()).remove(caller);
  }

  private Optional<Caller> firstFor(Desk desk) {
    return FloorPlan.LINES.stream()
        .flatMap(line -> queueOf(line).stream().limit(1))
        .filter(caller -> takes(desk, caller))
        .min(Comparator.comparingLong(caller -> caller.arrived));
  }

  private boolean takes(Desk desk, Caller caller) {
    return desk.person.takes(caller.line())
        || (caller.line().owner() != null && scene.now() - caller.arrived >= SPILL_MILLIS);
  }

  private Deque<Caller> queueOf(Line line) {
    return waiting.computeIfAbsent(line, key -> new ArrayDeque<>());
  }
}
