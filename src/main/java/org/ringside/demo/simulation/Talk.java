package org.ringside.demo.simulation;

/**
 * How one conversation goes, drawn when it begins.
 *
 * @param endedBy agent or customer
 * @param isShort too short to have helped anybody
 */
record Talk(long talkMillis, long holdMillis, long wrapMillis, String endedBy, boolean isShort) {

  static Talk inbound(Caller caller, Desk desk) {
    Skill skill = desk.person.skill();
    Chance chance = desk.chance;
    if (chance.happens(skill.shortCalls())) {
      return new Talk(chance.millisBetween(1.5, 8.5), 0, chance.millisBetween(2, 6), "agent", true);
    }
    if (chance.happens(0.012)) {
      return new Talk(chance.millisBetween(2, 9), 0, chance.millisBetween(2, 8), "customer", true);
    }
    return new Talk(
        chance.logNormalMillis(caller.line().talkSeconds() * skill.tempo(), 0.55, 12, 1500),
        chance.happens(0.11) ? chance.logNormalMillis(28, 0.6, 5, 240) : 0,
        chance.logNormalMillis(16 * skill.tempo(), 0.6, 3, 180),
        chance.happens(0.22) ? "agent" : "customer",
        false);
  }

  static Talk outbound(Caller caller, Desk desk) {
    Chance chance = desk.chance;
    long talk = chance.logNormalMillis(caller.line().talkSeconds(), 0.75, 3, 900);
    return new Talk(
        talk,
        0,
        chance.logNormalMillis(12 * desk.person.skill().tempo(), 0.6, 3, 120),
        chance.happens(0.3) ? "agent" : "customer",
        talk < 30_000);
  }
}
