package org.ringside;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A small floor, a rule book and contests for tests that ill-treat a server. */
public final class Season {
  /** Extensions ext-1 to ext-4; whoever else calls is a stranger. */
  public static final String ROSTER =
      """
      agent,name,team,site,from,to,aliases
      1001,李娜,eagle,上海,2020-01-01,,ext-1
      1002,王芳,eagle,上海,2020-01-01,,ext-2
      2001,张伟,thunder,上海,2020-01-01,,ext-3
      2002,刘洋,thunder,上海,2020-01-01,,ext-4
      """;

  private Season() {}

  /**
   * Who owns the queues q0 and q1; q2 is everybody's.
   *
   * @param first the team that owns q0 for ever, and q1 until then
   * @param next the team that owns q1 from then on
   */
  public static JsonObject queues(String first, String next, Instant then) {
    String at = then.toString();
    var queues =
        new JsonArray()
            .add(new JsonObject().put("queue", "q0").put("team", first))
            .add(new JsonObject().put("queue", "q1").put("team", first).put("to", at))
            .add(new JsonObject().put("queue", "q1").put("team", next).put("from", at));
    return new JsonObject().put("queues", queues);
  }

  public static JsonObject rules() {
    return new JsonObject()
        .put("name", "calls and satisfaction")
        .put("lines", new JsonArray().add(validCalls()).add(satisfaction()))
        .put("decimals", 1)
        .put("tieBreak", "shared");
  }

  private static JsonObject validCalls() {
    return new JsonObject()
        .put("metric", "valid_calls")
        .put("conversion", new JsonObject().put("kind", "per_unit").put("points", "1"))
        .put("weight", "1");
  }

  private static JsonObject satisfaction() {
    return new JsonObject()
        .put("metric", "csat_top_box")
        .put(
            "conversion",
            new JsonObject()
                .put("kind", "linear")
                .put("floor", "0.5")
                .put("target", "1")
                .put("points", "10"))
        .put("weight", "1");
  }

  /** A contest of teams or agents, week or month, under the first rule book. */
  public static JsonObject contest(String cadence, String competitors) {
    return new JsonObject()
        .put("name", cadence + " of " + competitors)
        .put("cadence", cadence)
        .put("competitors", competitors)
        .put("ruleBook", 1);
  }
}
