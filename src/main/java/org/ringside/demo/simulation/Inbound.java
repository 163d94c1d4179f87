package org.ringside.demo.simulation;

import java.util.function.Consumer;

/** An inbound contact from the first ring of the centre to the last wrap-up. */
final class Inbound {
  private static final long QUEUE_LIMIT_MILLIS = 240_000;
  private static final int CUSTOMERS = 40_000;

  private final Scene scene;
  private final Switchboard switchboard;
  private final Aftermath aftermath;
  private final Consumer<Desk> free;
  private final Chance chance;

  Inbound(Scene scene, Switchboard switchboard, Aftermath aftermath, Consumer<Desk> free) {
    this.scene = scene;
    this.switchboard = switchboard;
    this.aftermath = aftermath;
    this.free = free;
    this.chance = scene.chance("callers");
  }

  void arrive(Line line) {
    arrive(line, "c" + chance.upTo(CUSTOMERS * scene.plan.density().factor()));
  }

  void arrive(Line line, String customer) {
    if (scene.now() >= scene.end) {
      return;
    }
    Caller caller = new Caller(scene.nextContact(), customer, line, scene.now());
    tell(caller, "contact.offered", Data.contact(caller).with("customer", customer));
    scene.agenda.in(patience(), () -> losesHeart(caller));
    scene.agenda.in(QUEUE_LIMIT_MILLIS, () -> limitReached(caller));
    if (line.owner() != null) {
      scene.agenda.in(30_001, () -> seekAgain(caller));
    }
    seek(caller);
  }

  /** A few hang up at once, most wait a minute or two. */
  private long patience() {
    return chance.happens(0.03)
        ? chance.millisBetween(1, 6)
        : chance.logNormalMillis(110, 0.8, 6, 1500);
  }

  private void seek(Caller caller) {
    switchboard
        .deskFor(caller)
        .ifPresentOrElse(desk -> ring(caller, desk), () -> switchboard.waitLast(caller));
  }

  private void seekAgain(Caller caller) {
    if (caller.where == Caller.Where.WAITING) {
      switchboard.gone(caller);
      switchboard
          .deskFor(caller)
          .ifPresentOrElse(desk -> ring(caller, desk), () -> switchboard.waitFirst(caller));
    }
  }

  void ring(Caller caller, Desk desk) {
    caller.offered();
    caller.where = Caller.Where.RINGING;
    caller.ringing = desk;
    caller.ringingSince = scene.now();
    tellLeg(caller, desk, "leg.offered", Data.leg(caller));
    int leg = caller.leg();
    if (desk.chance.happens(desk.person.skill().inattention())) {
      scene.agenda.in(
          desk.chance.millisBetween(15, 21), () -> ifStillRinging(caller, leg, this::ringsOut));
    } else {
      scene.agenda.in(
          desk.chance.logNormalMillis(4.4, 0.5, 1, 14.5),
          () -> ifStillRinging(caller, leg, this::answer));
    }
  }

  private interface AtDesk {
    void happens(Caller caller, Desk desk);
  }

  private static void ifStillRinging(Caller caller, int leg, AtDesk deed) {
    Desk desk = caller.ringing;
    if (desk != null && caller.leg() == leg) {
      caller.ringing = null;
      deed.happens(caller, desk);
    }
  }

  private void ringsOut(Caller caller, Desk desk) {
    tellMissed(caller, desk, desk.chance.happens(0.92) ? "no_answer" : "rejected");
    caller.where = Caller.Where.WAITING;
    switchboard.waitFirst(caller);
    desk.pausesDue.addFirst(new Desk.Pause("missed", desk.chance.millisBetween(15, 70)));
    free.accept(desk);
    seekAgain(caller);
  }

  private void tellMissed(Caller caller, Desk desk, String reason) {
    long ring = scene.now() - caller.ringingSince;
    tellLeg(
        caller, desk, "leg.missed", Data.leg(caller).with("ring_ms", ring).with("reason", reason));
  }

