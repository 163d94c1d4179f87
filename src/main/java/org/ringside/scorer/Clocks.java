package org.ringside.scorer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringside.board.Clock;
import org.ringside.contest.State;
import org.ringside.source.Source;

/**
 * What a board says about itself (R4, R32): the time, how complete it is, and which sources have
 * gone quiet inside their service hours.
 */
final class Clocks {
  /** A source in service that says nothing for so long is silent. */
  private static final Duration SILENT_AFTER = Duration.ofSeconds(60);

  /** A source that was last heard before this no longer counts for completeness. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private Clocks() {}

  static Clock of(Scorebook book, ContestDesk desk, Instant now, boolean ready) {
    var silent = new JsonArray();
    @Nullable Instant complete = null;
    @Nullable Instant newest = null;
    for (Source source : inUse(book, now)) {
      Instant heard = heardUntil(book, source);
      newest = later(newest, heard);
      if (inService(book, source, now)) {
        complete = complete == null || heard.isBefore(complete) ? heard : complete;
        if (heard.isBefore(now.minus(SILENT_AFTER))) {
          silent.add(source.name());
        }
      }
    }
    Instant completeTo = earlier(complete == null ? newest : complete, now);
    boolean behind = !silent.isEmpty() && completeTo != null;
    var json =
        new JsonObject()
            .put("now", now.toString())
            .put("completeTo", completeTo == null ? null : completeTo.toString())
            .put("truth", truth(desk.sheets().contest().state(now), behind, ready))
            .put("behindSeconds", behind ? Duration.between(completeTo, now).toSeconds() : 0)
            .put("silent", silent);
    return new Clock(Integer.toString(desk.sheets().contest().number()), json.encode());
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

  private static List<Source> inUse(Scorebook book, Instant now) {
    var inUse = new ArrayList<Source>();
    for (Source source : book.sources().values()) {
      var heartbeat = book.heartbeat(source.number());
      if (heartbeat != null
          && Instant.ofEpochMilli(heartbeat.seenMs()).isAfter(now.minus(FORGOTTEN_AFTER))) {
        inUse.add(source);
      }
    }
    return inUse;
  }

  private static Instant heardUntil(Scorebook book, Source source) {
    var heartbeat = java.util.Objects.requireNonNull(book.heartbeat(source.number()));
    return Instant.ofEpochMilli(heartbeat.untilMs());
  }

  private static boolean inService(Scorebook book, Source source, Instant now) {
    LocalTime local = now.atZone(book.organisation().calendar().zone()).toLocalTime();
    return source.inService(local);
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? one : other;
  }
}
