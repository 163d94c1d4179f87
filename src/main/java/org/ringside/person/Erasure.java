package org.ringside.person;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * That a person was anonymised, to be carried out again behind the restore of an older backup. It
 * has no name in it.
 *
 * @param person an agent, with the account if there was one; or an account alone
 * @param who hexadecimal keyed hash of the agent's staff number, or of the login where only an
 *     account is named: whether the numbers still mean that person
 */
public record Erasure(int organisation, Person person, String who, Instant at) {

  /** A line of the list. */
  JsonObject json() {
    return new JsonObject()
        .put("organisation", organisation)
        .put("agent", person.agent())
        .put("account", person.account())
        .put("who", who)
        .put("at", at.toString());
  }

  /**
   * @throws RuntimeException where it is no such line
   */
  static Erasure read(JsonObject json) {
    String who = json.getString("who");
    if (who == null || !who.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("who");
    }
    return new Erasure(
        json.getInteger("organisation"),
        new Person(json.getInteger("agent"), json.getInteger("account")),
        who,
        Instant.parse(json.getString("at")));
  }
}
