package org.ringside.demo.simulation;

import java.util.Optional;

/** Log-in, pauses and log-off; and what a desk does next once it is free. */
final class Attendance {
  private static final long OVERTIME_MILLIS = 20 * 60_000L;

  private final Scene scene;
  private final Switchboard switchboard;
  private final Inbound inbound;
  private final Dialler dialler;

  Attendance(Scene scene) {
    this.scene = scene;
    this.switchboard = new Switchboard(scene);
    var aftermath = new Aftermath(scene, this::comesBack);
    this.inbound = new Inbound(scene, switchboard, aftermath, this::free);
    this.dialler = new Dialler(scene, switchboard, this::free);
  }

  Inbound inbound() {
    return inbound;
  }

  /** Puts a person's whole shift on the agenda. */
  void plan(Person person, Shift shift) {
    Desk desk = new Desk(scene, person, shift);
    long login = shift.fromMillis() + desk.chance.millisBetween(-150, 60);
    scene.agenda.at(login, () -> logIn(desk));
    scene.agenda.at(shift.toMillis() + desk.chance.millisBetween(0, 90), () -> logOffIfIdle(desk));
    planPauses(desk);
    Tasks.plan(scene, desk);
  }

  private void planPauses(Desk desk) {
    Chance chance = desk.chance;
    double length = desk.shift.lengthMillis() / 1000.0;
    pause(desk, length * chance.between(0.42, 0.56), "meal", chance.between(1500, 2000));
    pause(desk, length * chance.between(0.20, 0.30), "break", chance.between(420, 800));
    pause(desk, length * chance.between(0.70, 0.82), "break", chance.between(420, 800));
    pause(desk, length * chance.between(0.05, 0.95), "restroom", chance.between(150, 360));
    if (chance.happens(0.06)) {
      pause(desk, length * chance.between(0.1, 0.8), "coaching", chance.between(900, 2400));
    }
    if (chance.happens(0.05)) {
      pause(desk, length * chance.between(0.1, 0.8), "training", chance.between(2400, 3600));
    }
  }

  private void pause(Desk desk, double afterSeconds, String reason, double seconds) {
    var pause = new Desk.Pause(reason, Math.round(seconds * 1000));
    long from = desk.shift.fromMillis() + Math.round(afterSeconds * 1000);
    scene.agenda.at(from, () -> pauseDue(desk, pause));
  }

  private void pauseDue(Desk desk, Desk.Pause pause) {
    desk.pausesDue.addLast(pause);
    if (switchboard.isIdle(desk)) {
      free(desk);
    }
  }

  private void logIn(Desk desk) {
    desk.turn(Desk.State.READY);
    free(desk);
  }

  private void logOffIfIdle(Desk desk) {
    if (switchboard.isIdle(desk)) {
      free(desk);
    }
  }

  /**
   * The desk has nothing on hand: home, pause, next caller, own dialling or idle, in this order.
   */
  void free(Desk desk) {
    switchboard.busy(desk);
    Desk.Pause pause = desk.pausesDue.peekFirst();
    if (goesHome(desk)) {
      desk.turn(Desk.State.OFFLINE);
    } else if (pause != null && !isOver(desk)) {
      away(desk, desk.pausesDue.removeFirst());
    } else {
      work(desk);
    }
  }

  private void work(Desk desk) {
    desk.turn(Desk.State.READY);
    Optional<Caller> next = switchboard.callerFor(desk);
    if (next.isPresent()) {
      inbound.ring(next.get(), desk);
    } else if (!isOver(desk) && dialler.wants(desk)) {
      dialler.prepare(desk);
    } else {
      switchboard.idle(desk);
    }
  }

  private void away(Desk desk, Desk.Pause pause) {
    desk.turn(Desk.State.NOT_READY, pause.reason());
    scene.agenda.in(pause.millis(), () -> free(desk));
  }

  private boolean isOver(Desk desk) {
    return scene.now() >= desk.shift.toMillis();
  }

  /** After the shift callers who wait are still served, for a while. */
  private boolean goesHome(Desk desk) {
    boolean lateEnough = scene.now() >= desk.shift.toMillis() + OVERTIME_MILLIS;
    return lateEnough || (isOver(desk) && !switchboard.anybodyWaitsFor(desk));
  }

  /** An unhappy caller calls again, later the same day, and where there is somebody. */
  private void comesBack(Caller earlier) {
    boolean open = earlier.line().openAt(scene.localHour());
    inbound.arrive(open ? earlier.line() : FloorPlan.SERVICE, earlier.customer);
  }
}
