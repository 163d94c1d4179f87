package org.ringside.demo.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Outbound work: callbacks that were promised, and renewal calls in half-hours set aside. */
final class Dialler {
  private static final long SLOT_MILLIS = 30 * 60_000L;
  private static final List<Integer> PRICES = List.of(9_900, 19_900, 29_900, 59_900, 99_900);

  private final Scene scene;
  private final Switchboard switchboard;
  private final Consumer<Desk> free;

  Dialler(Scene scene, Switchboard switchboard, Consumer<Desk> free) {
    this.scene = scene;
    this.switchboard = switchboard;
    this.free = free;
  }

  boolean wants(Desk desk) {
    return FloorPlan.CALLBACK.openAt(scene.localHour())
        && (!desk.callbacksDue.isEmpty() || isSetAside(desk));
  }

  private boolean isSetAside(Desk desk) {
    long slot = scene.now() / SLOT_MILLIS;
    return desk.person.dials()
        && FloorPlan.SALES.openAt(scene.localHour())
        && Chance.of(scene.plan.seed(), "dials", desk.person.index(), slot).happens(0.4);
  }

  /** Reads the next customer's record, then dials; a pause or a caller who waits goes first. */
  void prepare(Desk desk) {
    scene.agenda.in(desk.chance.millisBetween(3, 14), () -> dialUnlessNeeded(desk));
  }

  private void dialUnlessNeeded(Desk desk) {
    boolean needed = !desk.pausesDue.isEmpty() || switchboard.anybodyWaitsFor(desk) || !wants(desk);
    if (needed || scene.now() >= desk.shift.toMillis()) {
      free.accept(desk);
    } else {
      dial(desk);
    }
  }

  private void dial(Desk desk) {
    desk.turn(Desk.State.ON_CONTACT);
    Desk.Promise promise = desk.callbacksDue.pollFirst();
    Line line = promise == null ? FloorPlan.SALES : FloorPlan.CALLBACK;
    String customer = promise == null ? "c" + desk.chance.upTo(40_000) : promise.about().customer;
    Caller called = new Caller(scene.nextContact(), customer, line, scene.now());
    called.offered();
    tell(called, desk, "dial.attempted", Data.leg(called).with("customer", customer));
    long ring = desk.chance.logNormalMillis(11, 0.5, 3, 32);
    boolean connects = desk.chance.happens(promise == null ? 0.46 : 0.8);
    scene.agenda.in(
        ring, connects ? () -> connect(called, desk, ring, promise) : () -> giveUp(desk));
  }

  private void giveUp(Desk desk) {
    desk.turn(Desk.State.ACW);
    scene.agenda.in(desk.chance.millisBetween(2, 6), () -> free.accept(desk));
  }

  private void connect(Caller called, Desk desk, long ring, Desk.@Nullable Promise promise) {
    called.where = Caller.Where.TALKING;
    tell(called, desk, "dial.connected", Data.leg(called));
    tell(called, desk, "leg.answered", Data.leg(called).with("ring_ms", ring));
    Talk talk = Talk.outbound(called, desk);
    scene.agenda.in(talk.talkMillis(), () -> end(called, desk, talk));
    if (promise != null) {
      keep(promise, desk);
    }
  }

  private void keep(Desk.Promise promise, Desk desk) {
    Data data =
        Data.empty()
            .with("contact", promise.about().contact)
            .with("due_at", Scene.rfc3339(promise.dueMillis()));
    String id = promise.about().contact + ":0:callback.done";
    scene.tell(
        FloorFact.of(id, "callback.done", scene.now(), desk.person.extension(), data.done()));
  }

  private void end(Caller called, Desk desk, Talk talk) {
    Data ended =
        Data.leg(called).with("talk_ms", talk.talkMillis()).with("ended_by", talk.endedBy());
    tell(called, desk, "leg.ended", ended);
    desk.turn(Desk.State.ACW);
    scene.agenda.in(talk.wrapMillis(), () -> wrapUp(called, desk, talk));
  }

  private void wrapUp(Caller called, Desk desk, Talk talk) {
    tell(called, desk, "leg.wrapped", Data.leg(called).with("acw_ms", talk.wrapMillis()));
    tell(called, desk, "outcome.recorded", result(called, desk, talk));
    free.accept(desk);
  }

  private static Data result(Caller called, Desk desk, Talk talk) {
    Data data = Data.leg(called).with("resolved", desk.chance.happens(0.74));
    return called.line().equals(FloorPlan.CALLBACK)
        ? data.with("code", "called_back")
        : offerResult(data, desk, talk);
  }

  private static Data offerResult(Data data, Desk desk, Talk talk) {
    boolean sold = !talk.isShort() && desk.chance.happens(desk.person.skill().salesmanship() * 1.6);
    data.with("code", sold ? "renewed" : "declined").with("sale", sold);
    return sold
        ? data.with("units", 1)
            .with("amount_minor", desk.chance.oneOf(PRICES))
            .with("currency", "CNY")
        : data;
  }

  private void tell(Caller called, Desk desk, String type, Data data) {
    scene.tell(
        FloorFact.of(called.legId(type), type, scene.now(), desk.person.extension(), data.done()));
  }
}
