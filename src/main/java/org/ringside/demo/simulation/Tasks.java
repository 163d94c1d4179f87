package org.ringside.demo.simulation;

/** Follow-up tasks (工单、续期) of people who dial: given out in the morning, done or not. */
final class Tasks {
  private Tasks() {}

  static void plan(Scene scene, Desk desk) {
    int tasks = desk.person.dials() && !desk.person.nights() ? 1 + desk.chance.upTo(3) : 0;
    for (int number = 1; number <= tasks; number++) {
      give(scene, desk, number);
    }
  }

  private static void give(Scene scene, Desk desk, int number) {
    String id = scene.key("task" + desk.person.extension()) + ":" + number + ":";
    long length = desk.shift.lengthMillis();
    long from = desk.shift.fromMillis();
    long due = from + length;
    long attempted = from + Math.round(length * desk.chance.between(0.2, 0.9));
    tell(scene, desk, id, "task.assigned", from + number * 1000L, due);
    if (desk.chance.happens(0.94)) {
      tell(scene, desk, id, "task.attempted", attempted, due);
    }
    if (desk.chance.happens(0.82)) {
      long wait = Math.round(length * desk.chance.between(0.01, 0.2));
      tell(scene, desk, id, "task.completed", attempted + wait, due);
    }
  }

  private static void tell(
      Scene scene, Desk desk, String id, String type, long millis, long dueMillis) {
    Data data = Data.empty().with("due_at", Scene.rfc3339(dueMillis));
    FloorFact fact = FloorFact.of(id + type, type, millis, desk.person.extension(), data.done());
    scene.agenda.at(millis, () -> scene.tell(fact));
  }
}