  private void answer(Caller caller, Desk desk) {
    Data data = Data.leg(caller);
    if (!caller.answered) {
      data.with("wait_ms", scene.now() - caller.arrived);
    }
    tellLeg(caller, desk, "leg.answered", data.with("ring_ms", scene.now() - caller.ringingSince));
    caller.answered = true;
    caller.where = Caller.Where.TALKING;
    desk.turn(Desk.State.ON_CONTACT);
    talk(caller, desk, Talk.inbound(caller, desk));
  }

  private void talk(Caller caller, Desk desk, Talk talk) {
    if (talk.holdMillis() > 0) {
      scene.agenda.in(
          talk.talkMillis() / 2 + talk.holdMillis(),
          () ->
              tellLeg(
                  caller, desk, "leg.hold", Data.leg(caller).with("hold_ms", talk.holdMillis())));
    }
    scene.agenda.in(talk.talkMillis() + talk.holdMillis(), () -> end(caller, desk, talk));
  }

  private void end(Caller caller, Desk desk, Talk talk) {
    boolean passedOn = !talk.isShort() && desk.chance.happens(0.045);
    tellLeg(
        caller,
        desk,
        "leg.ended",
        Data.leg(caller)
            .with("talk_ms", talk.talkMillis())
            .with("ended_by", passedOn ? "system" : talk.endedBy()));
    desk.turn(Desk.State.ACW);
    long wrap = talk.wrapMillis();
    aftermath.of(new Aftermath.Call(caller, caller.line(), caller.leg(), desk, talk, passedOn));
    String wrappedId = caller.legId("leg.wrapped");
    Data wrapped = Data.leg(caller).with("acw_ms", wrap);
    scene.agenda.in(wrap, () -> wrapUp(desk, wrappedId, wrapped));
    if (passedOn) {
      passOn(caller, desk);
    } else {
      caller.where = Caller.Where.GONE;
    }
  }

  private void wrapUp(Desk desk, String id, Data data) {
    scene.tell(FloorFact.of(id, "leg.wrapped", scene.now(), desk.person.extension(), data.done()));
    free.accept(desk);
  }

  private void passOn(Caller caller, Desk desk) {
    Line target = caller.line().equals(FloorPlan.TECH) ? FloorPlan.SERVICE : FloorPlan.TECH;
    tellLeg(
        caller,
        desk,
        "leg.transferred",
        Data.leg(caller)
            .with("kind", desk.chance.happens(0.7) ? "blind" : "attended")
            .with("to", target.id()));
    caller.transferredTo(target);
    switchboard.waitFirst(caller);
    seekAgain(caller);
  }

  private void losesHeart(Caller caller) {
    boolean leaves = !caller.answered && caller.where != Caller.Where.GONE;
    Desk ringing = caller.ringing;
    if (leaves && ringing != null) {
      caller.ringing = null;
      tellMissed(caller, ringing, "caller_gone");
      leaves(caller, "contact.abandoned", Data.contact(caller));
      free.accept(ringing);
    } else if (leaves) {
      leaves(caller, "contact.abandoned", Data.contact(caller));
    }
  }

  private void limitReached(Caller caller) {
    if (!caller.answered && caller.where == Caller.Where.WAITING) {
      double way = chance.between(0, 1);
      String reason = way < 0.5 ? "timeout" : way < 0.8 ? "callback_requested" : "voicemail";
      leaves(caller, "contact.exited", Data.contact(caller).with("reason", reason));
    }
  }

  private void leaves(Caller caller, String type, Data data) {
    switchboard.gone(caller);
    caller.where = Caller.Where.GONE;
    tell(caller, type, data.with("wait_ms", scene.now() - caller.arrived));
  }

  private void tell(Caller caller, String type, Data data) {
    scene.tell(FloorFact.of(caller.contactId(type), type, scene.now(), null, data.done()));
  }

  private void tellLeg(Caller caller, Desk desk, String type, Data data) {
    scene.tell(
        FloorFact.of(caller.legId(type), type, scene.now(), desk.person.extension(), data.done()));
  }
}
