package org.ringside.demo.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call leaves behind: an outcome, a survey, perhaps a case, a promise, a complaint, and days
 * later a quality check.
 */
final class Aftermath {
  /** A call that has just ended at this desk; the caller may be on the way to another one. */
  record Call(Caller caller, Line line, int leg, Desk desk, Talk talk, boolean passedOn) {
    String id(String type) {
      return caller.contact + ":" + leg + ":" + type;
    }

    Data data() {
      return Data.empty()
          .with("contact", caller.contact)
          .with("leg", leg)
          .with("queue", line.id())
          .with("direction", "in");
    }
  }

  private static final List<String> SERVICE_CODES =
      List.of("bill", "tariff", "address", "contract", "delivery", "refund", "information");
  private static final List<String> TECH_CODES =
      List.of("no_signal", "slow", "router", "password", "app", "outage");

  private final Scene scene;
  private final Consumer<Caller> comesBack;

  Aftermath(Scene scene, Consumer<Caller> comesBack) {
    this.scene = scene;
    this.comesBack = comesBack;
  }

  void of(Call call) {
    if (call.talk().isShort()) {
      afterShortCall(call);
    } else if (!call.passedOn()) {
      afterHelp(call);
    }
  }

  private void afterShortCall(Call call) {
    Chance chance = call.desk().chance;
    if (call.talk().endedBy().equals("agent") && chance.happens(0.5)) {
      scene.agenda.in(chance.millisBetween(20, 240), () -> comesBack.accept(call.caller()));
    }
  }

  private void afterHelp(Call call) {
    Chance chance = call.desk().chance;
    Person person = call.desk().person;
    double form = scene.form.of(person, scene.now());
    boolean resolved = chance.happens(Math.min(0.97, person.skill().knowledge() + form * 0.8));
    if (chance.happens(0.95)) {
      outcome(call, resolved);
    }
    if (chance.happens(person.skill().invitation())) {
      survey(call, resolved, form);
    }
    if (!resolved && chance.happens(0.2)) {
      scene.agenda.in(chance.millisBetween(1200, 20_000), () -> comesBack.accept(call.caller()));
    }
    rarely(call, resolved);
  }

  private void outcome(Call call, boolean resolved) {
    Chance chance = call.desk().chance;
    String code = chance.oneOf(call.line().equals(FloorPlan.TECH) ? TECH_CODES : SERVICE_CODES);
    Data data = call.data().with("code", code).with("resolved", resolved);
    long known = scene.now() + Math.round(call.talk().wrapMillis() * chance.between(0.3, 1));
    FloorFact fact = fact(call, "outcome.recorded", known, call.desk().person.extension(), data);
    scene.tell(fact, known);
  }

  private void survey(Call call, boolean resolved, double form) {
    Chance chance = call.desk().chance;
    String subject = call.desk().person.extension();
    scene.tell(fact(call, "survey.invited", scene.now(), subject, call.data()));
    if (chance.happens(0.34)) {
      long replied = scene.now() + chance.logNormalMillis(75, 1.1, 8, 7000);
      Data answer = Opinion.draw(chance, satisfaction(call, resolved, form), resolved);
      Data data = call.data();
      answer.done().forEach(data::with);
      data.with("replied_at", Scene.rfc3339(replied));
      scene.tell(fact(call, "survey.answered", scene.now(), subject, data), replied);
    }
  }

  private double satisfaction(Call call, boolean resolved, double form) {
    long waited = Math.max(0, call.caller().ringingSince - call.caller().arrived);
    double impatience = Math.min(0.08, waited / 1000.0 * 0.0006);
    double charm = call.desk().person.skill().charm();
    return 0.905 + charm + form - impatience - (resolved ? 0 : 0.16);
  }

  private void rarely(Call call, boolean resolved) {
    Chance chance = call.desk().chance;
    if (chance.happens(0.012)) {
      qualityCheck(call);
    }
    if (chance.happens(resolved ? 0.0002 : 0.003)) {
      complaint(call);
    }
    if (chance.happens(resolved ? 0.01 : 0.10)) {
      openCase(call);
    }
    if (chance.happens(resolved ? 0.005 : 0.06)) {
      promiseCallback(call);
    }
  }

  /** Quality staff listen to it some days later, in office hours. */
  private void qualityCheck(Call call) {
    Chance chance = call.desk().chance;
    long scored = officeHours(chance, 1 + chance.upTo(FloorSimulation.LATEST_DAYS));
    boolean critical = chance.happens(0.015);
    double points =
        Math.clamp(
            chance.normal(call.desk().person.skill().care(), 5) - (critical ? 25 : 0), 30, 100);
    Data data =
        Data.empty()
            .with("contact", call.caller().contact)
            .with("leg", call.leg())
            .with("points", BigDecimal.valueOf(Math.round(points * 2) * 5, 1))
            .with("max", 100)
            .with("critical_errors", critical ? 1 : 0);
    tellLater(call, "qa.scored", scored, data);
  }

  private void complaint(Call call) {
    Chance chance = call.desk().chance;
    Data data =
        Data.empty().with("contact", call.caller().contact).with("justified", chance.happens(0.45));
    tellLater(call, "complaint.recorded", officeHours(chance, 1 + chance.upTo(2)), data);
  }

  private void openCase(Call call) {
    Chance chance = call.desk().chance;
    String owner = call.desk().person.id();
    long opened = scene.now() + call.talk().wrapMillis() / 2;
    long promised = opened + 24 * 3_600_000L;
    Data data = caseData(call, owner, promised);
    scene.tell(fact(call, "case.opened", opened, call.desk().person.extension(), data), opened);
    if (chance.happens(0.93)) {
      long closed = opened + chance.logNormalMillis(7 * 3600, 0.9, 1800, 60 * 3600);
      String closer = chance.happens(0.85) ? owner : chance.oneOf(scene.plan.people()).id();
      tellLater(
          call, "case.closed", closed, caseData(call, owner, promised).with("closed_by", closer));
    }
  }

  private static Data caseData(Call call, String owner, long promised) {
    return Data.empty()
        .with("contact", call.caller().contact)
        .with("case_id", "case-" + call.caller().contact)
        .with("first_owner", owner)
        .with("promised_at", Scene.rfc3339(promised));
  }

  private void promiseCallback(Call call) {
    Desk desk = call.desk();
    long due = scene.now() + desk.chance.millisBetween(1800, 4 * 3600);
    Data data = call.data().with("due_at", Scene.rfc3339(due));
    String id = call.caller().contact + ":0:callback.promised";
    scene.tell(
        FloorFact.of(id, "callback.promised", scene.now(), desk.person.extension(), data.done()));
    scene.agenda.at(
        due - desk.chance.millisBetween(-300, 1500),
        () -> desk.callbacksDue.addLast(new Desk.Promise(call.caller(), due)));
  }

  /** A moment between 9:30 and 17:30, so many days after this one. */
  private long officeHours(Chance chance, int days) {
    LocalDate day = scene.date.plusDays(days);
    long open = day.atTime(9, 30).atZone(scene.plan.zone()).toInstant().toEpochMilli();
    return open + chance.millisBetween(0, 8 * 3600);
  }

  /** What other staff write spells people by staff number, not by extension. */
  private void tellLater(Call call, String type, long millis, Data data) {
    scene.tell(fact(call, type, millis, call.desk().person.id(), data), millis);
  }

  private static FloorFact fact(
      Call call, String type, long millis, @Nullable String subject, Data data) {
    return FloorFact.of(call.id(type), type, millis, subject, data.done());
  }
}
