package org.ringside.scorer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ringside.board.Clock;
import org.ringside.contest.State;
import org.ringside.source.Source;

/**
 * What a board says about itself (R4, R32): the time, how complete it is, and which sources have
 * gone quiet inside their service hours.
 */
final class Clocks {
  /** A source without service hours that was last heard before this no longer counts. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private Clocks() {}

  static Clock of(Scorebook book, ContestDesk desk, Instant now, boolean ready) {
    var zone = book.organisation().calendar().zone();
    var complete = Completeness.of(heard(book, now), now, zone);
    Instant to = complete.to();
    var json =
        new JsonObject()
            .put("now", now.toString())
            .put("completeTo", to == null ? null : to.toString())
            .put("truth", truth(desk.field().contest().state(now), complete.behind(), ready))
            .put("behindSeconds", complete.behindSeconds(now))
            .put("silent", new JsonArray(complete.silent()));
    return new Clock(Integer.toString(desk.field().contest().number()), json.encode());
  }

  private static String truth(State state, boolean behind, boolean ready) {
    if (!ready) {
      return "stale";
    }
    return switch (state) {
      case SCHEDULED, RUNNING, CLOSING -> behind ? "behind" : "live";
      case PROVISIONAL -> "provisional";
    };
  }

  private static List<Completeness.Heard> heard(Scorebook book, Instant now) {
    var heard = new ArrayList<Completeness.Heard>();
    for (Source source : book.sources().values()) {
      var heartbeat = book.heartbeat(source.number());
      if (heartbeat != null) {
        Instant seen = Instant.ofEpochMilli(heartbeat.seenMs());
        if (source.hasServiceHours() || seen.isAfter(now.minus(FORGOTTEN_AFTER))) {
          Instant until = Instant.ofEpochMilli(heartbeat.untilMs());
          heard.add(new Completeness.Heard(source, until, seen));
        }
      }
    }
    return heard;
  }
}
